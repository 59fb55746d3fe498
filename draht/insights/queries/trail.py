"""Reads about trails."""

from typing import NamedTuple

from draht.actors.queries import ActorLine, lines
from draht.common.statements import rows
from draht.insights.models import Hop, Step
from draht.insights.picture import Branch
from draht.insights.rules import FARTHEST, FEWEST, may_say
from draht.ties.queries import hidden_ids

# As many of the largest branches are drawn at each distance.
DRAWN = (12, 5, 4, 3)


class HopLine(NamedTuple):
    """One distance from the author: how many passed the post on, into how many feeds. None: too few to be said."""

    hop: int
    steps: int | None
    feeds: int | None


class Trail(NamedTuple):
    """How far a post went. `reproduction`: how many further recommendations one brought, on average."""

    steps: int
    feeds: int
    farthest: int
    reproduction: float
    hops: tuple[HopLine, ...]
    branches: tuple[Branch, ...]


def trail_of(post: int) -> Trail | None:
    """The trail of a post; None while too few people recommended it for anything to be said."""
    found = list(Hop.objects.filter(post=post, steps__gt=0).order_by("hop").values_list("hop", "steps", "feeds"))
    steps = sum(row[1] for row in found)
    if not may_say(steps):
        return None
    passed_on = steps - found[0][1]
    return Trail(
        steps=steps,
        feeds=sum(row[2] for row in found),
        farthest=found[-1][0],
        reproduction=passed_on / steps,
        hops=tuple(HopLine(hop, *((own, feeds) if may_say(own) else (None, None))) for hop, own, feeds in found),
        branches=_branches(post),
    )


# One read of an index for each step, all in one statement: a step may have ten thousand others below it.
_LARGEST = """
    SELECT * FROM (
        SELECT parent_id, actor_id, below FROM insights_step
        WHERE post_id = %s AND parent_id = %s ORDER BY below DESC, id LIMIT %s
    ) AS largest
"""


def _branches(post: int) -> tuple[Branch, ...]:
    """The largest branches and what grows from them, as far as it is drawn: one statement for each distance."""
    first = Step.objects.filter(post=post, parent=None).order_by("-below", "id").values_list("actor_id", "below")
    stems: dict[int, list[tuple[int, int]]] = {0: list(first[: DRAWN[0]])}
    newest = stems[0]
    for most in DRAWN[1:]:
        # Of a branch of few people only that it is there is drawn, not how it goes on.
        parents = [actor for actor, below in newest if below + 1 >= FEWEST]
        newest = []
        for parent, actor, below in _largest(post, parents, most):
            stems.setdefault(parent, []).append((actor, below))
            newest.append((actor, below))
    return _grown(stems, 0)


def _largest(post: int, parents: list[int], most: int) -> list[tuple[int, int, int]]:
    if not parents:
        return []
    statement = " UNION ALL ".join([_LARGEST] * len(parents))
    return [
        (row[0], row[1], row[2]) for row in rows(statement, [v for parent in parents for v in (post, parent, most)])
    ]


def _grown(stems: dict[int, list[tuple[int, int]]], parent: int) -> tuple[Branch, ...]:
    return tuple(Branch(below + 1, _grown(stems, actor)) for actor, below in stems.get(parent, ()))


class OwnPath(NamedTuple):
    """How a post came to somebody who recommends it: through whom, and how many it reached from there.

    A person on the way whom the viewer must not see is None.
    """

    people: tuple[ActorLine | None, ...]
    onward: int | None


def own_path(viewer: int, post: int, author: ActorLine) -> OwnPath | None:
    """The way of a post from its author to the viewer; None if the viewer does not recommend it."""
    step = Step.objects.filter(post=post, actor=viewer).first()
    if step is None:
        return None
    onward = step.below if may_say(step.below) else None
    ids = [viewer]
    while step is not None and step.parent_id is not None and len(ids) < FARTHEST:
        ids.append(step.parent_id)
        step = Step.objects.filter(post=post, actor=step.parent_id).first()
    hidden, known = hidden_ids(viewer), lines(ids)
    people = [None if id in hidden else known.get(id) for id in reversed(ids)]
    return OwnPath((author, *people), onward)
