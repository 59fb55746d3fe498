"""Everything that a network is, in one file: database, pictures, secret key. `draht backup`, `draht restore`.

A backup is a tar archive with `manifest.json` in front. It is made while Draht runs: SQLite copies itself online,
PostgreSQL dumps one snapshot. Pictures are read before the database and again after it, so that none that the database
knows is missing, whatever is uploaded or deleted meanwhile.
"""

import io
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings
from django.db import connection

import draht
from draht.config.doctor.software import fits

FORMAT = 1
_MANIFEST, _KEY, _MEDIA = "manifest.json", "secret-key", "media"
_DATABASES = {"sqlite": "draht.sqlite3", "postgresql": "draht.dump"}
_LONGEST_MANIFEST = 10_000


class BackupError(Exception):
    """Why there is no backup, or why it was not restored; in one sentence."""


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself."""

    format: int
    draht: str
    database: str
    made: str


# --- backup -----------------------------------------------------------------------------------------------------------


def make_backup(target: Path) -> int:
    """Write a backup; returns its size in bytes. The file gets its name when it is whole and is its owner's only."""
    if target.exists():
        raise BackupError(f"{target} exists already. A backup overwrites nothing.")
    if not target.parent.is_dir():
        raise BackupError(f"There is no folder {target.parent}.")
    part = target.with_name(f".{target.name}.part")
    try:
        with tempfile.TemporaryDirectory(prefix=".draht-backup-", dir=target.parent) as scratch:
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as file:
                _write(file, Path(scratch))
                file.flush()
                os.fsync(file.fileno())
        part.rename(target)
    except OSError as error:
        raise BackupError(f"The backup could not be written: {error}") from error
    finally:
        part.unlink(missing_ok=True)
    return target.stat().st_size


def _write(file: "io.BufferedWriter[Any]", scratch: Path) -> None:
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive:
        manifest = Manifest(FORMAT, draht.__version__, connection.vendor, f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}")
        _add_text(archive, _MANIFEST, json.dumps(asdict(manifest), indent=2))
        _add_text(archive, _KEY, settings.SECRET_KEY)
        seen: set[Path] = set()
        _add_pictures(archive, seen)
        database = scratch / _DATABASES[connection.vendor]
        if connection.vendor == "postgresql":
            _dump_postgresql(database)
        else:
            _copy_sqlite(database)
        archive.add(database, database.name, recursive=False)
        _add_pictures(archive, seen)


def _add_text(archive: tarfile.TarFile, name: str, text: str) -> None:
    content = text.encode()
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode, entry.mtime = len(content), 0o600, int(datetime.now(UTC).timestamp())
    archive.addfile(entry, io.BytesIO(content))


def _add_pictures(archive: tarfile.TarFile, seen: set[Path]) -> None:
    """Add what is new among the pictures. One that is deleted just now is no loss."""
    root = Path(settings.MEDIA_ROOT)
    for path in _pictures(root):
        if path in seen:
            continue
        seen.add(path)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            continue
        entry = tarfile.TarInfo(str(PurePosixPath(_MEDIA, *path.relative_to(root).parts)))
        entry.size, entry.mode, entry.mtime = len(content), 0o644, int(datetime.now(UTC).timestamp())
        archive.addfile(entry, io.BytesIO(content))


def _pictures(root: Path) -> Iterator[Path]:
    """Every whole file: names that begin with a dot are being written."""
    for folder, _, names in os.walk(root):
        yield from (Path(folder, name) for name in sorted(names) if not name.startswith("."))


def _copy_sqlite(target: Path) -> None:
    source = sqlite3.connect(f"{_sqlite_file().as_uri()}?mode=ro", uri=True, timeout=20)
    copy = sqlite3.connect(target)
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        _check_sqlite(copy)
    except sqlite3.Error as error:
        raise BackupError(f"The database could not be copied: {error}") from error
    finally:
        copy.close()
        source.close()


def _check_sqlite(database: sqlite3.Connection) -> None:
    found = database.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise BackupError(f"The database is damaged: {found}")


# --- restore ----------------------------------------------------------------------------------------------------------


def restore_backup(source: Path) -> Manifest:
    """Put a backup into an empty installation. Nothing changes unless the whole backup could be read and checked."""
    _refuse_if_used()
    var: Path = settings.VAR
    try:
        with tempfile.TemporaryDirectory(prefix=".restore-", dir=var) as scratch:
            folder = Path(scratch)
            manifest = _unpack(source, folder)
            database = folder / _DATABASES[manifest.database]
            if manifest.database == "postgresql":
                _load_postgresql(database)
            else:
                _check_copy(database)
            _move_in(folder, manifest)
    except (OSError, tarfile.TarError, EOFError) as error:
        raise BackupError(f"{source} cannot be read as a backup: {error}") from error
    return manifest


