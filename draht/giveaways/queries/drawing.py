"""The draw, recomputed for a page, step by step."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from draht.giveaways.models import Giveaway
from draht.giveaways.queries.proof import proof_of
from draht.giveaways.recompute import Ticket, checks, order_of

# A page names so many places; the file has all.
SHOWN = 40

# What `recompute.py` says in English only, because it stands alone.
WORDS: dict[str, Promise] = {
    "the terms have the published hash": _("The terms have the published hash."),
    "the secret is the one that the terms commit to": _("The secret is the one that the terms committed to."),
    "the list of entrants has the published hash": _("The list of entrants has the published hash."),
    "the list is sorted and names nobody twice": _("The list is sorted and names nobody twice."),
    "the list was fixed after the end of entry": _("The list was fixed after the end of entry."),
    "the list was fixed before the public value": _("The list was fixed before the public value could be known."),
    "the value was entered when it could be known": _("The value was entered when it could be known."),
    "the seed is the published one": _("The seed is the published one."),
    "the winners follow from the order": _("The winners follow from the order."),
}


class Step(NamedTuple):
    """Something that was recomputed, whether it holds, and the figure it came to."""

    words: Promise
    holds: bool
    figure: str


class Drawing(NamedTuple):
    """The proof, what was recomputed from it (empty before the draw), and the first places of the order."""

    proof: dict[str, Any]
    steps: list[Step]
    order: Sequence[Ticket]
    how_many: int

    @property
    def holds(self) -> bool:
        """Whether everything is as it must be."""
        return all(step.holds for step in self.steps)


def drawing(giveaway: Giveaway) -> Drawing:
    """Recompute the draw of a started giveaway from nothing but its published proof."""
    proof = proof_of(giveaway)
    if proof["seed"] is None:
        return Drawing(proof, [], (), len(proof["entrants"] or ()))
    steps = [Step(WORDS[check.name], check.holds, check.figure) for check in checks(proof)]
    order = order_of(proof["seed"], proof["entrants"])
    return Drawing(proof, steps, order[:SHOWN], len(order))
