"""Fields to values. Each raises BadRow with the reason when a field cannot mean anything."""

from datetime import UTC, date, datetime, timedelta

from django.utils import timezone

from draht.common import clock
from draht.common.ids import LARGEST, new_id, time_of
from draht.members.actions.rows import FIRST_YEAR, LAST_YEAR
from draht.portability.snb.reading import BadRow

_DIGITS = 19
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_BIRTHDAY = date(1850, 1, 1)


def identity(field: str, what: str) -> str:
    """A foreign id: up to 19 digits, as text."""
    if not (field.isascii() and field.isdigit() and len(field) <= _DIGITS and int(field) <= LARGEST):
        raise BadRow(f"{_shown(field)} is no id of a {what}")
    return str(int(field))


def moment(field: str) -> datetime:
    """A time: ISO 8601, or milliseconds since 1970 as some published networks have it. Not in the future: an entry
    from then would stand above all others."""
    try:
        if field.isascii() and field.isdigit() and len(field) >= 9:
            found = _EPOCH + timedelta(milliseconds=int(field))
        else:
            found = datetime.fromisoformat(field)
            found = found if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise BadRow(f"{_shown(field)} is no time") from None
    if not _EPOCH < found <= timezone.now():
        raise BadRow(f"{_shown(field)} lies before 1970 or in the future")
    return found.astimezone(UTC)


def day(field: str) -> date:
    """A day: ISO 8601, or milliseconds since 1970."""
    try:
        if field.lstrip("-").isdigit():
            found = (_EPOCH + timedelta(milliseconds=int(field))).date()
        else:
            found = date.fromisoformat(field)
    except (ValueError, OverflowError):
        raise BadRow(f"{_shown(field)} is no day") from None
    if not _FIRST_BIRTHDAY <= found <= timezone.now().date():
        raise BadRow(f"{_shown(field)} cannot be a birthday")
    return found


def year(field: str) -> int:
    """A year of a career."""
    if not (field.isascii() and field.isdigit() and len(field) == 4 and FIRST_YEAR <= int(field) <= LAST_YEAR):
        raise BadRow(f"{_shown(field)} is no year")
    return int(field)


def id_at(when: datetime, *, after: int = 0) -> int:
    """A fresh id that carries the time `when`, or the millisecond after what the thing belongs to if that is later:
    an answer comes after what it answers, whatever a file says."""
    with clock.at(max(when, time_of(after) + timedelta(milliseconds=1)) if after else when):
        return new_id()


def in_words(name: str) -> str:
    """A name from DBpedia as people write it."""
    return " ".join(name.replace("_", " ").split())


def _shown(field: str) -> str:
    return repr(field if len(field) <= 40 else f"{field[:40]}…")
