"""Where the files of a picture are, written so that a kill at any moment leaves a whole file or none."""

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings


def root() -> Path:
    """The folder of all pictures."""
    return Path(settings.MEDIA_ROOT) / "pictures"


def folder_of(key: str) -> Path:
    """The folder of one picture: pictures/ab/abcd…"""
    return root() / key[:2] / key


def path_of(key: str, size: int) -> Path:
    """The file of one size."""
    return folder_of(key) / f"{size}.webp"


def write(path: Path, content: bytes) -> None:
    """Write a file whole: to the disk under another name first, then under its own."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    for folder in (path.parent, path.parent.parent):
        _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    """Let a new name in a folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def delete(key: str) -> None:
    """Delete all files of a picture. Deleting what is not there is done."""
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(folder_of(key))


def keys_older_than(moment: float) -> Iterator[str]:
    """The keys of all pictures that have files, if nothing was written to them since `moment` (POSIX time)."""
    for shard in root().glob("[0-9a-f][0-9a-f]"):
        for folder in shard.iterdir():
            try:
                if folder.stat().st_mtime < moment:
                    yield folder.name
            except FileNotFoundError:
                continue
