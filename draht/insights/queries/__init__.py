"""Every read about insights."""

from draht.insights.queries.figures import Course, GoalLine, courses, goal_lines, months_before, value_now
from draht.insights.queries.trail import own_path, trail_of

__all__ = ["Course", "GoalLine", "courses", "goal_lines", "months_before", "own_path", "trail_of", "value_now"]
