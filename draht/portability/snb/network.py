"""One foreign network on its way in."""

from collections.abc import Callable, Container, Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from draht.portability import queries
from draht.portability.actions import Arrival, remember
from draht.portability.queries import Own
from draht.portability.snb.reading import Folder, Place
from draht.portability.snb.report import Report

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A row that could be read, where it stands, and the foreign name of what it says."""

    place: Place
    foreign: str
    value: T


class Network:
    """A network under the name by which this Draht remembers it."""

    def __init__(self, name: str, folder: Folder, report: Report) -> None:
        self.name = name
        self.folder = folder
        self.report = report

    @property
    def domain(self) -> str:
        """For addresses that reach nobody (RFC 2606)."""
        return f"{self.name}.invalid"

    def fresh(self, kind: str, rows: Iterable[Found[T]]) -> list[Found[T]]:
        """Those rows that have not come in before. A second row of the same name is reported."""
        rows = list(rows)
        known = queries.known(self.name, kind, (row.foreign for row in rows))
        unique: dict[str, Found[T]] = {}
        for row in rows:
            if row.foreign in known:
                self.report.known[kind] += 1
            elif row.foreign in unique:
                self.problem(row.place, f"the same {kind} as in {unique[row.foreign].place}")
            else:
                unique[row.foreign] = row
        return list(unique.values())

    def only(
        self, rows: Iterable[Found[T]], kind: str, asked: Callable[[T], Iterable[str]], here: Container[str]
    ) -> list[Found[T]]:
        """Those rows of which everything they refer to is `here`; the others are reported."""
        kept = []
        for row in rows:
            missing = next((id for id in asked(row.value) if id not in here), None)
            if missing is None:
                kept.append(row)
            else:
                self.problem(row.place, f"{kind} {missing} is not here")
        return kept

    def own(self, kind: str, foreign: Iterable[str]) -> dict[str, Own]:
        """What these became here."""
        return queries.own(self.name, kind, foreign)

    def came_in(self, kind: str, arrivals: Iterable[Arrival]) -> None:
        """Remember what came in; call it in the transaction that brings it in."""
        arrivals = list(arrivals)
        remember(network=self.name, kind=kind, arrivals=arrivals)
        self.report.loaded[kind] += len(arrivals)

    def problem(self, place: Place, reason: str) -> None:
        """Name a row that is left out."""
        self.report.problem(place, reason)


def side_by_side(rows: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    """What belongs to each, in the order of the file."""
    found: dict[str, list[T]] = {}
    for key, value in rows:
        found.setdefault(key, []).append(value)
    return found


def flat(batches: Iterable[list[tuple[Place, T]]]) -> Iterator[T]:
    """The values of batches that nobody has a complaint about."""
    return (value for batch in batches for _, value in batch)
