"""The var folder, the secret key, what is made from the sources."""

import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from draht.config import statics
from draht.config.doctor.findings import Finding, ok, warning, wrong

_MEGABYTE = 1024 * 1024
_LITTLE = 1024 * _MEGABYTE
_TOO_LITTLE = 100 * _MEGABYTE


def var_folder() -> Iterator[Finding]:
    """Whether Draht can write, and for how long."""
    var = settings.VAR
    try:
        with tempfile.TemporaryFile(dir=var) as file:
            file.write(b"draht")
    except OSError as error:
        yield wrong(
            f"The var folder {var} cannot be written: {error}", "Give it to the user that runs Draht: chown -R."
        )
        return
    free = shutil.disk_usage(var).free
    line = f"The var folder {var} can be written; {free // _MEGABYTE:,} MB are free"
    if free < _TOO_LITTLE:
        yield wrong(line, "Make room now: Draht cannot keep what people write.")
    elif free < _LITTLE:
        yield warning(line, "Make room soon.")
    else:
        yield ok(line)


def secret_key() -> Iterator[Finding]:
    """Whether only Draht can read the key."""
    path = settings.VAR / "secret-key"
    if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
        yield wrong(f"Others on this machine can read {path}", f"chmod 600 {path}")
    elif path.exists():
        yield ok("The secret key is kept from others")
    else:
        yield ok("The secret key comes from DRAHT_SECRET_KEY")


def static_files() -> Iterator[Finding]:
    """Whether style sheet and scripts are those of this version."""
    if statics.are_current():
        yield ok("Static files are collected")
    else:
        yield wrong("Static files are missing or of another version", "draht prepare")


def translations() -> Iterator[Finding]:
    """Whether the words are compiled for the languages."""
    sources = [source for room in settings.ROOMS for source in _catalogues(settings.PACKAGE / room)]
    missing = [source for source in sources if not source.with_suffix(".mo").exists()]
    if missing:
        yield wrong(
            f"Translations are not compiled, for instance {missing[0].relative_to(settings.PACKAGE.parent)}",
            "In a checkout: bin/messages --compile. Else install Draht again.",
        )
    else:
        yield ok(f"Translations are compiled ({len(sources)} catalogues)")


def _catalogues(room: Path) -> list[Path]:
    return sorted(room.glob("locale/*/LC_MESSAGES/django.po"))
