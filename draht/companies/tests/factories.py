"""Makes companies for tests."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from draht.common import clock
from draht.companies.actions import accept_mandate, create_company, offer_mandate, publish_page
from draht.companies.models import Company, Mandate, Scope

IMPRINT = "Rheinseil AG, Ruhrorter Kai 12, 47119 Duisburg. Vorstand: Mara Vogt."
# The record of the processing that a mandate needs.
RECORD = {
    "subject": "Looks after the page for the term of the mandate.",
    "data_kinds": "Names and words of those who comment.",
    "instructions": "By Mara Vogt, in writing; everything secret, deleted at the end.",
    "subprocessors": "None",
}


def make_company(owner: int, name: str = "Rheinseil AG", *, is_published: bool = True) -> Company:
    """The page of a company of which `owner` (an actor's id) is the owner."""
    company = create_company(name=name, by=owner)
    if is_published:
        Company.objects.filter(actor=company.actor_id).update(imprint=IMPRINT)
        publish_page(company=company.actor_id, by=owner)
        company.refresh_from_db()
    return company


def make_mandate(company: Company, by: int, caretaker: int, *, is_accepted: bool = True, **facts: Any) -> Mandate:
    """A mandate to write, from today for a month, with four eyes."""
    today = timezone.localdate(clock.now())
    facts = {"scope": [Scope.WRITE], "starts": today, "ends": today + timedelta(days=30), **RECORD, **facts}
    mandate = offer_mandate(company=company.actor_id, caretaker=caretaker, by=by, **facts)
    if is_accepted:
        accept_mandate(mandate=mandate)
    return Mandate.objects.get(id=mandate)
