"""A month of a company on one sheet of paper, set by Typst. What is said goes in as data, never as markup."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import font_source_sans_pro
import typst
from babel import dates
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from draht.goals.models import Goal
from draht.insights.queries import Course, GoalLine

_FONTS = Path(font_source_sans_pro.SourceSansPro).parent
_SHEET = Path(__file__).parent / "typst" / "month.typ"


def month_sheet(name: str, month: date, courses: Iterable[Course], goals: Iterable[GoalLine]) -> bytes:
    """The PDF. `name` is the company's."""
    language = get_language() or settings.LANGUAGE_CODE
    data = {
        "lang": language[:2],
        "network": settings.DRAHT_NAME,
        "name": name,
        "month": dates.format_skeleton("yMMMM", month, locale=language.replace("-", "_")),
        "goals_title": _("Goals"),
        "figures_title": _("What the month shows"),
        "note": _("Counted from public acts and from the team’s inbox. No figure is about a single person."),
        "goals": [_goal(line, language) for line in goals],
        "figures": [
            {
                "label": course.label,
                "definition": str(course.definition),
                "value": course.unsaid if course.now is None else str(course.now),
                "months": [month.value or 0 for month in course.months],
            }
            for course in courses
        ],
    }
    inputs = {"data": json.dumps(data)}
    sheet: bytes = typst.compile(_SHEET, output=None, font_paths=[_FONTS], ignore_system_fonts=True, sys_inputs=inputs)
    return sheet


def _goal(line: GoalLine, language: str) -> dict[str, Any]:
    """A goal with a bar for each target."""
    day = dates.format_date(line.goal.until, "medium", language)
    targets = [
        {
            "label": target.indicator,
            "share": target.share,
            "text": _("%(value)s of %(wanted)s by %(day)s")
            % {
                "value": _("fewer than 5") if target.value is None else target.value,
                "wanted": target.target.wanted,
                "day": day,
            },
        }
        for target in line.targets
    ]
    return {"words": line.goal.words, "theme": line.theme, "targets": targets}


def targets_by_indicator(goals: Iterable[Goal]) -> dict[str, str]:
    """By indicator what is wanted of it by when, and for which goal: a cell of a table. It begins with a number, so
    that no program takes what a goal is called for a formula."""
    found: dict[str, list[str]] = {}
    for goal in goals:
        for target in goal.targets.all():
            words = _("%(wanted)s by %(day)s for “%(goal)s”")
            facts = {"wanted": target.wanted, "day": goal.until.isoformat(), "goal": goal.words}
            found.setdefault(target.indicator, []).append(words % facts)
    return {indicator: "; ".join(cells) for indicator, cells in found.items()}
