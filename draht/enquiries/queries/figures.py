"""How the team as a whole answers."""

import math
from typing import NamedTuple

from draht.enquiries.models import Figures
from draht.enquiries.rules import FEWEST_CASES, FIGURES_DAYS


class AnswerFigures(NamedTuple):
    """What a page shows of how fast its team answers: in how many working hours (median, rounded up; None if nothing
    was answered), and how many of a hundred within one working day, over so many days."""

    hours: int | None
    percent: int
    cases: int
    days: int


def answer_figures(company: int) -> AnswerFigures | None:
    """The figures of a company; None as long as they rest on too few cases. One row, found by its key."""
    row = Figures.objects.filter(company=company, cases__gte=FEWEST_CASES).first()
    if row is None:
        return None
    hours = None if row.minutes is None else max(1, math.ceil(row.minutes / 60))
    # Rounded down: a hundred says that none was missed.
    return AnswerFigures(hours, 100 * row.in_a_day // row.cases, row.cases, FIGURES_DAYS)
