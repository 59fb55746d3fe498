"""Every address there is, from the resolver itself."""

from collections.abc import Iterable, Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def names() -> list[str]:
    """The names of all addresses, with the names of their rooms; a nameless one by its pattern."""
    return sorted(set(_names(get_resolver().url_patterns, "", "")))


def _names(patterns: Iterable[URLPattern | URLResolver], rooms: str, above: str) -> Iterator[str]:
    for pattern in patterns:
        path = f"{above}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            inside = f"{rooms}{pattern.namespace}:" if pattern.namespace else rooms
            yield from _names(pattern.url_patterns, inside, path)
        else:
            yield f"{rooms}{pattern.name}" if pattern.name else path
