"""Companies as this room needs them."""

from draht.actors.models import Kind
from draht.companies.models import Company
from draht.enquiries.models import Enquiry


def company_of(handle: str) -> Company | None:
    """The company with this handle and its actor, published or not."""
    found = Company.objects.select_related("actor")
    return found.filter(actor__kind=Kind.COMPANY, actor__handle=handle.lower()).first()


def has_questions(viewer: int) -> bool:
    """Whether this member has asked anything."""
    return Enquiry.objects.filter(asker=viewer).exists()
