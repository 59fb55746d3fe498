"""The acts that reach a member, newest first: the statements behind the feed.

They differ between the databases only in how the newest acts of many actors are merged (`docs/decisions/0004-feed.md`).
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import NamedTuple

from django.db import connection

from draht.actors.models import Verb
from draht.common import clock
from draht.common.ids import COUNTERS, LARGEST, first_id_at
from draht.common.statements import rows
from draht.ties.models import FEEDING, TieKind


class Act(NamedTuple):
    """Somebody one is tied to did something with a post. `tie` is the strongest tie to them, 0 for oneself."""

    id: int
    actor: int
    verb: int
    post: int
    tie: int


_TIES = f"tie.source_id = %(viewer)s AND tie.kind IN ({', '.join(str(kind.value) for kind in FEEDING)})"
# A like counts only when a contact gave it; of one's own acts only what one published.
_COUNTS = f"(act.verb <> {Verb.LIKED.value} OR tie.kind = {TieKind.CONTACT.value})"
_STRETCH = "act.id < %(before)s AND act.id >= %(since)s"
_OWN = f"act.actor_id = %(viewer)s AND act.verb = {Verb.PUBLISHED.value}"
_COLUMNS = "act.id AS id, act.actor_id, act.verb, act.object_id"

# SQLite merges all acts of a stretch of time; PostgreSQL takes the newest few of each actor.
_MERGED = f"""
    SELECT {_COLUMNS}, tie.kind FROM ties_tie AS tie CROSS JOIN actors_activity AS act
    WHERE {_TIES} AND act.actor_id = tie.target_id AND {_STRETCH} AND {_COUNTS}
    UNION ALL
    SELECT {_COLUMNS}, 0 FROM actors_activity AS act WHERE {_OWN} AND {_STRETCH}
    ORDER BY id DESC LIMIT %(limit)s
"""
_LATERAL = f"""
    SELECT newest.*, tie.kind FROM ties_tie AS tie CROSS JOIN LATERAL (
        SELECT {_COLUMNS} FROM actors_activity AS act
        WHERE act.actor_id = tie.target_id AND {_STRETCH} AND {_COUNTS}
        ORDER BY act.id DESC LIMIT %(limit)s
    ) AS newest
    WHERE {_TIES}
    UNION ALL
    SELECT {_COLUMNS}, 0 FROM actors_activity AS act WHERE {_OWN} AND {_STRETCH}
    ORDER BY id DESC LIMIT %(limit)s
"""
_MUTED = f"SELECT target_id FROM ties_tie WHERE source_id = %(viewer)s AND kind = {TieKind.MUTE.value}"
_ON_POSTS = f"""
    SELECT {_COLUMNS}, tie.kind FROM actors_activity AS act JOIN ties_tie AS tie ON tie.target_id = act.actor_id
    WHERE act.object_id IN ({{posts}}) AND act.id >= %(since)s AND {_TIES} AND {_COUNTS}
      AND act.actor_id NOT IN ({_MUTED})
"""

# How far back to look, step by step until a page is full. What would have filled it is where to begin the next time.
_STRETCHES = [timedelta(days=days).total_seconds() * 1000 * COUNTERS for days in (1, 2, 4, 8, 16, 32, 64, 128, 256)]
_FIRST_STEP, _STEPS_AT_A_TIME = 3, 2
_BEGIN_WITH: dict[int, int] = {}
_REMEMBERED = 50_000


def newest_acts(
    viewer: int, *, before: int, since: int = 0, limit: int, muted: Collection[int]
) -> tuple[list[Act], int | None]:
    """Up to `limit` acts with ids from `since` to below `before`, newest first, and the id below which to go on.

    Acts of `muted` actors are left out. The id is None when there are no older acts.
    """
    statement = _LATERAL if connection.vendor == "postgresql" else _MERGED
    values = {"viewer": viewer, "before": before, "limit": limit}
    newest = min(before, first_id_at(clock.now() + timedelta(minutes=1)))
    step = _BEGIN_WITH.get(viewer, _FIRST_STEP)
    while True:
        floor = max(since, newest - int(_STRETCHES[step])) if step < len(_STRETCHES) else since
        found = rows(statement, {**values, "since": floor})
        if len(found) >= limit:
            _remember(viewer, bisect_left(_STRETCHES, newest - found[-1][0]))
            return _once_each(found, muted), found[-1][0]
        if floor == since:
            return _once_each(found, muted), None
        step += _STEPS_AT_A_TIME


def _remember(viewer: int, step: int) -> None:
    if len(_BEGIN_WITH) >= _REMEMBERED:
        _BEGIN_WITH.clear()
    _BEGIN_WITH[viewer] = step


def _once_each(found: list[tuple[int, ...]], muted: Collection[int]) -> list[Act]:
    """Each act once, with the strongest tie, without those of the muted."""
    acts: dict[int, Act] = {}
    for row in found:
        known = acts.get(row[0])
        if row[1] not in muted and (known is None or known.tie < row[4]):
            acts[row[0]] = Act(*row)
    return list(acts.values())


def _acts_on(viewer: int, posts: Iterable[int], *, since: int) -> list[Act]:
    names = {f"post{number}": post for number, post in enumerate(posts)}
    statement = _ON_POSTS.replace("{posts}", ", ".join(f"%({name})s" for name in names))
    return [Act(*row) for row in rows(statement, {"viewer": viewer, "since": since, **names})] if names else []


def seen_before(viewer: int, posts: Iterable[int], *, before: int) -> set[int]:
    """Those of `posts` that already came into the feed by an act with an id of `before` or above."""
    if before >= LARGEST:
        return set()
    return {act.post for act in _acts_on(viewer, posts, since=before)}


def acts_on(viewer: int, post: int) -> list[Act]:
    """The acts by which this post reaches the viewer through others, newest first."""
    return sorted(_acts_on(viewer, [post], since=0), key=lambda act: -act.id)
