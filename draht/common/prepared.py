"""Querysets of hot pages and acts, compiled once and run with other values.

Django builds and compiles a queryset anew each time, which costs ten times what the database needs for it. What is
prepared lets a rule stay where it is written, as a queryset, and still cost what plain SQL costs.
"""

import functools
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple, cast

from django.db import connection
from django.db.models import QuerySet
from django.db.models.sql import DeleteQuery, Query, UpdateQuery
from django.db.models.sql.compiler import SQLCompiler

from draht.common.statements import change, rows

Argument = int | str | datetime | Sequence[int]
Rows = QuerySet[Any, Any]
Convert = Callable[[list[Any]], list[Any]]


def _mark(place: int, kind: type) -> Any:
    """A value that no row holds and that marks where the real one goes."""
    if kind is int:
        return 8_000_000_000_000_000_001 + place
    return f"\0{place}" if kind is str else datetime(9000, 1, 1, tzinfo=UTC) + timedelta(seconds=place)


class _Compiled(NamedTuple):
    """A statement; for each parameter which value goes there, or None and its fixed value; what its rows need."""

    sql: str
    places: list[tuple[int | None, Any]]
    convert: Convert | None


class _Statement(ABC):
    """A statement built from numbers (ids), lists of numbers, texts and moments.

    `build` must put its arguments into the query as they are, against columns of 64 bits, of text and of moments: it is
    called once for each length of the lists.
    """

    def __init__(self, build: Callable[..., Any]) -> None:
        """Remember how to build; nothing is compiled before the first call."""
        self._build = build
        self._compile = functools.lru_cache(maxsize=256)(self._compiled)
        self.__doc__ = build.__doc__

    def _filled(self, arguments: Sequence[Argument]) -> tuple[str, list[Any], Convert | None] | None:
        """The statement and its parameters; None if a list is empty, for which there can be no row."""
        values: list[Any] = []
        shapes: list[type | int] = []  # for a list its length
        for argument in arguments:
            if isinstance(argument, int):
                values.append(argument)
                shapes.append(int)
            elif isinstance(argument, str):
                values.append(argument)
                shapes.append(str)
            elif isinstance(argument, datetime):
                values.append(connection.ops.adapt_datetimefield_value(argument))
                shapes.append(datetime)
            else:
                values += argument
                shapes.append(len(argument))
        if 0 in shapes:
            return None
        sql, places, convert = self._compile(connection.vendor, tuple(shapes))
        return sql, [value if place is None else values[place] for place, value in places], convert

    def _compiled(self, vendor: str, shapes: tuple[type | int, ...]) -> _Compiled:
        kinds = [kind for shape in shapes for kind in ([shape] if isinstance(shape, type) else [int] * shape)]
        marks = [_mark(place, kind) for place, kind in enumerate(kinds)]
        left = iter(marks)
        arguments = [next(left) if isinstance(shape, type) else [next(left) for _ in range(shape)] for shape in shapes]
        compiler = self._query(self._build(*arguments)).get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        adapt = connection.ops.adapt_datetimefield_value
        places = {adapt(mark) if isinstance(mark, datetime) else mark: place for place, mark in enumerate(marks)}
        wanted = (int, str, datetime)
        found = [(places.get(value) if isinstance(value, wanted) else None, value) for value in parameters]
        return _Compiled(sql, found, _converting(compiler))

    @abstractmethod
    def _query(self, built: Any) -> Query:
        """The query to compile, made of what `build` returned."""


def _converting(compiler: SQLCompiler) -> Convert | None:
    """What makes Python's values of the database's, where they differ."""
    converters = compiler.get_converters([column for column, _, _ in compiler.select or ()])

    def convert(found: list[Any]) -> list[Any]:
        return list(map(tuple, compiler.apply_converters(found, converters)))

    return convert if converters else None


class Prepared(_Statement):
    """A `values_list` queryset, called like a function for its rows."""

    def __call__(self, *arguments: Argument) -> list[tuple[Any, ...]]:
        """The rows for these values."""
        filled = self._filled(arguments)
        if filled is None:
            return []
        sql, parameters, convert = filled
        found = rows(sql, parameters)
        return convert(found) if convert else found

    def _query(self, built: Rows) -> Query:
        return built.query


class _Change(_Statement):
    def __call__(self, *arguments: Argument) -> int:
        """Change the rows for these values. Returns how many there were."""
        filled = self._filled(arguments)
        return change(*filled[:2]) if filled else 0


class PreparedUpdate(_Change):
    """A queryset and the values that its rows get, called like a function."""

    def _query(self, built: tuple[Rows, dict[str, Any]]) -> Query:
        queryset, values = built
        query = cast("UpdateQuery", queryset.query.chain(UpdateQuery))
        query.add_update_values(values)
        return query


class PreparedDelete(_Change):
    """A queryset, called like a function to delete its rows. Nothing may refer to them: nothing else is deleted."""

    def _query(self, built: Rows) -> Query:
        return built.query.chain(DeleteQuery)
