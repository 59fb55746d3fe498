"""When things happened in the demo trade: on working days, by day, never later than now.

Everything is counted back from `now`, so that the trade is as old today as it will be next year.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from draht.demo.trade import Thread

ZONE = ZoneInfo("Europe/Berlin")
# Before that hour the last working day is yesterday's: nothing may happen in the future.
_DAY_COUNTS_FROM = time(10, 0)
_FIRST_HOUR, _LAST_HOUR = 6, 22
_SATURDAY = 5
_MONTH = 21  # working days


class Calendar:
    """The working days up to `now`."""

    def __init__(self, now: datetime) -> None:
        self.now = now.astimezone(ZONE)
        today = self.now.date()
        self._last = today if self.now.time() >= _DAY_COUNTS_FROM else today - timedelta(days=1)
        while self._last.weekday() >= _SATURDAY:
            self._last -= timedelta(days=1)

    def day(self, back: int) -> date:
        """The date that lies so many working days back."""
        weeks, rest = divmod(back, 5)
        found = self._last - timedelta(weeks=weeks)
        while rest:
            found -= timedelta(days=1)
            rest -= found.weekday() < _SATURDAY
        return found

    def moment(self, back: int, clock: str) -> datetime:
        """This time of the day that lies so many working days back."""
        hour, minute = map(int, clock.split(":"))
        return self._not_after_now(datetime.combine(self.day(back), time(hour, minute), ZONE))

    def some_time(self, back: int, chance: Random) -> datetime:
        """Some time in the working hours of that day."""
        return self.moment(back, f"{chance.randint(7, 17):02}:{chance.randint(0, 59):02}")

    def months_back(self, months: int) -> tuple[int, int]:
        """Year and month, so many months ago."""
        year, month = divmod(self.now.year * 12 + self.now.month - 1 - months, 12)
        return year, month + 1

    @staticmethod
    def days_of(months: int) -> int:
        """How many working days so many months have."""
        return months * _MONTH

    def talk(self, thread: Thread) -> list[datetime]:
        """When the comments of a thread were written, in order."""
        chance = Random(f"talk {thread.where}")
        start = moment = self.moment(thread.day, thread.clock)
        times: list[datetime] = []
        for place, remark in enumerate(thread.talk):
            comes_back = remark.author == thread.author and remark.answers is None
            if comes_back and place:
                moment = self._next_working_day(moment, chance, days=chance.choice((1, 1, 2)))
            else:
                moment = self._a_while_after(moment, chance, is_first=not place)
            times.append(moment)
        return self._squeezed(start, times)

    def after(self, moment: datetime, chance: Random, *, longest: timedelta) -> datetime:
        """Some time after a moment: soon rather than late."""
        later = self._by_day(moment + timedelta(minutes=3) + longest * chance.random() ** 3, chance)
        if later >= self.now:
            later = moment + (self.now - moment) * chance.uniform(0.2, 0.95)
        return later.astimezone(UTC)

    def _a_while_after(self, moment: datetime, chance: Random, *, is_first: bool) -> datetime:
        minutes = chance.uniform(8, 110) if is_first else chance.choice((7, 15, 25, 40, 70, 120, 200, 900))
        return self._by_day(moment + timedelta(minutes=minutes * chance.uniform(0.7, 1.4)), chance)

    def _next_working_day(self, moment: datetime, chance: Random, *, days: int) -> datetime:
        day = moment.astimezone(ZONE).date() + timedelta(days=days)
        while day.weekday() >= _SATURDAY:
            day += timedelta(days=1)
        return datetime.combine(day, time(chance.randint(7, 16), chance.randint(0, 59)), ZONE)

    def _by_day(self, moment: datetime, chance: Random) -> datetime:
        """The same, unless people sleep or most of them have a day off."""
        moment = moment.astimezone(ZONE)
        is_late, is_early = moment.hour >= _LAST_HOUR, moment.hour < _FIRST_HOUR
        is_off = moment.weekday() >= _SATURDAY and chance.random() < 0.75
        if not (is_late or is_early or is_off):
            return moment
        return self._next_working_day(moment, chance, days=0 if is_early and not is_off else 1)

    def _squeezed(self, start: datetime, times: Sequence[datetime]) -> list[datetime]:
        """The same times, moved together if they would reach beyond now; each at least a second after the last."""
        if times and times[-1] >= self.now:
            share = (self.now - start) * 0.97 / (times[-1] - start)
            times = [start + (moment - start) * share for moment in times]
        found: list[datetime] = []
        for moment in times:
            earliest = (found[-1] if found else start) + timedelta(seconds=1)
            found.append(max(moment, earliest).astimezone(UTC))
        return found

    def _not_after_now(self, moment: datetime) -> datetime:
        return min(moment, self.now - timedelta(minutes=20)).astimezone(UTC)
