"""What telling of companies has in common."""

from draht.notifications import actions
from draht.notifications.models import Kind


def tell_of_company(id: int, member: int, kinds: dict[Kind, int], actor: int, about: int, *, company: int = 0) -> None:
    """Give one notice about something of a company. `company`: if it is told to one of its people."""
    actions.give_notice(id=id, recipient=member, kinds=kinds, actor=actor, object_id=about, company=company)
