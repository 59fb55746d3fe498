"""The tags of messages, as hashtags.

They are part of what was published and belong to no sentence, so they stand below the text in a line of their own.
"""

import re

from draht.portability import queries
from draht.portability.snb.fields import identity
from draht.portability.snb.names import Names
from draht.portability.snb.network import Network, side_by_side
from draht.portability.snb.reading import BadRow, pages_of
from draht.richtext.tags import LENGTH, TAG, canonical_tag


def hashtag(name: str) -> str:
    """A tag as a hashtag: "Rock & Roll" is #Rock_Roll, and one that is too long loses its last words. Raises BadRow for
    a name that cannot be one, such as a year."""
    words = re.sub(r"\W+", "_", name).strip("_").split("_")
    while len(canonical_tag("_".join(words))) > LENGTH:
        words.pop()
    found = "#" + "_".join(words)
    if not TAG.fullmatch(found):
        raise BadRow(f"{name!r} cannot be a hashtag")
    return found


class Tags:
    """The hashtags of one kind of message by its foreign id."""

    def __init__(self, network: Network, kind: str, names: Names) -> None:
        self._network = network
        self._kind = kind
        self._names = names
        rows = (row for batch in network.folder.batches(f"{kind}_hasTag_tag", 2, self._parse) for row in batch)
        self._waiting = side_by_side((id, (place, tag)) for place, (id, tag) in rows)

    def below(self, text: str, foreign: str, *, longest: int) -> str:
        """The text with its hashtags below. Those that do not fit are reported."""
        line = ""
        for place, tag in self._waiting.pop(foreign, ()):
            longer = f"{line} {tag}".lstrip()
            if len(text) + 2 + len(longer) > longest:
                self._network.problem(place, f"{tag} does not fit below the text")
            elif tag not in line.split():
                line = longer
        return f"{text}\n\n{line}" if line else text

    def report_lost(self) -> None:
        """Name the tags of messages that are not there. Called when all messages have been read."""
        for page in pages_of(self._waiting.items()):
            here = queries.known(self._network.name, self._kind, (id for id, _ in page))
            for id, rows in page:
                for place, _ in rows if id not in here else ():
                    self._network.problem(place, f"there is no {self._kind} {id}")

    def _parse(self, fields: list[str]) -> tuple[str, str]:
        id, tag = identity(fields[0], self._kind), identity(fields[1], "tag")
        if tag not in self._names.tags:
            raise BadRow(f"there is no tag {tag}")
        return id, hashtag(self._names.tags[tag])
