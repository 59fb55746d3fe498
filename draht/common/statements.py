"""Plain statements of hot pages and acts, with as little between them and the database as can be."""

import functools
import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.transaction import mark_for_rollback_on_error

Parameters = Sequence[Any] | Mapping[str, Any]

_NAMED = re.compile(r"%\((\w+)\)s")


@functools.lru_cache(maxsize=1024)
def _for_sqlite(statement: str) -> str:
    """The statement with SQLite's own marks for parameters."""
    return _NAMED.sub(r":\1", statement).replace("%s", "?").replace("%%", "%")


def _driver(connection: BaseDatabaseWrapper) -> Any:
    """The driver's own connection; None where somebody counts or logs statements, and where it must be opened first."""
    connection.close_if_health_check_failed()
    return None if connection.queries_logged or connection.execute_wrappers else connection.connection


def rows(statement: str, parameters: Parameters) -> list[tuple[Any, ...]]:
    """The rows of a statement that reads, with Django's marks (`%s` or `%(name)s`).

    Goes to the driver directly, because Django's cursor takes ten times as long as SQLite; through Django's cursor
    where the driver cannot be had.
    """
    # Asked once for all below: Django's `connection` looks itself up at every mention.
    connection = connections[DEFAULT_DB_ALIAS]
    driver = _driver(connection)
    if driver is None:
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            return list(cursor.fetchall())
    native = _for_sqlite(statement) if connection.vendor == "sqlite" else statement
    with connection.wrap_database_errors:
        found: list[tuple[Any, ...]] = driver.execute(native, parameters).fetchall()
    return found


def change(statement: str, parameters: Parameters) -> int:
    """Run a statement that writes, the same way. Returns how many rows it changed.

    As with Django's own writes, a transaction in which one fails can only be undone.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    with mark_for_rollback_on_error(using=DEFAULT_DB_ALIAS):
        driver = _driver(connection)
        if driver is None:
            with connection.cursor() as cursor:
                cursor.execute(statement, parameters)
                return int(cursor.rowcount)
        connection.validate_no_broken_transaction()
        native = _for_sqlite(statement) if connection.vendor == "sqlite" else statement
        with connection.wrap_database_errors:
            return int(driver.execute(native, parameters).rowcount)
