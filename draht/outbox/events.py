"""What an event is."""

from dataclasses import fields, is_dataclass
from typing import cast

from django.apps import apps

Fact = int | str | bool | None


class Event:
    """Something that happened. Subclasses are frozen dataclasses in the past tense whose fields are `Fact`s.

    Events carry ids, not objects: a listener looks up what is true when it runs.
    """

    __slots__ = ()


def name_of(kind: type[Event]) -> str:
    """The lasting name of a kind of event: app label and class, `posts.PostPublished`."""
    app = apps.get_containing_app_config(kind.__module__)
    if app is None:
        raise TypeError(f"{kind.__module__}.{kind.__qualname__} is an event outside of any installed app.")
    return f"{app.label}.{kind.__name__}"


def facts_of(event: object) -> dict[str, Fact]:
    """The fields of an event as JSON can hold them. Raises TypeError if one is not an int, str, bool or None."""
    if not is_dataclass(event):
        raise TypeError(f"{type(event).__name__} must be a frozen dataclass to be recorded.")
    facts: dict[str, object] = {field.name: getattr(event, field.name) for field in fields(event)}
    for name, value in facts.items():
        if not (value is None or isinstance(value, int | str)):  # bool is an int
            raise TypeError(f"{type(event).__name__}.{name} is a {type(value).__name__}; events carry ids and words.")
    return cast("dict[str, Fact]", facts)
