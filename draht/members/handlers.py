"""What members do when something happened elsewhere. Each may run twice."""

from draht.accounts.events import AccountClosed
from draht.members import actions
from draht.members.farewell import forget_later


def part_with_member(event: AccountClosed) -> None:
    """Whoever closes the account takes the profile along."""
    actor = actions.leave(user=event.user_id)
    if actor is not None:
        forget_later(actor)
