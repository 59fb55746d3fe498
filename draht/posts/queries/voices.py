"""Who speaks in posts and comments, as a viewer sees it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from draht.actors.queries import ActorLine, lines
from draht.posts.models import Spoken


class Voice(NamedTuple):
    """How something is said: privately, for a company, for a company by an agency.

    `writer`: who wrote it for the company; None if they left, or a block stands between them and the viewer.
    """

    kind: str
    writer: ActorLine | None = None
    agency: ActorLine | None = None


# What nobody needs to be told: the author speaks, and has nobody else to speak for.
PLAIN = Voice("")
PRIVATE = Voice("private")


def actors_behind(said: Iterable[Sequence[Any]], *, hidden: Collection[int]) -> Mapping[int, ActorLine]:
    """The writers and agencies of what was said, in one query if there are any, without those hidden from the viewer.

    `said`: for each post or comment its `writer_id` and `agency_id`.
    """
    ids = {id for pair in said for id in pair if id is not None and id not in hidden}
    return lines(ids) if ids else {}


def voice_of(spoken: int, writer: int | None, agency: int | None, known: Mapping[int, ActorLine]) -> Voice:
    """How something was said; `known` comes from `actors_behind`."""
    if spoken == Spoken.FOR_COMPANY:
        return Voice("company", known.get(writer or 0), known.get(agency or 0))
    return PRIVATE if spoken == Spoken.PRIVATELY else PLAIN
