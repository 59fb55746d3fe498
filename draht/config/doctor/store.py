"""The database."""

from collections.abc import Iterator

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from draht.config.doctor.findings import Finding, ok, warning, wrong
from draht.config.tables import TOO_OLD, left_behind

_POSTGRESQL = 140_000
_FULL_CHECK_BYTES = 4 * 1024**3


def database() -> Iterator[Finding]:
    """Whether the database answers, is sound and has the tables of this version."""
    try:
        connection.ensure_connection()
        yield from (_postgresql() if connection.vendor == "postgresql" else _sqlite())
    except DatabaseError as error:
        yield wrong(f"The database does not answer: {_line(error)}", _remedy(str(error)))
        return
    yield from _migrations()


def is_reachable() -> bool:
    """Whether other checks can ask the database for anything."""
    try:
        connection.ensure_connection()
        return not _waiting()
    except DatabaseError:
        return False


def _line(error: DatabaseError) -> str:
    return " ".join(str(error).split())


def _remedy(error: str) -> str:
    if connection.vendor == "postgresql":
        return "Is PostgreSQL running, and is DRAHT_DATABASE_URL right? psql says more."
    if "malformed" in error or "not a database" in error:
        return "The file is damaged: restore the last backup (docs/running/backup.md)."
    return "Can the user that runs Draht write in the var folder?"


def _postgresql() -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        number = int(cursor.fetchone()[0])
    line = f"PostgreSQL {number // 10_000}.{number % 10_000} answers"
    yield ok(line) if number >= _POSTGRESQL else wrong(line, "Update to PostgreSQL 14 or newer.")


def _sqlite() -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()")
        version = cursor.fetchone()[0]
        cursor.execute("PRAGMA journal_mode")
        journal = cursor.fetchone()[0]
        cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        size = cursor.fetchone()[0]
        faults = []
        if size < _FULL_CHECK_BYTES:
            cursor.execute("PRAGMA quick_check(3)")
            faults = [row[0] for row in cursor.fetchall() if row[0] != "ok"]
    if faults:
        yield wrong(
            f"The database file is damaged: {faults[0]}",
            "Stop Draht and restore the last backup (docs/running/backup.md).",
        )
    elif journal != "wal":
        yield warning(
            f"SQLite keeps its journal in mode {journal}: pages wait while somebody writes",
            "Put the var folder on a local disk.",
        )
    else:
        checked = "is sound" if size < _FULL_CHECK_BYTES else "is too large for a check here"
        yield ok(f"SQLite {version} in WAL mode; the file ({size // 1024**2:,} MB) {checked}")


def _waiting() -> list[str]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label} {migration.name}" for migration, _ in plan]


def _migrations() -> Iterator[Finding]:
    if rooms := left_behind():
        yield wrong(f"The tables of {', '.join(rooms)} are from before the first release", TOO_OLD)
        return
    waiting = _waiting()
    if waiting:
        yield wrong(f"{len(waiting)} migrations wait, first {waiting[0]}", "draht migrate")
    else:
        yield ok("The database has the tables of this version")
