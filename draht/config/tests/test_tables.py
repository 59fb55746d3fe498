"""Migrations make the tables of the models: from nothing, and from what was there before the first release."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from shutil import copyfile

import pytest
from django.db import connection

pytestmark = pytest.mark.sqlite


def _draht(var: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    clean = {key: value for key, value in os.environ.items() if not key.startswith("DRAHT_")}
    clean |= {"DRAHT_VAR": str(var), "DRAHT_DEVELOPMENT": "1", "DJANGO_SETTINGS_MODULE": "draht.config.settings"}
    command = [sys.executable, "-m", "draht.config.command", *arguments]
    return subprocess.run(command, env=clean, capture_output=True, text=True, timeout=120, check=False)


_COLUMNS = """
    SELECT made.name, part.name, part.type, part."notnull", part.pk
    FROM sqlite_master AS made, pragma_table_info(made.name) AS part WHERE made.type = 'table'
"""
_INDEXES = """
    SELECT made.name, listed."unique", group_concat(part.name)
    FROM sqlite_master AS made, pragma_index_list(made.name) AS listed, pragma_index_info(listed.name) AS part
    WHERE made.type = 'table' GROUP BY made.name, listed.name
"""


def _tables(cursor: sqlite3.Cursor) -> list[tuple[object, ...]]:
    """Columns and indexes, in any order."""
    found = [*cursor.execute(_COLUMNS).fetchall(), *cursor.execute(_INDEXES).fetchall()]
    return sorted((row for row in found if row[0] != "django_migrations"), key=repr)


def test_a_migrated_database_has_the_tables_of_the_models(migrated: Path, db: None) -> None:
    with connection.cursor() as cursor:
        modelled = _tables(cursor.cursor)
    with sqlite3.connect(migrated) as file:
        made = _tables(file.cursor())
    assert len(made) > 500
    assert made == modelled


def test_migrations_write_the_first_rows(migrated: Path) -> None:
    with sqlite3.connect(migrated) as file:
        assert file.execute("SELECT handle FROM actors_actor ORDER BY id").fetchall() == [("everybody",), ("members",)]
        assert file.execute("SELECT version FROM accounts_houserules").fetchall() == [(1,)]


def test_a_database_that_missed_a_step_before_the_first_release_is_refused_and_not_left_half_done(
    migrated: Path, tmp_path: Path
) -> None:
    copyfile(migrated, tmp_path / "draht.sqlite3")
    with sqlite3.connect(tmp_path / "draht.sqlite3") as old:
        old.execute("DELETE FROM django_migrations WHERE app = 'goals' AND name <> '0001_goals'")
    refused = _draht(tmp_path, "prepare")
    assert refused.returncode == 1
    assert "goals are from before the first release" in refused.stderr
    assert "goals are from before the first release" in _draht(tmp_path, "doctor").stdout


def test_a_database_of_the_last_version_before_the_first_release_goes_on(migrated: Path, tmp_path: Path) -> None:
    copyfile(migrated, tmp_path / "draht.sqlite3")
    with sqlite3.connect(tmp_path / "draht.sqlite3") as old:
        old.execute("DELETE FROM django_migrations WHERE name = '0001_first_release'")
    assert _draht(tmp_path, "migrate", "--verbosity=0").returncode == 0
    with sqlite3.connect(tmp_path / "draht.sqlite3") as now:
        (count,) = now.execute("SELECT count(*) FROM django_migrations WHERE name = '0001_first_release'").fetchone()
    assert count == 19
