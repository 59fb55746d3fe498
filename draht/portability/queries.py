"""Reads about what came in from elsewhere, and what is ready to be taken along."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from draht.common import clock
from draht.portability.models import Imported, Takeaway
from draht.portability.rules import TAKEAWAY_STAYS


class Own(NamedTuple):
    """What a foreign thing became here. `post` is set for comments: the post they belong to."""

    id: int
    post: int


def known(network: str, kind: str, foreign: Iterable[str]) -> set[str]:
    """Those of `foreign` that have come in already."""
    wanted = set(foreign)
    rows = Imported.objects.filter(network=network, kind=kind, foreign__in=wanted).values_list("foreign", flat=True)
    return set(rows) if wanted else set()


def own(network: str, kind: str, foreign: Iterable[str]) -> dict[str, Own]:
    """What these became here, by their foreign ids; what has not come in is left out."""
    wanted = set(foreign)
    if not wanted:
        return {}
    rows = Imported.objects.filter(network=network, kind=kind, foreign__in=wanted)
    return {row[0]: Own(row[1] or 0, row[2] or 0) for row in rows.values_list("foreign", "own_id", "post_id")}


class TakeawayLine(NamedTuple):
    """What a member asked for: being made, or ready until `until`."""

    key: str
    size: int
    until: datetime | None


def takeaway_of(member: int) -> TakeawayLine | None:
    """The archive that this member asked for last, unless it is past its time."""
    row = Takeaway.objects.filter(member=member).first()
    if row is None:
        return None
    until = row.ready + TAKEAWAY_STAYS if row.ready else None
    return None if until and until <= clock.now() else TakeawayLine(row.key, row.size, until)
