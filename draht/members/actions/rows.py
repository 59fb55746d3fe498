"""What the writes about rows of a profile share."""

from collections.abc import Iterable
from typing import TypeVar

from django.db import models
from django.utils.translation import gettext as _

from draht.common.refusal import Refused
from draht.members.models import Entry
from draht.richtext import clean_line, clean_text

E = TypeVar("E", bound=Entry)

FIRST_YEAR = 1930
LAST_YEAR = 2100
# More rows than any career has; a section stays readable and a form cannot fill the disk.
MOST_ROWS = 100


def line(text: str, longest: int, *, field: str) -> str:
    """A clean line, or Refused at `field` if it is longer than `longest`."""
    clean = clean_line(text)
    if len(clean) > longest:
        raise Refused(_("At most %(number)d characters, please.") % {"number": longest}, field=field)
    return clean


def text(typed: str, longest: int, *, field: str) -> str:
    """Clean text of several lines, or Refused at `field` if it is longer than `longest`."""
    clean = clean_text(typed)
    if len(clean) > longest:
        raise Refused(_("At most %(number)d characters, please.") % {"number": longest}, field=field)
    return clean


def needed(text: str, longest: int, *, field: str) -> str:
    """A clean line that is not empty."""
    clean = line(text, longest, field=field)
    if not clean:
        raise Refused(_("Please fill this in."), field=field)
    return clean


def years(from_year: int | None, to_year: int | None) -> None:
    """Refuse years that cannot be, and an end before the beginning."""
    for field, year in (("from_year", from_year), ("to_year", to_year)):
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            raise Refused(_("This year cannot be right."), field=field)
    if from_year and to_year and to_year < from_year:
        raise Refused(_("The end lies before the beginning."), field="to_year")


def _too_many(field: str = "") -> Refused:
    message = _("More than %(number)d entries would not be read by anybody.") % {"number": MOST_ROWS}
    return Refused(message, field=field)


def room_for_one(rows: models.QuerySet[E]) -> None:
    """Refuse one more row when there are many already."""
    if rows.count() >= MOST_ROWS:
        raise _too_many()


def distinct(names: Iterable[str], longest: int, *, field: str) -> list[str]:
    """Clean words in their order, none twice, none empty."""
    found: dict[str, str] = {}
    for name in names:
        if clean := line(name, longest, field=field):
            found.setdefault(clean.casefold(), clean)
    if len(found) > MOST_ROWS:
        raise _too_many(field)
    return list(found.values())
