"""What the newsroom does when something happened elsewhere. May run twice."""

from draht.companies.events import MandateEnded
from draht.newsroom import actions


def part_with_mandate(event: MandateEnded) -> None:
    """What a caretaker has not had released is withdrawn."""
    actions.part_with_mandate(mandate=event.mandate)
