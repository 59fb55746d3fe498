"""Every read about insights."""

from draht.insights.queries.figures import (
    MONTHS,
    Course,
    GoalLine,
    TargetLine,
    courses,
    goal_lines,
    indicators_of,
    months_before,
    value_now,
)
from draht.insights.queries.giveaways import GivenAway, giveaways_by_goal, given_away
from draht.insights.queries.trail import own_path, trail_of

__all__ = [
    "MONTHS",
    "Course",
    "GivenAway",
    "GoalLine",
    "TargetLine",
    "courses",
    "giveaways_by_goal",
    "given_away",
    "goal_lines",
    "indicators_of",
    "months_before",
    "own_path",
    "trail_of",
    "value_now",
]
