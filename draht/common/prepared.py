"""Querysets of hot pages, compiled once and run with other numbers.

Django builds and compiles a queryset anew for each request, which costs ten times what the database needs for it. A
`Prepared` lets a rule stay where it is written, as a queryset, and still cost what plain SQL costs.
"""

import functools
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from draht.common.statements import rows

# No row holds these numbers, so that they mark where the real ones go.
_FIRST_MARK = 8_000_000_000_000_000_001

Argument = int | Sequence[int]


class Prepared:
    """A `values_list` queryset of numbers (ids) and lists of numbers, called like a function for its rows.

    `build` must put its arguments into the query as they are, against columns of 64 bits: it is called once for each
    length of the lists.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]]) -> None:
        """Remember how to build; nothing is compiled before the first call."""
        self._build = build
        self._compile = functools.lru_cache(maxsize=256)(self._compiled)
        functools.update_wrapper(self, build)

    def __call__(self, *arguments: Argument) -> list[tuple[Any, ...]]:
        """The rows for these numbers."""
        numbers: list[int] = []
        lengths = []
        for argument in arguments:
            if isinstance(argument, int):
                numbers.append(argument)
                lengths.append(-1)
            else:
                numbers += argument
                lengths.append(len(argument))
        if 0 in lengths:
            return []
        sql, places, convert = self._compile(connection.vendor, tuple(lengths))
        found = rows(sql, [value if place is None else numbers[place] for place, value in places])
        return convert(found) if convert else found

    def _compiled(
        self, vendor: str, lengths: tuple[int, ...]
    ) -> tuple[str, list[tuple[int | None, Any]], Callable[[list[Any]], list[Any]] | None]:
        """The statement, for each parameter the number to put there or its fixed value, and what rows need."""
        marks = iter(range(_FIRST_MARK, _FIRST_MARK + sum(abs(length) for length in lengths)))
        arguments = [next(marks) if length < 0 else [next(marks) for _ in range(length)] for length in lengths]
        compiler = self._build(*arguments).query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        places: list[tuple[int | None, Any]] = [
            (value - _FIRST_MARK, None) if isinstance(value, int) and value >= _FIRST_MARK else (None, value)
            for value in parameters
        ]
        converters = compiler.get_converters([column for column, _, _ in compiler.select])

        def convert(found: list[Any]) -> list[Any]:
            return list(map(tuple, compiler.apply_converters(found, converters)))

        return sql, places, convert if converters else None
