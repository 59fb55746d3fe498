"""Where archives lie until they are fetched: a folder that no backup contains and no address leads to."""

import os
import secrets
import time
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

# A file that is being written has no row to speak for it yet.
_YOUNG = 3600


def _folder() -> Path:
    return Path(settings.VAR) / "takeaways"


def new_key() -> str:
    """A name that nobody can guess."""
    return secrets.token_hex(16)


def path_of(key: str) -> Path:
    """The file of an archive."""
    return _folder() / f"{key}.zip"


def open_new(key: str) -> BinaryIO:
    """A fresh file for our own eyes, under a name that says that it is not whole yet."""
    _folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    return os.fdopen(os.open(_part(key), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def put_in_place(key: str) -> int:
    """Give a file that is whole its name. Returns its size in bytes."""
    _part(key).replace(path_of(key))
    return path_of(key).stat().st_size


def forget(key: str) -> None:
    """Delete an archive."""
    path_of(key).unlink(missing_ok=True)


def forget_all_but(keys: set[str]) -> None:
    """Delete every file that is none of these and not being written."""
    for path in _folder().glob("*"):
        if path.stem not in keys and path.stat().st_mtime < time.time() - _YOUNG:
            path.unlink(missing_ok=True)


def _part(key: str) -> Path:
    return path_of(key).with_suffix(".part")