def _refuse_if_used() -> None:
    media = Path(settings.MEDIA_ROOT)
    if media.exists() and any(_pictures(media)):
        raise BackupError(f"There are pictures in {media}. A backup is restored into an empty installation only.")
    if (connection.vendor == "postgresql" or _sqlite_file().exists()) and connection.introspection.table_names():
        raise BackupError("There is a database with tables. A backup is restored into an empty installation only.")
    connection.close()


def _sqlite_file() -> Path:
    return Path(connection.settings_dict["NAME"])


def _unpack(source: Path, folder: Path) -> Manifest:
    manifest: Manifest | None = None
    with tarfile.open(source, "r|*") as archive:
        for entry in archive:
            if manifest is None:
                manifest = _read_manifest(archive, entry)
            elif _belongs(entry, manifest):
                _take_out(archive, entry, folder / entry.name)
            else:
                raise BackupError(f"The backup contains {entry.name!r}, which no backup does.")
    if manifest is None or not (folder / _DATABASES[manifest.database]).exists():
        raise BackupError("The backup is not whole.")
    return manifest


def _take_out(archive: tarfile.TarFile, entry: tarfile.TarInfo, path: Path) -> None:
    """Take a plain file's content and nothing else of it. (Debian's Python 3.11 has no extraction filters yet.)"""
    content = archive.extractfile(entry)
    if content is None:
        raise BackupError(f"The backup contains {entry.name!r}, which is no file.")
    path.parent.mkdir(parents=True, exist_ok=True)
    with content, path.open("wb") as file:
        shutil.copyfileobj(content, file)


def _read_manifest(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> Manifest:
    file = archive.extractfile(entry) if entry.name == _MANIFEST and entry.size <= _LONGEST_MANIFEST else None
    if file is None:
        raise BackupError("This is no backup of Draht.")
    try:
        manifest = Manifest(**json.loads(file.read()))
    except (ValueError, TypeError):
        raise BackupError("The manifest of the backup cannot be read.") from None
    if manifest.format != FORMAT or not fits(draht.__version__, f">={manifest.draht}"):
        raise BackupError(
            f"The backup was made by Draht {manifest.draht}: restore it with that version or a newer one."
        )
    if manifest.database != connection.vendor:
        raise BackupError(f"The backup holds a database of {manifest.database}, but here is {connection.vendor}.")
    return manifest


def _belongs(entry: tarfile.TarInfo, manifest: Manifest) -> bool:
    parts = PurePosixPath(entry.name).parts
    known = entry.name in (_KEY, _DATABASES[manifest.database]) or parts[:1] == (_MEDIA,)
    return known and entry.isfile() and ".." not in parts


def _check_copy(path: Path) -> None:
    database = sqlite3.connect(path)
    try:
        _check_sqlite(database)
    except sqlite3.Error as error:
        raise BackupError(f"The database in the backup cannot be read: {error}") from error
    finally:
        database.close()


def _move_in(folder: Path, manifest: Manifest) -> None:
    """The database comes last: where it is, the rest is."""
    var: Path = settings.VAR
    if (folder / _MEDIA).exists():
        media = Path(settings.MEDIA_ROOT)
        shutil.rmtree(media, ignore_errors=True)
        (folder / _MEDIA).rename(media)
    (folder / _KEY).chmod(0o600)
    (folder / _KEY).rename(var / _KEY)
    if manifest.database == "sqlite":
        for left in var.glob(f"{_sqlite_file().name}-*"):  # of the empty database before
            left.unlink()
        (folder / _DATABASES["sqlite"]).rename(_sqlite_file())


# --- PostgreSQL -------------------------------------------------------------------------------------------------------


def _dump_postgresql(target: Path) -> None:
    _run_postgresql("pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file", str(target))


def _load_postgresql(source: Path) -> None:
    options = ("--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction")
    _run_postgresql("pg_restore", *options, str(source))


def _run_postgresql(program: str, *arguments: str) -> None:
    """Run a program of PostgreSQL on our database; the password goes by the environment, which others cannot read."""
    found = shutil.which(program)
    if found is None:
        raise BackupError(f"{program} is not on this machine: install PostgreSQL's client programs.")
    facts = connection.settings_dict
    named = {"--host": facts["HOST"], "--port": facts["PORT"], "--username": facts["USER"], "--dbname": facts["NAME"]}
    options = [word for option, value in named.items() if value for word in (option, str(value))]
    run = subprocess.run(  # noqa: S603 - our own arguments, no shell
        [found, *options, "--no-password", *arguments],
        env={**os.environ, "PGPASSWORD": facts["PASSWORD"] or ""},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise BackupError(f"{program} failed: {run.stderr.strip() or run.returncode}")
