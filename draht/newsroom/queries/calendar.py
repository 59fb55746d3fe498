"""A company's month: what was published, what is planned, what begins and ends."""

import calendar as almanac
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from django.utils import timezone

from draht.common import clock
from draht.common.ids import first_id_at, time_of
from draht.companies.hours import Hours, holiday_on, is_working_day
from draht.companies.queries import hours_of_company
from draht.giveaways.queries import turns_between
from draht.newsroom.models import DraftState
from draht.newsroom.queries.drafts import open_drafts
from draht.posts.queries import published_between

# More posts of a month than these are on the page of the company.
MOST = 200


class Sort(StrEnum):
    """What an entry of the calendar is about."""

    PUBLISHED = "published"
    PLANNED = "planned"
    WISHED = "wished"  # a draft with a moment that nobody has planned
    STOPPED = "stopped"
    OPENS = "opens"
    CLOSES = "closes"


class Entry(NamedTuple):
    """Something at a moment. `id`: of the post, the draft or the giveaway."""

    at: datetime
    sort: Sort
    id: int
    words: str


@dataclass
class Day:
    """A day. `closed`: the public holiday where the company is, or ""; `is_open`: whether it works."""

    day: date
    is_within: bool
    is_today: bool
    is_past: bool
    closed: str
    is_open: bool
    entries: list[Entry] = field(default_factory=list)


class Month(NamedTuple):
    """A month in weeks from Monday to Sunday; the days before and after it are there, too, but empty."""

    first: date
    before: date
    after: date
    weeks: list[list[Day]]

    @property
    def has_entries(self) -> bool:
        """Whether there is anything at all."""
        return any(day.entries for week in self.weeks for day in week)


def calendar(viewer: int, company: int, first: date, *, language: str) -> Month:
    """The month of a company that begins with `first`, as `viewer`, who writes for it, sees it."""
    after = (first + timedelta(days=32)).replace(day=1)
    hours, today = hours_of_company(company), timezone.localdate(clock.now())
    weeks = [
        [_day(hours, day, first.month, today, language) for day in week]
        for week in almanac.Calendar().monthdatescalendar(first.year, first.month)
    ]
    days = {one.day: one for week in weeks for one in week if one.is_within}
    for entry in sorted(_entries(viewer, company, _midnight(first), _midnight(after))):
        days[timezone.localtime(entry.at).date()].entries.append(entry)
    return Month(first, (first - timedelta(days=1)).replace(day=1), after, weeks)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _day(hours: Hours, day: date, month: int, today: date, language: str) -> Day:
    is_within = day.month == month
    closed = holiday_on(hours, day, language) if is_within else ""
    return Day(day, is_within, day == today, day < today, closed, is_working_day(hours, day))


_SORTS = {DraftState.PLANNED: Sort.PLANNED, DraftState.STOPPED: Sort.STOPPED}


def _entries(viewer: int, company: int, begin: datetime, end: datetime) -> Iterable[Entry]:
    for id, words in published_between(company, first_id_at(begin), first_id_at(end), most=MOST):
        yield Entry(time_of(id), Sort.PUBLISHED, id, words)
    for draft in open_drafts(viewer, company):
        if draft.row.planned and begin <= draft.row.planned < end:
            yield Entry(draft.row.planned, _SORTS.get(draft.state, Sort.WISHED), draft.id, draft.beginning)
    for turn in turns_between(company, begin, end):
        yield Entry(turn.at, Sort.OPENS if turn.is_begin else Sort.CLOSES, turn.giveaway, turn.title)
