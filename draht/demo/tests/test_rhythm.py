"""When things happen in the demo trade."""

from datetime import datetime, timedelta

import pytest

from draht.demo.reading import load
from draht.demo.rhythm import ZONE, Calendar

NOWS = [
    datetime(2026, 11, 23, 21, 0, tzinfo=ZONE),  # a Monday evening
    datetime(2026, 11, 22, 12, 0, tzinfo=ZONE),  # a Sunday
    datetime(2027, 1, 4, 7, 30, tzinfo=ZONE),  # before the working day counts
    datetime(2027, 3, 28, 11, 0, tzinfo=ZONE),  # the clock changed in the night
]


@pytest.mark.parametrize("now", NOWS)
def test_lets_nothing_happen_in_the_future(now: datetime) -> None:
    calendar = Calendar(now)
    for thread in load().threads:
        start = calendar.moment(thread.day, thread.clock)
        times = calendar.talk(thread)
        assert all(start < moment < now for moment in times), thread.where
        assert times == sorted(set(times)), thread.where


@pytest.mark.parametrize("now", NOWS)
def test_publishes_on_working_days(now: datetime) -> None:
    calendar = Calendar(now)
    assert all(calendar.moment(thread.day, thread.clock).astimezone(ZONE).weekday() < 5 for thread in load().threads)


def test_counts_working_days_back() -> None:
    calendar = Calendar(NOWS[0])
    assert calendar.day(0).isoformat() == "2026-11-23"
    assert calendar.day(1).isoformat() == "2026-11-20"
    assert calendar.day(5).isoformat() == "2026-11-16"
    assert calendar.day(6).isoformat() == "2026-11-13"
    assert calendar.months_back(0) == (2026, 11)
    assert calendar.months_back(11) == (2025, 12)


def test_moves_with_today() -> None:
    """A week later, everything has happened a week later."""
    thread = load().threads[0]
    one, other = Calendar(NOWS[0]), Calendar(NOWS[0] + timedelta(days=7))
    assert other.moment(thread.day, thread.clock) - one.moment(thread.day, thread.clock) == timedelta(days=7)


def test_talks_mostly_by_day() -> None:
    calendar = Calendar(NOWS[0])
    hours = [
        moment.astimezone(ZONE).hour for thread in load().threads if thread.day > 5 for moment in calendar.talk(thread)
    ]
    assert all(6 <= hour <= 22 for hour in hours)
