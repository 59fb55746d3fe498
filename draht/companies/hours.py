"""When a company is open, and the working time between two moments. Pure: knows no tables and no request.

A working day is a day on which the company opens and that is no public holiday where it has its seat. Moments come and
go as UTC; opening times are times of the company's own zone, so that they keep their place when the clocks change.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from types import MappingProxyType
from zoneinfo import ZoneInfo

import holidays

Span = tuple[time, time]
_ONE_DAY = timedelta(days=1)
# Nobody is closed for longer. Where the calendar says so all the same, its holidays are not this company's.
_LONGEST_BREAK = 60

# Monday to Friday, nine to five: what holds where a company has said nothing.
USUAL: Mapping[int, tuple[Span, ...]] = MappingProxyType({weekday: ((time(9), time(17)),) for weekday in range(5)})


@dataclass(frozen=True)
class Hours:
    """From when until when a company is there, by weekday (0: Monday), and where it is.

    Build it with `hours_of`: spans are in order and do not touch. `country` is ISO 3166-1 alpha-2, `region` the part
    after the hyphen of ISO 3166-2; without a country there are no holidays.
    """

    weekly: Mapping[int, tuple[Span, ...]]
    time_zone: str
    country: str = ""
    region: str = ""


def hours_of(times: Iterable[tuple[int, time, time]], *, time_zone: str, country: str = "", region: str = "") -> Hours:
    """The hours out of (weekday, opens, closes) in any order; none: the usual ones. What overlaps becomes one span."""
    weekly: dict[int, list[Span]] = {}
    for weekday, opens, closes in sorted(times):
        spans = weekly.setdefault(weekday, [])
        if spans and opens <= spans[-1][1]:
            opens, closes = spans[-1][0], max(closes, spans.pop()[1])
        spans.append((opens, closes))
    clean = {weekday: tuple(spans) for weekday, spans in weekly.items()}
    return Hours(clean or USUAL, time_zone, country, region)


@lru_cache(maxsize=512)
def holidays_of(country: str, region: str, year: int, language: str = "en") -> Mapping[date, str]:
    """The public holidays of a year by date, with their names in this language or else the country's; none for an
    unknown country. An unknown region has those of its whole country."""
    try:
        known = holidays.country_holidays(country)
    except NotImplementedError:
        return {}
    named = next((one for one in known.supported_languages if one.startswith(language)), None)
    part = region if region in known.subdivisions else None
    return dict(holidays.country_holidays(country, subdiv=part, years=year, language=named))


def holiday_on(hours: Hours, day: date, language: str = "en") -> str:
    """The name of the public holiday on this day where the company is, or ""."""
    return holidays_of(hours.country, hours.region, day.year, language).get(day, "")


def is_working_day(hours: Hours, day: date) -> bool:
    """Whether the company opens on this day."""
    return bool(hours.weekly.get(day.weekday())) and not holiday_on(hours, day)


def _spans(hours: Hours, day: date) -> list[tuple[datetime, datetime]]:
    zone = ZoneInfo(hours.time_zone)
    spans = (
        (datetime.combine(day, opens, zone), datetime.combine(day, closes, zone))
        for opens, closes in hours.weekly.get(day.weekday(), ())
    )
    return [(opens.astimezone(UTC), closes.astimezone(UTC)) for opens, closes in spans]


def working_days(hours: Hours, start: date) -> Iterator[date]:
    """The working days from `start` on, without end."""
    day, closed = start, 0
    while True:
        opens = bool(hours.weekly.get(day.weekday()))
        if opens and (closed > _LONGEST_BREAK or not holiday_on(hours, day)):
            yield day
            closed = 0
        else:
            closed += 1
        day += _ONE_DAY


def _open_from(hours: Hours, at: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The spans in which the company is open after `at`, the first cut off at `at`, without end."""
    for day in working_days(hours, _local(hours, at).date()):
        for opens, closes in _spans(hours, day):
            if closes > at:
                yield max(opens, at.astimezone(UTC)), closes


def _local(hours: Hours, at: datetime) -> datetime:
    return at.astimezone(ZoneInfo(hours.time_zone))


def is_open(hours: Hours, at: datetime) -> bool:
    """Whether the company is there at this moment. It is there when it opens and gone when it closes."""
    return next_opening(hours, at) == at


def next_opening(hours: Hours, at: datetime) -> datetime:
    """The first moment from `at` on at which the company is there: `at` itself while it is open."""
    return next(_open_from(hours, at))[0]


def working_days_after(hours: Hours, at: datetime, days: int) -> datetime:
    """The same time of day so many working days later. What comes in while the company is closed counts from the next
    opening. If it is closed at that time on that day: when it opens again on that day, or has closed for good on it."""
    start = next_opening(hours, at)
    if days == 0:
        return start
    begun = _local(hours, start)
    day = next(islice(working_days(hours, begun.date() + _ONE_DAY), days - 1, None))
    same_time = datetime.combine(day, begun.time(), begun.tzinfo).astimezone(UTC)
    spans = _spans(hours, day)
    return next((max(opens, same_time) for opens, closes in spans if closes > same_time), spans[-1][1])


def working_time_after(hours: Hours, at: datetime, working: timedelta) -> datetime:
    """The moment at which the company has been open for so long since `at`."""
    left = working
    for opens, closes in _open_from(hours, at):
        if left <= closes - opens:
            return opens + left
        left -= closes - opens
    raise AssertionError("opening times have no end")


def working_time_between(hours: Hours, start: datetime, end: datetime) -> timedelta:
    """For how long the company is open between two moments; nothing if `end` is not after `start`."""
    worked = timedelta(0)
    for opens, closes in _open_from(hours, start):
        if opens >= end:
            break
        worked += min(closes, end) - opens
    return worked


def due(hours: Hours, at: datetime, promised: timedelta | None = None) -> datetime:
    """Until when something that comes in at `at` is to be answered: one working day.

    What comes in during the hours of a day is due at the same time of the next working day (`working_days_after`); out
    of hours it counts from the next opening. A company may promise less: so much working time, never more than the day.
    """
    one_day = working_days_after(hours, at, 1)
    return one_day if promised is None else min(one_day, working_time_after(hours, at, promised))


def half_time(hours: Hours, at: datetime, promised: timedelta | None = None) -> datetime:
    """When half of the working time between `at` and its `due` is over."""
    return working_time_after(hours, at, working_time_between(hours, at, due(hours, at, promised)) / 2)
