"""Plain statements of hot pages, with as little between them and the database as can be."""

import functools
import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections

Parameters = Sequence[Any] | Mapping[str, Any]

_NAMED = re.compile(r"%\((\w+)\)s")


@functools.lru_cache(maxsize=1024)
def _for_sqlite(statement: str) -> str:
    """The statement with SQLite's own marks for parameters."""
    return _NAMED.sub(r":\1", statement).replace("%s", "?").replace("%%", "%")


def rows(statement: str, parameters: Parameters) -> list[tuple[Any, ...]]:
    """The rows of a statement that reads, with Django's marks (`%s` or `%(name)s`).

    Goes to the driver directly, because Django's cursor takes ten times as long as SQLite; through Django's cursor
    where somebody counts or logs statements, and where the connection must be opened first.
    """
    # Asked once for all below: Django's `connection` looks itself up at every mention.
    connection = connections[DEFAULT_DB_ALIAS]
    connection.close_if_health_check_failed()
    driver = connection.connection
    if driver is None or connection.queries_logged or connection.execute_wrappers:
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            return list(cursor.fetchall())
    native = _for_sqlite(statement) if connection.vendor == "sqlite" else statement
    with connection.wrap_database_errors:
        found: list[tuple[Any, ...]] = driver.execute(native, parameters).fetchall()
    return found
