"""The collected static files, and whether they are those of this version."""

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

import draht


def _fingerprint() -> str:
    sources = sorted(
        f"{path} {Path(storage.path(path)).stat().st_mtime_ns}"
        for finder in get_finders()
        for path, storage in finder.list([])
    )
    return "\n".join([draht.__version__, *sources])


def _stamp() -> Path:
    return Path(settings.STATIC_ROOT) / ".collected"


def are_current() -> bool:
    """Whether the static files were collected from the sources as they are now."""
    stamp = _stamp()
    return stamp.exists() and stamp.read_text() == _fingerprint()


def collect() -> None:
    """Collect the static files unless they are current."""
    if not are_current():
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        _stamp().write_text(_fingerprint())
