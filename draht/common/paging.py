"""Paging by id: a page and where the older ones begin. Never by offset, never with a count."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from draht.common.ids import LARGEST

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some entries, newest first, and the id to pass as `before` for older ones (None: there are none)."""

    items: Sequence[T]
    older: int | None


def read_before(raw: str | None) -> int:
    """The `before` of an address; anything that is not an id means the newest page."""
    if raw and raw.isascii() and raw.isdigit() and len(raw) <= 19:
        return min(int(raw), LARGEST)
    return LARGEST


def page_of(rows: Sequence[T], *, size: int, id_of: Callable[[T], int]) -> Page[T]:
    """Make a page out of up to `size + 1` rows: the one too many only says that there are older ones."""
    items = rows[:size]
    return Page(items=items, older=id_of(items[-1]) if len(rows) > size else None)
