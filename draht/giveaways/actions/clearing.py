"""The entrants' data go at the date that the terms name."""

from django.db import transaction

from draht import outbox
from draht.giveaways.actions.steps import locked, step
from draht.giveaways.events import GiveawayCleared
from draht.giveaways.models import Entry, Outcome, State, Win
from draht.giveaways.rules import due_to_clear


def clear_giveaways() -> None:
    """Delete what is due."""
    for giveaway in list(due_to_clear().values_list("id", flat=True)):
        clear_giveaway(giveaway=giveaway)


@transaction.atomic
def clear_giveaway(*, giveaway: int) -> None:
    """Delete who entered, with answers and salts, and who won. The proof stays; its marks lead to nobody any more."""
    row = locked(giveaway)
    if not due_to_clear().filter(id=giveaway).exists():
        return
    wins = Win.objects.filter(giveaway=row)
    wins.filter(outcome=Outcome.OPEN).update(outcome=Outcome.LAPSED)
    wins.update(entry=None, reach="", shows_name=False)
    Entry.objects.filter(giveaway=row).delete()
    step(row, State.CLEARED, by=None)
    outbox.record(GiveawayCleared(giveaway=row.id, company=row.company_id))
