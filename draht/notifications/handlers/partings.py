"""Who is told no more."""

from draht.members.events import MemberLeft
from draht.notifications import actions
from draht.ties.events import ActorBlocked


def forget_blocked(event: ActorBlocked) -> None:
    """Whoever is blocked is told of no more, either way."""
    actions.remove_notices_between(one=event.source, other=event.target)


def forget_member(event: MemberLeft) -> None:
    """Whoever left told nobody anything any more."""
    actions.remove_notices_of_actor(actor=event.member)
