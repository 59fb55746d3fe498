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
from draht.insights.queries.giveaways import GivenAway, given_away, giveaways_by_goal
from draht.insights.queries.trail import own_path, trail_of

__all__ = [
    "Course",
    "GivenAway",
    "GoalLine",
    "TargetLine",
    "courses",
    "given_away",
    "giveaways_by_goal",
    "goal_lines",
    "months_before",
    "own_path",
    "trail_of",
    "value_now",
]
