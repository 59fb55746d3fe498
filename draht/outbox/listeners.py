"""Who listens to what: filled by `draht/config/wiring.py`, asked by `record` and by the worker."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from django.utils.module_loading import import_string

from draht.outbox.events import Event, Fact, name_of

E = TypeVar("E", bound=Event)

_paths: dict[type[Event], list[str]] = {}
_kinds: dict[str, type[Event]] = {}
_is_unheard: ContextVar[bool] = ContextVar("is_unheard", default=False)


def listen(kind: type[E], handler: Callable[[E], None]) -> None:
    """Call `handler` with every event of this kind from now on, each time in a job of its own.

    `handler` is a function of a module. It runs in one transaction that also ends its job, so what it writes to the
    database is written once; it does nothing slow and nothing outside of the database, but enqueues a task for that.
    """
    path = f"{handler.__module__}.{handler.__qualname__}"
    if "<" in path:
        raise TypeError(f"{path} cannot be found again by a worker: a handler is a function of a module.")
    _kinds[name_of(kind)] = kind
    paths = _paths.setdefault(kind, [])
    if path not in paths:
        paths.append(path)


@contextmanager
def unheard() -> Iterator[None]:
    """Let what happens inside be recorded, but tell nobody: what is brought in from long ago is no news.

    Whatever is built from events must be built anew afterwards.
    """
    token = _is_unheard.set(True)
    try:
        yield
    finally:
        _is_unheard.reset(token)


def who_hears(kind: type[Event]) -> list[str]:
    """The paths of the functions to be told of an event of this kind that happens now."""
    return [] if _is_unheard.get() else listeners_of(kind)


def listeners_of(kind: type[Event]) -> list[str]:
    """The paths of the functions that listen to this kind of event."""
    return _paths.get(kind, [])


def tell_listener(path: str, name: str, facts: dict[str, Fact]) -> None:
    """Make the event again and call one listener with it. Raises LookupError if nobody listens to `name` any more."""
    kind = _kinds.get(name)
    if kind is None or path not in listeners_of(kind):
        raise LookupError(f"{path} does not listen to {name} any more.")
    import_string(path)(kind(**facts))
