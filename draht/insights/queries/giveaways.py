"""Giveaways of a company beside the goals they serve: the two rooms do not know each other."""

from typing import NamedTuple

from draht.giveaways.queries import newest_giveaways
from draht.goals.models import Goal
from draht.goals.queries import served_by_giveaways
from draht.insights.rules import may_say


class GivenAway(NamedTuple):
    """A giveaway and the goal it serves, if any. `entrants` is None below five people."""

    id: int
    title: str
    is_draft: bool
    entrants: int | None
    goal: Goal | None


def giveaways_by_goal(company: int) -> list[GivenAway]:
    """The newest giveaways of a company with their goals, drafts included."""
    rows = newest_giveaways(company)
    served = served_by_giveaways([row.id for row in rows])
    return [
        GivenAway(
            row.id, row.title, row.is_draft, row.entrants if _may_tell(row.entrants) else None, served.get(row.id)
        )
        for row in rows
    ]


def given_away(company: int, *, since: int) -> list[GivenAway]:
    """Those of them that have started, with ids from `since` on."""
    return [row for row in giveaways_by_goal(company) if row.id >= since and not row.is_draft]


def _may_tell(entrants: int) -> bool:
    """That nobody takes part says nothing about anybody."""
    return not entrants or may_say(entrants)
