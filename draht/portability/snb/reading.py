"""Files to rows: what is read, and what is not let in.

A row is a line; fields are separated by "|", without quoting. Every line has a limit, because a file from elsewhere may
be anything. A row that cannot be read is reported with file and line, and the next one is read.
"""

import gzip
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar

from tqdm import tqdm

from draht.portability.snb.report import Report

BATCH = 1_000
LONGEST_LINE = 64 * 1024
T = TypeVar("T")


class BadRow(Exception):
    """Why a row is left out, in words."""


class Place(NamedTuple):
    """Where a row stands."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Row(NamedTuple):
    """The fields of one line."""

    place: Place
    fields: list[str]


class Folder:
    """A network in the published layout: `static/` and `dynamic/`, or all files in one folder."""

    def __init__(self, path: Path, report: Report) -> None:
        self.path = path.resolve()
        self.report = report

    def files(self, name: str) -> list[Path]:
        """The parts of a file in order: person_0_0.csv, person_1_0.csv.gz. Links that lead out of the folder do not
        count."""
        pattern = re.compile(rf"{name}_(\d+)_(\d+)\.csv(\.gz)?")
        found = [
            (int(match[1]), int(match[2]), path)
            for part in ("dynamic", "static", ".")
            for path in sorted((self.path / part).glob(f"{name}_*"))
            if (match := pattern.fullmatch(path.name)) and path.is_file()
        ]
        inside = [entry for entry in found if entry[2].resolve().is_relative_to(self.path)]
        for _, _, path in set(found) - set(inside):
            self.report.problem(path.name, "a link that leads out of the folder is not followed")
        return [path for _, _, path in sorted(inside)]

    def rows(self, name: str, columns: int) -> Iterator[Row]:
        """The rows of a file in all its parts, with a progress bar for each part."""
        for path in self.files(name):
            try:
                yield from self._rows(path, columns)
            except (OSError, EOFError, gzip.zlib.error) as error:  # type: ignore[attr-defined]
                self.report.problem(path.name, f"cannot be read further: {error}")

    def batches(self, name: str, columns: int, parse: Callable[[list[str]], T]) -> Iterator[list[tuple[Place, T]]]:
        """The rows of a file as `parse` understands them, many at a time. What it refuses is reported."""
        batch: list[tuple[Place, T]] = []
        for place, fields in self.rows(name, columns):
            try:
                batch.append((place, parse(fields)))
            except BadRow as bad:
                self.report.problem(place, str(bad))
            if len(batch) >= BATCH:
                yield batch
                batch = []
        if batch:
            yield batch

    def _rows(self, path: Path, columns: int) -> Iterator[Row]:
        with ExitStack() as stack:
            raw = stack.enter_context(path.open("rb"))
            file: BinaryIO = gzip.open(raw) if path.suffix == ".gz" else raw  # type: ignore[assignment]  # noqa: SIM115
            bar = stack.enter_context(self.report.bar(path.name, path.stat().st_size))
            for number, line in enumerate(_lines(file), start=1):
                if number % BATCH == 0:
                    _move(bar, raw.tell())
                if number == 1:  # the header
                    continue
                try:
                    yield Row(Place(path.name, number), _fields(line, columns))
                except BadRow as bad:
                    self.report.problem(Place(path.name, number), str(bad))
            _move(bar, raw.tell())


def _move(bar: "tqdm[None]", position: int) -> None:
    bar.update(position - bar.n)


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a file; None for one that is too long."""
    while line := file.readline(LONGEST_LINE + 1):
        if len(line) <= LONGEST_LINE:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE)
        yield None


def _fields(line: bytes | None, columns: int) -> list[str]:
    if line is None:
        raise BadRow(f"longer than {LONGEST_LINE:,} bytes")
    try:
        text = line.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise BadRow(f"not UTF-8 at byte {error.start + 1}") from None
    fields = text.split("|")
    if len(fields) == columns + 1 and not fields[-1]:
        fields.pop()  # some versions of the generator end each line with "|"
    if len(fields) != columns:
        raise BadRow(f"{len(fields)} fields instead of {columns}")
    return fields


def pages_of(rows: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Some rows at a time."""
    page: list[T] = []
    for row in rows:
        page.append(row)
        if len(page) >= size:
            yield page
            page = []
    if page:
        yield page
