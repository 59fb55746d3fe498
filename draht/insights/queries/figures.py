"""A company's months, as counted."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from draht.goals.models import Goal, Indicator, Target
from draht.goals.queries import professions_of
from draht.goals.rules import share_of_time, share_reached
from draht.insights.models import MonthFigure
from draht.insights.rules import FEWEST

MONTHS = 12
DEFINITIONS: dict[Indicator, Promise] = {
    Indicator.FOLLOWERS: _("Who followed the page at the end of the month and has not stopped since."),
    Indicator.PROFESSIONS: _(
        "Of these, whose title names one of the professions you want. Careers shown to contacts alone do not count. "
        "From five up."
    ),
    Indicator.COMMENTS: _("Comments below the company’s posts that are not its own."),
    Indicator.RETURNING: _("People who commented in this month and had done so in an earlier one. From five up."),
    Indicator.ENQUIRIES_NEW: _("Enquiries by people who had never asked the company before."),
    Indicator.ENQUIRIES_KNOWN: _("Enquiries by people who had asked the company before."),
    Indicator.ANSWERED: _("Of a hundred first questions, how many were answered within one working day."),
    Indicator.CASES: _("Critical comments that became a case in this month."),
    Indicator.SOLVED: _("Cases that were called solved in this month."),
    Indicator.RECOMMENDATIONS: _("How often members passed the company’s posts on."),
    Indicator.REACH: _("In how many feeds these recommendations put its posts; whether they were read, nobody counts."),
}
# Numbers of people, of whom nothing is said below five.
_PEOPLE = {Indicator.RETURNING, Indicator.PROFESSIONS}
# Shares of something: of nothing there is none.
_SHARES = {Indicator.ANSWERED}


class Month(NamedTuple):
    """A month of an indicator; `value` is None where nothing can be said: see `Course.unsaid`."""

    month: date
    value: int | None


class Course(NamedTuple):
    """An indicator over the last months, the oldest first."""

    indicator: Indicator
    label: str
    definition: Promise
    months: list[Month]

    @property
    def unsaid(self) -> str:
        """What stands where there is no value: there were fewer than five people, or nothing to count from."""
        return str(_("fewer than 5")) if self.indicator in _PEOPLE else "–"

    @property
    def now(self) -> int | None:
        """The value of the newest month."""
        return self.months[-1].value if self.months else None


def months_before(last: date, count: int = MONTHS) -> list[date]:
    """The first days of `count` months, `last` being the newest of them."""
    found = [last]
    while len(found) < count:
        first = found[0]
        found.insert(0, date(first.year - (first.month == 1), (first.month - 2) % 12 + 1, 1))
    return found


def courses(company: int, last: date) -> tuple[list[Course], datetime | None]:
    """Every indicator over the twelve months up to `last`, and when the newest figure was counted. That of professions
    only if some are named."""
    wanted = months_before(last)
    rows = list(MonthFigure.objects.filter(company=company, month__in=wanted))
    known = {(row.indicator, row.month): row.value for row in rows}
    found = []
    for indicator in indicators_of(company):
        nothing = None if indicator in _SHARES else 0
        months = [Month(month, _said(indicator, known.get((indicator, month), nothing))) for month in wanted]
        found.append(Course(indicator, str(indicator.label), DEFINITIONS[indicator], months))
    return found, max((row.counted for row in rows), default=None)


def indicators_of(company: int) -> list[Indicator]:
    """What can be counted of a company."""
    return [one for one in Indicator if one is not Indicator.PROFESSIONS or professions_of(company)]


def _said(indicator: Indicator, value: int | None) -> int | None:
    return None if value is not None and indicator in _PEOPLE and 0 < value < FEWEST else value


def value_now(company: int, indicator: Indicator) -> int | None:
    """What an indicator shows now: its newest month; 0 before anything was counted, None if nothing can be said."""
    row = MonthFigure.objects.filter(company=company, indicator=indicator).order_by("-month").first()
    return _said(indicator, row.value) if row else 0


class TargetLine(NamedTuple):
    """A target with how far it is; `value` is None below five people. `is_ahead`: more is gone of the way than of
    the time."""

    target: Target
    indicator: str
    value: int | None
    share: float
    is_ahead: bool


class GoalLine(NamedTuple):
    """A goal with its targets."""

    goal: Goal
    theme: str
    targets: list[TargetLine]


def goal_lines(goals: Iterable[Goal], company: int, today: date) -> list[GoalLine]:
    """How far these goals of a company are."""
    return [
        GoalLine(
            goal,
            str(goal.get_theme_display()),
            [_target_line(target, company, goal.until, today) for target in goal.targets.all()],
        )
        for goal in goals
    ]


def _target_line(target: Target, company: int, until: date, today: date) -> TargetLine:
    value = value_now(company, Indicator(target.indicator))
    share = share_reached(target.begins_at, target.wanted, value or 0)
    time = share_of_time(target.since.date(), until, today)
    return TargetLine(target, str(target.get_indicator_display()), value, share, share >= time)
