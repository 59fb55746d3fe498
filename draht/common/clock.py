"""The one clock. Everything that writes a time asks it, so that the demo trade and imports can write the past."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def now() -> datetime:
    """The current moment in UTC, or the one set by `at`."""
    return _moment.get() or timezone.now()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let everything inside happen at `moment` (timezone-aware): times and ids carry it."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)
