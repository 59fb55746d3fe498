"""Makes enquiries for tests."""

from draht.companies.actions import set_roles
from draht.companies.models import Company, Role
from draht.companies.tests.factories import make_company
from draht.conftest import Persona
from draht.enquiries.actions import ask_company, ask_company_as_guest, confirm_enquiry
from draht.enquiries.models import Enquiry


def make_page(owner: Persona, *answerers: Persona) -> Company:
    """A published page of `owner`, with these who answer in its team."""
    company = make_company(owner.id)
    for persona in answerers:
        set_roles(company=company.actor_id, member=persona.id, roles={Role.ANSWERER}, by=owner.id)
    return company


def ask(company: Company, asker: Persona, text: str = "Do you draw 0.15 mm?", subject: str = "") -> Enquiry:
    """A member asks."""
    return ask_company(company=company.actor_id, asker=asker.id, text=text, subject=subject)


def ask_as_guest(company: Company, *, email: str = "gerda@guests.example", is_confirmed: bool = True) -> Enquiry:
    """A guest asks, and follows the link."""
    enquiry = ask_company_as_guest(
        company=company.actor_id, name="Gerda Gast", email=email, language="en", text="Do you take apprentices?"
    )
    if is_confirmed:
        confirm_enquiry(enquiry=enquiry.id)
        enquiry.refresh_from_db()
    return enquiry
