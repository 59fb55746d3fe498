"""What the clock promises."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
import time_machine

from draht import outbox
from draht.outbox import actions, queries
from draht.outbox.models import Job, TickRun
from draht.outbox.tests.happenings import tick, tock
from draht.outbox.worker import run_until_idle

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)  # a Monday
HOURLY = outbox.Tick("hourly", tick, every=timedelta(hours=1))


@pytest.mark.django_db
def test_a_tick_runs_when_it_is_due_and_once_however_many_workers_ask() -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        outbox.run_by_the_clock([HOURLY])
        actions.set_clock()
        assert actions.enqueue_due_ticks() == 0
        traveller.shift(timedelta(hours=1))
        seen = TickRun.objects.get()
        assert actions.enqueue_due_ticks() == 1
        assert not actions._claim_tick(HOURLY, seen, NOON + timedelta(hours=1))
        assert actions.enqueue_due_ticks() == 0
        assert run_until_idle() == 1


@pytest.mark.django_db
def test_what_was_missed_is_made_up_for_once() -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        outbox.run_by_the_clock([HOURLY])
        actions.set_clock()
        traveller.shift(timedelta(days=3))
        actions.set_clock()
        assert actions.enqueue_due_ticks() == 1
        assert run_until_idle() == 1
        assert actions.enqueue_due_ticks() == 0
        traveller.shift(timedelta(hours=1))
        assert actions.enqueue_due_ticks() == 1


@pytest.mark.django_db
def test_a_tick_whose_last_run_still_waits_is_left_out() -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        outbox.run_by_the_clock([HOURLY])
        actions.set_clock()
        for _ in range(3):
            traveller.shift(timedelta(hours=1))
            actions.enqueue_due_ticks()
        assert Job.objects.count() == 1


@pytest.mark.django_db
def test_the_memory_follows_the_page() -> None:
    with time_machine.travel(NOON, tick=False):
        outbox.run_by_the_clock(
            [outbox.Tick("t", tick, every=timedelta(days=7)), outbox.Tick("gone", tock, at=time(3))]
        )
        actions.set_clock()
        outbox.run_by_the_clock([outbox.Tick("t", tick, every=timedelta(hours=1))])
        assert [line.label for line in queries.clock_lines()] == ["t"]
        actions.set_clock()
        assert TickRun.objects.get().next_run == NOON + timedelta(hours=1)


@pytest.mark.parametrize(
    ("at", "weekday", "moment", "due"),
    [
        # 12:00 UTC is 13:00 in Berlin
        (time(3, 30), None, NOON, datetime(2026, 3, 3, 2, 30, tzinfo=UTC)),
        (time(13, 1), None, NOON, datetime(2026, 3, 2, 12, 1, tzinfo=UTC)),
        (time(13, 0), None, NOON, datetime(2026, 3, 3, 12, 0, tzinfo=UTC)),
        (time(7), 0, NOON, datetime(2026, 3, 9, 6, 0, tzinfo=UTC)),
        (time(7), 6, NOON, datetime(2026, 3, 8, 6, 0, tzinfo=UTC)),
        (time(20), 0, NOON, datetime(2026, 3, 2, 19, 0, tzinfo=UTC)),
        # summer time begins on the 29th
        (time(7), None, datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 3, 29, 5, 0, tzinfo=UTC)),
    ],
)
def test_times_are_those_of_the_network(settings: Any, at: time, weekday: int, moment: datetime, due: datetime) -> None:
    settings.TIME_ZONE = "Europe/Berlin"
    assert outbox.Tick("t", tick, at=at, weekday=weekday).next_after(moment) == due


def test_a_tick_that_makes_no_sense_is_refused() -> None:
    for wrong in (
        lambda: outbox.Tick("t", tick),
        lambda: outbox.Tick("t", tick, every=timedelta(1), at=time(3)),
        lambda: outbox.Tick("t", tick, every=timedelta(1), weekday=1),
        lambda: outbox.Tick("t", tick, at=time(3), weekday=7),
        lambda: outbox.run_by_the_clock([HOURLY, HOURLY]),
        lambda: outbox.tries(0),
    ):
        with pytest.raises(ValueError, match=r"tick|task"):
            wrong()
