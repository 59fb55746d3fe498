"""What an entry of the clock page is. The page itself is `draht/config/clock.py`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.functional import Promise
from django_tasks.base import Task

StrOrPromise = str | Promise


@dataclass(frozen=True)
class Tick:
    """A task without arguments that runs by the clock: `every` so often, or `at` a time of the network's zone, daily or
    only on one `weekday` (0 is Monday).

    A tick that was missed while no worker ran is made up for once. It is left out while its last run is still waiting
    or running, so that slow runs do not pile up; therefore nothing else enqueues its task.
    """

    name: str
    task: Task[[], None]
    label: StrOrPromise = ""
    """What it does, in words for the host."""
    every: timedelta | None = None
    at: time | None = None
    weekday: int | None = None

    def __post_init__(self) -> None:
        if (self.every is None) == (self.at is None):
            raise ValueError(f"The tick {self.name} needs either `every` or `at`.")
        if self.weekday is not None and (self.at is None or not 0 <= self.weekday <= 6):
            raise ValueError(f"The tick {self.name} needs `at` and a weekday from 0 (Monday) to 6.")

    def next_after(self, moment: datetime) -> datetime:
        """The first time after `moment` at which this is due."""
        if self.at is None:
            return moment + (self.every or timedelta(0))
        local = timezone.localtime(moment)
        days = (local.date() + timedelta(days=ahead) for ahead in range(9))
        right_days = (day for day in days if self.weekday in (None, day.weekday()))
        times = (datetime.combine(day, self.at, tzinfo=local.tzinfo) for day in right_days)
        return next(time for time in times if time > moment)


_page: dict[str, Tick] = {}


def run_by_the_clock(ticks: Iterable[Tick]) -> None:
    """Make these the entries of the clock page. Names must differ: a tick is remembered by its name."""
    ticks = list(ticks)
    named = {tick.name: tick for tick in ticks}
    if len(named) < len(ticks):
        raise ValueError("Two ticks of the clock page have the same name.")
    _page.clear()
    _page.update(named)


def clock_page() -> tuple[Tick, ...]:
    """Everything that runs by the clock."""
    return tuple(_page.values())
