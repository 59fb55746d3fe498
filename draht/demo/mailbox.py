"""The mail that Draht has sent on somebody's own machine: read back from the folder where it is stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

# Django's file backend writes this line below every message; one file holds what was sent over one connection.
_END = b"-" * 79
NEWEST = 100


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail. `key` names its file and its place in it."""

    key: str
    sent: datetime
    sender: str
    to: str
    subject: str
    text: str
    html: str
    headers: tuple[tuple[str, str], ...]


def letters(folder: Path) -> list[Letter]:
    """The newest mails in this folder, newest first."""
    files = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime_ns, reverse=True)[:NEWEST]
    found = [letter for path in files for letter in reversed(list(_letters_in(path)))]
    return sorted(found, key=lambda letter: letter.sent, reverse=True)[:NEWEST]


def letter(folder: Path, key: str) -> Letter | None:
    """One mail, if it is there."""
    name = key.rpartition(".")[0]
    paths = {path.stem: path for path in folder.glob("*.log")}
    if name not in paths:
        return None
    return next((found for found in _letters_in(paths[name]) if found.key == key), None)


def _letters_in(path: Path) -> Iterator[Letter]:
    stored = datetime.fromtimestamp(path.stat().st_mtime, tz=UTC)
    for place, raw in enumerate(_messages(path.read_bytes())):
        message = message_from_bytes(raw, policy=policy.default)
        if isinstance(message, EmailMessage):
            yield _letter(f"{path.stem}.{place}", message, stored)


def _messages(content: bytes) -> Iterator[bytes]:
    """What stands above each line of hyphens."""
    lines: list[bytes] = []
    for line in content.splitlines(keepends=True):
        if line.rstrip() == _END:
            yield b"".join(lines).lstrip()
            lines = []
        else:
            lines.append(line)


def _letter(key: str, message: EmailMessage, stored: datetime) -> Letter:
    date = message["Date"].datetime if message["Date"] else stored
    return Letter(
        key=key,
        sent=(date if date.tzinfo else date.replace(tzinfo=UTC)) if date else stored,
        sender=str(message["From"] or ""),
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        text=_part(message, "plain"),
        html=_part(message, "html"),
        headers=tuple((name, str(value)) for name, value in message.items()),
    )


def _part(message: EmailMessage, kind: str) -> str:
    body = message.get_body(preferencelist=(kind,))
    return str(body.get_content()) if body is not None and body.get_content_subtype() == kind else ""
