"""The proof of a draw, as it is published (docs/api/giveaway-proof.md)."""

import json
from typing import Any

from draht.giveaways.models import Draw, Giveaway, Win
from draht.giveaways.plan import seconds
from draht.giveaways.recompute import FORMAT


def proof_of(giveaway: Giveaway) -> dict[str, Any]:
    """What is public of a started giveaway. What is not known yet is None; nobody is named."""
    draw = Draw.objects.filter(giveaway=giveaway).first()
    is_drawn = draw is not None and bool(draw.seed)
    wins = Win.objects.filter(giveaway=giveaway).order_by("place")
    fields = ("place", "mark", "prize", "instead_of", "outcome")
    return {
        "format": FORMAT,
        "terms": json.loads(giveaway.terms),
        "terms_sha256": giveaway.terms_digest,
        "closed": seconds(draw.closed) if draw else None,
        "entrants": draw.marks.split() if draw else None,
        "entrants_sha256": draw.entrants_digest if draw else None,
        "secret": giveaway.secret if is_drawn else None,
        "value": draw.value if draw and is_drawn else None,
        "value_source": draw.value_source if draw and is_drawn else None,
        "typed": seconds(draw.typed) if draw and draw.typed else None,
        "seed": draw.seed if draw and is_drawn else None,
        "winners": list(wins.values(*fields)) if is_drawn else [],
    }
