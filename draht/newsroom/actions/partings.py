"""What becomes of drafts when a mandate is over."""

from django.db import transaction

from draht.newsroom.actions.holding import hold
from draht.newsroom.actions.writing import withdraw
from draht.newsroom.models import Draft, DraftState

_UNDECIDED = (DraftState.WRITING, DraftState.WAITING, DraftState.RETURNED)


@transaction.atomic
def part_with_mandate(*, mandate: int) -> None:
    """What was not released is withdrawn. What was released and planned waits for the clock, which stops it."""
    for draft in Draft.objects.filter(mandate=mandate, state__in=_UNDECIDED).values_list("id", flat=True):
        row = hold(draft)
        if row.state in _UNDECIDED:
            withdraw(row)
