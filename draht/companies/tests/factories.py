"""Makes companies for tests."""

from draht.companies.actions import create_company, publish_page
from draht.companies.models import Company

IMPRINT = "Rheinseil AG, Ruhrorter Kai 12, 47119 Duisburg. Vorstand: Mara Vogt."


def make_company(owner: int, name: str = "Rheinseil AG", *, is_published: bool = True) -> Company:
    """The page of a company of which `owner` (an actor's id) is the owner."""
    company = create_company(name=name, by=owner)
    if is_published:
        Company.objects.filter(actor=company.actor_id).update(imprint=IMPRINT)
        publish_page(company=company.actor_id, by=owner)
        company.refresh_from_db()
    return company
