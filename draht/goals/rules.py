"""Decisions about goals."""

from datetime import date, timedelta

# More goals than these are none.
MOST_GOALS = 8
LONGEST = timedelta(days=731)
# A profession is told by a word; of fewer letters it would be found in every second title.
SHORTEST_PROFESSION, MOST_PROFESSIONS = 4, 8


def may_end_on(until: date, today: date) -> bool:
    """Whether a goal can be set for this day: in the future, and not so far that nobody remembers it."""
    return today < until <= today + LONGEST


def share_reached(begins_at: int, wanted: int, value: int) -> float:
    """How much of the way is gone, from 0 to 1. A goal may also be to have less of something."""
    if begins_at == wanted:
        return 1.0 if value == wanted else 0.0
    return min(1.0, max(0.0, (value - begins_at) / (wanted - begins_at)))


def share_of_time(stated: date, until: date, today: date) -> float:
    """How much of the time is gone, from 0 to 1."""
    whole = max(1, (until - stated).days)
    return min(1.0, max(0.0, (today - stated).days / whole))
