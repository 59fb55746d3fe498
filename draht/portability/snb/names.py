"""The names behind ids: places, organisations, tags. Some ten thousand of each, so they are kept in memory."""

from typing import NamedTuple

from draht import richtext
from draht.portability.snb.fields import identity, in_words
from draht.portability.snb.network import flat
from draht.portability.snb.reading import BadRow, Folder


class Names(NamedTuple):
    """What ids in other files stand for."""

    places: dict[str, str]
    organisations: dict[str, str]
    tags: dict[str, str]


def read_names(folder: Folder) -> Names:
    """Read the static files. A city is told with its country: "Liège, Belgium"."""
    areas = {id: (name, within) for id, name, within in flat(folder.batches("place", 5, _area))}
    return Names(
        places={id: _with_country(id, areas) for id in areas},
        organisations=dict(flat(folder.batches("organisation", 5, _name))),
        tags=dict(flat(folder.batches("tag", 4, _name))),
    )


def _area(fields: list[str]) -> tuple[str, str, str]:
    """Id, name, and where a city lies; countries lie nowhere, because nobody says "Belgium, Europe"."""
    id, name, _, kind, within = fields
    return identity(id, "place"), _words(name), identity(within, "place") if kind == "city" and within else ""


def _name(fields: list[str]) -> tuple[str, str]:
    # An organisation has a type before its name, a tag has not.
    id, name = (fields[0], fields[2]) if len(fields) == 5 else (fields[0], fields[1])
    return identity(id, "name"), _words(name)


def _words(name: str) -> str:
    words = richtext.clean_line(in_words(name))
    if not words:
        raise BadRow("a name without letters")
    return words


def _with_country(id: str, areas: dict[str, tuple[str, str]]) -> str:
    name, within = areas[id]
    country = areas[within][0] if within in areas else name
    return name if name == country else f"{name}, {country}"
