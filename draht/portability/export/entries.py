"""The giveaways in which the member takes part, as long as their entry is kept."""

from collections.abc import Iterator

from draht.giveaways.models import Entry, Win
from draht.giveaways.recompute import mark_of
from draht.portability.export.values import Values, address, ident, moment_of
from draht.ui.nav import routed


def giveaways(id: int) -> Iterator[Values]:
    """giveaways.json, oldest first."""
    wins = {win.entry_id: win for win in Win.objects.filter(entry__member=id)}
    for entry in Entry.objects.filter(member=id).select_related("giveaway").order_by("id").iterator():
        win = wins.get(entry.id)
        yield {
            "id": ident(entry.id),
            "entered": moment_of(entry.id),
            "giveaway": ident(entry.giveaway_id),
            "title": entry.giveaway.title,
            "address": address(routed("giveaways:giveaway", giveaway=entry.giveaway_id)),
            "answer": entry.answer,
            "salt": entry.salt,
            "mark": mark_of(entry.salt, str(entry.id)),
            "won": {"place": win.place, "outcome": win.outcome, "reach": win.reach} if win else None,
        }
