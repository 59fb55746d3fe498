"""Collect the words to translate into each app's locale/de/LC_MESSAGES/django.po, check them, compile them.

bin/messages [APP ...]   collect (all apps, or those named); new words come with an empty German text
bin/messages --check     say what is not collected, not translated or fuzzy; exit 1 if anything is
bin/messages --compile   make the .mo files that Draht reads
"""

import io
import os
import sys
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
METHODS = [("templates/**", "jinja2"), ("**.py", "python")]
OPTIONS = {"templates/**": {"trimmed": "true", "silent": "false", "extensions": "jinja2.ext.do"}}
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def not_ours(folder: str) -> bool:
    """Folders without words for the screen."""
    return Path(folder).name not in {"tests", "migrations", "static", "__pycache__"}


def collect(app: Path) -> Catalog:
    """What the app says, in English."""
    found = Catalog(locale="de", domain="django", charset="utf-8", fuzzy=False)
    for name, line, message, comments, context in extract_from_dir(
        app, METHODS, OPTIONS, KEYWORDS, ("Translators:",), directory_filter=not_ours
    ):
        found.add(message, None, [(name, line)], auto_comments=comments, context=context)
    return found


def po_of(app: Path) -> Path:
    return app / "locale/de/LC_MESSAGES/django.po"


def read(app: Path) -> Catalog:
    path = po_of(app)
    return read_po(io.BytesIO(path.read_bytes()), locale="de") if path.exists() else Catalog(locale="de")


def update(app: Path) -> None:
    """Bring the app's catalogue up to date, keeping what is translated."""
    found = collect(app)
    if not len(found):
        return
    known = read(app)
    for message in found:
        old = known.get(message.id, message.context) if message.id else None
        if old is not None and old.string:
            message.string = old.string
    po_of(app).parent.mkdir(parents=True, exist_ok=True)
    out = io.BytesIO()
    write_po(out, found, width=120, sort_output=True, omit_header=False, include_lineno=False)
    noise = (b"#", b'"POT-', b'"PO-Rev', b'"Project', b'"Report', b'"Last-T', b'"Language-Team', b'"Generated')
    header, body = out.getvalue().split(b"\n\n", 1)
    lines = [line for line in header.splitlines() if not line.startswith(noise)] + [b""] + body.splitlines()
    po_of(app).write_bytes(b"\n".join(lines) + b"\n")


def missing(app: Path) -> list[str]:
    """What keeps the app from being complete in German."""
    known, complaints = read(app), []
    for message in collect(app):
        if not message.id:
            continue
        there = known.get(message.id, message.context)
        texts = there.string if there is not None else ""
        complete = all(texts) if isinstance(texts, (tuple, list)) else bool(texts)
        if not complete or there.fuzzy:
            complaints.append(f"{app.name}: not in German: {message.id!r}")
        elif errors := list(there.check()):
            complaints.append(f"{app.name}: {errors[0]}: {message.id!r}")
    return complaints


def compile_(app: Path) -> None:
    if po_of(app).exists():
        target = po_of(app).with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < po_of(app).stat().st_mtime:
            fresh = target.with_suffix(f".{os.getpid()}")
            with fresh.open("wb") as file:
                write_mo(file, read(app))
            fresh.replace(target)


def main() -> int:
    arguments = sys.argv[1:]
    apps = [folder for folder in sorted((ROOT / "draht").iterdir()) if (folder / "__init__.py").exists()]
    if "--check" in arguments:
        complaints = [line for app in apps for line in missing(app)]
        print(*complaints, sep="\n", end="\n" if complaints else "")
        return 1 if complaints else 0
    if "--compile" in arguments:
        for app in apps:
            compile_(app)
        return 0
    for app in apps:
        if not arguments or app.name in arguments:
            update(app)
    return 0


if __name__ == "__main__":
    sys.exit(main())
