"""Times of a career, as people write them: month and year, or the year alone."""

import datetime as dt
import functools

from babel import dates
from django.utils.translation import get_language

_LOCALES = {"en": "en_GB"}


def _locale() -> str:
    code = get_language() or "en"
    return _LOCALES.get(code, code.replace("-", "_"))


@functools.lru_cache(maxsize=4096)
def _month_and_year(locale: str, year: int, month: int) -> str:
    return str(dates.format_skeleton("yMMM", dt.date(year, month, 1), locale=locale))


def month_and_year(year: int | None, month: int | None) -> str:
    """Apr 2021, 2021, or nothing."""
    if year is None:
        return ""
    return _month_and_year(_locale(), year, month) if month else str(year)


def machine_month(year: int | None, month: int | None) -> str:
    """2021-04, 2021, or nothing: as HTML's `datetime` and microformats read it."""
    if year is None:
        return ""
    return f"{year:04}-{month:02}" if month else f"{year:04}"


def month_names() -> list[tuple[int, str]]:
    """The months by number, as choices."""
    names = dates.get_month_names("wide", context="stand-alone", locale=_locale())
    return [(number, names[number]) for number in range(1, 13)]
