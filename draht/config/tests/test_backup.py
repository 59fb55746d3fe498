"""A backup made while people write is restored elsewhere and served there."""

import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from draht.config.tests.test_doctor import _free_port
from tests.postgres import find_postgres, throwaway_postgres

pytestmark = [pytest.mark.slow, pytest.mark.sqlite]


def _environment(var: Path, url: str = "") -> dict[str, str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("DRAHT_")}
    return clean | {"DRAHT_VAR": str(var), "DJANGO_SETTINGS_MODULE": "draht.config.settings", "DRAHT_DATABASE_URL": url}


def _draht(var: Path, *arguments: str, url: str = "") -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "draht.config.command", *arguments]
    return subprocess.run(command, env=_environment(var, url), capture_output=True, text=True, timeout=120, check=False)


def _well(var: Path, *arguments: str, url: str = "") -> str:
    found = _draht(var, *arguments, url=url)
    assert found.returncode == 0, found.stderr
    return found.stdout


@pytest.fixture(scope="module")
def living(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with a hashtag, a picture file and a key."""
    var = tmp_path_factory.mktemp("living")
    shutil.copy(migrated, var)
    picture = var / "media" / "pictures" / "ab" / "abcd" / "48.webp"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"a picture")
    picture.with_name(".96.webp.1234").write_bytes(b"half a picture")
    _add_tag(var, 1)
    return var


@pytest.fixture(scope="module")
def saved(living: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of it."""
    file = tmp_path_factory.mktemp("saved") / "draht.tar"
    _well(living, "backup", str(file))
    return file


def _add_tag(var: Path, number: int) -> None:
    with sqlite3.connect(var / "draht.sqlite3", timeout=20) as database:
        database.execute(
            "INSERT INTO actors_actor (id, kind, name, handle, headline, avatar, hue, created)"
            " VALUES (?, 'hashtag', ?, ?, '', '', 1, '2026-01-01')",
            (1000 + number, f"#tag{number}", f"tag{number}"),
        )


def _tags(var: Path) -> int:
    with sqlite3.connect(var / "draht.sqlite3") as database:
        found: int = database.execute("SELECT COUNT(*) FROM actors_actor WHERE kind = 'hashtag'").fetchone()[0]
    return found


@contextmanager
def _somebody_writes(var: Path) -> Iterator[None]:
    stop = threading.Event()

    def write() -> None:
        number = 2
        while not stop.is_set():
            _add_tag(var, number)
            number += 1

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


@contextmanager
def _served(var: Path) -> Iterator[str]:
    port = _free_port()
    command = [sys.executable, "-m", "draht.config.command", "serve", "--port", str(port)]
    server = subprocess.Popen(command, env=_environment(var), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def _health(address: str) -> dict[str, object]:
    deadline = time.monotonic() + 30
    while True:
        try:
            with urllib.request.urlopen(f"{address}/health/", timeout=2) as answer:  # noqa: S310 - loopback
                return dict(json.load(answer))
        except urllib.error.HTTPError as error:  # no worker runs here
            return dict(json.load(error))
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def test_what_was_backed_up_while_somebody_wrote_is_restored_and_served(living: Path, tmp_path: Path) -> None:
    file, var = tmp_path / "draht.tar", tmp_path / "elsewhere"
    with _somebody_writes(living):
        assert "keep it safe" in _well(living, "backup", str(file))
    assert file.stat().st_mode & 0o077 == 0
    assert _tags(living) > 1
    assert "Restored what Draht" in _well(var, "restore", str(file))
    assert 1 <= _tags(var) <= _tags(living)
    assert (var / "media" / "pictures" / "ab" / "abcd" / "48.webp").read_bytes() == b"a picture"
    assert not list((var / "media").rglob(".96*"))
    assert (var / "secret-key").read_text() == (living / "secret-key").read_text()
    assert (var / "secret-key").stat().st_mode & 0o777 == 0o600
    _well(var, "prepare")
    with _served(var) as address:
        assert _health(address)["database"] == "ok"


def test_a_backup_overwrites_nothing(living: Path, tmp_path: Path) -> None:
    file = tmp_path / "draht.tar"
    file.write_text("precious")
    found = _draht(living, "backup", str(file))
    assert found.returncode == 1
    assert "exists already" in found.stderr
    assert file.read_text() == "precious"
    assert list(tmp_path.iterdir()) == [file]


def test_a_restore_overwrites_nothing(living: Path, saved: Path) -> None:
    found = _draht(living, "restore", str(saved))
    assert found.returncode == 1
    assert "empty installation only" in found.stderr


def test_a_doctors_visit_before_a_restore_does_no_harm(saved: Path, tmp_path: Path) -> None:
    assert _draht(tmp_path, "doctor").returncode == 1
    _well(tmp_path, "restore", str(saved))
    assert _tags(tmp_path) >= 1


def test_half_a_backup_changes_nothing(saved: Path, tmp_path: Path) -> None:
    file, var = tmp_path / "draht.tar", tmp_path / "new"
    whole = saved.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    found = _draht(var, "restore", str(file))
    assert found.returncode == 1
    assert "cannot be read as a backup" in found.stderr or "not whole" in found.stderr
    assert not (var / "draht.sqlite3").exists()
    assert not (var / "media").exists()


@pytest.mark.parametrize("name", ["../outside", "media/../../outside", "/outside", "other"])
def test_a_file_with_strange_entries_is_refused(saved: Path, tmp_path: Path, name: str) -> None:
    file, var = tmp_path / "draht.tar", tmp_path / "new"
    file.write_bytes(saved.read_bytes())
    with tarfile.open(file, "a") as archive:
        entry = tarfile.TarInfo(name)
        entry.size = 4
        archive.addfile(entry, io.BytesIO(b"evil"))
    found = _draht(var, "restore", str(file))
    assert found.returncode == 1
    assert "which no backup does" in found.stderr
    assert not (var / "draht.sqlite3").exists()


def test_what_is_no_backup_is_refused_in_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "letter.tar"
    file.write_text("Dear Draht")
    found = _draht(tmp_path / "new", "restore", str(file))
    assert found.returncode == 1
    assert len(found.stderr.splitlines()) == 1


def test_a_backup_of_a_newer_draht_is_refused(saved: Path, tmp_path: Path) -> None:
    newer = tmp_path / "newer.tar"
    with tarfile.open(saved) as old, tarfile.open(newer, "w") as new:
        for entry in old:
            content = old.extractfile(entry)
            assert content is not None
            data = content.read()
            if entry.name == "manifest.json":
                data = json.dumps({**json.loads(data), "draht": "99.0"}).encode()
                entry.size = len(data)
            new.addfile(entry, io.BytesIO(data))
    found = _draht(tmp_path / "new", "restore", str(newer))
    assert "made by Draht 99.0" in found.stderr


@pytest.mark.skipif(find_postgres() is None, reason="PostgreSQL is not on this machine")
def test_postgresql_is_dumped_and_restored(tmp_path: Path) -> None:
    file, var = tmp_path / "draht.tar", tmp_path / "var"
    with throwaway_postgres() as url:
        second = url.removesuffix("/postgres") + "/second"
        _well(var, "migrate", "--verbosity=0", url=url)
        _sql(url, "CREATE DATABASE second")
        _sql(
            url,
            "INSERT INTO actors_actor (id, kind, name, handle, headline, avatar, hue, created)"
            " VALUES (7, 'hashtag', '#kupfer', 'kupfer', '', '', 1, now())",
        )
        _well(var, "backup", str(file), url=url)
        assert "database with tables" in _draht(var, "restore", str(file), url=url).stderr
        _well(tmp_path / "new", "restore", str(file), url=second)
        assert _sql(second, "SELECT name FROM actors_actor WHERE id = 7") == [("#kupfer",)]
        refused = _draht(tmp_path / "sqlite", "restore", str(file))
        assert "but here is sqlite" in refused.stderr


def _sql(url: str, statement: str) -> list[tuple[object, ...]]:
    import psycopg

    with psycopg.connect(url, autocommit=True) as database:
        found = database.execute(statement.encode())
        return found.fetchall() if found.description else []
