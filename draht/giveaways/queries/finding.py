"""Finding what an address names, whoever asks: the doors decide who may see it."""

from draht.actors.models import Kind
from draht.companies.models import Company
from draht.giveaways.models import Giveaway


def company_with(handle: str) -> Company | None:
    """The company with this handle."""
    rows = Company.objects.select_related("actor")
    return rows.filter(actor__kind=Kind.COMPANY, actor__handle=handle.lower()).first()


def giveaway_with(id: int) -> Giveaway | None:
    """The giveaway with this id, with its company."""
    return Giveaway.objects.select_related("company__actor").filter(id=id).first()
