"""Every read about insights."""

from draht.insights.queries.figures import (
    Course,
    GoalLine,
    TargetLine,
    courses,
    goal_lines,
    months_before,
    value_now,
)
from draht.insights.queries.giveaways import GivenAway, giveaways_by_goal, given_away
from draht.insights.queries.trail import own_path, trail_of

__all__ = [
    "Course",
    "GivenAway",
    "GoalLine",
    "TargetLine",
    "courses",
    "giveaways_by_goal",
    "given_away",
    "goal_lines",
    "months_before",
    "own_path",
    "trail_of",
    "value_now",
]
