"""What a proof of the right to a page looks like. Asks nobody."""

import re
import secrets
from collections.abc import Iterable
from enum import StrEnum

FILE_PATH = "/.well-known/draht-verification.txt"
# Addresses there belong to everybody, so that they prove nothing about a company.
FREE_MAIL = frozenset(
    "aol.com freenet.de gmail.com gmx.at gmx.ch gmx.de gmx.net googlemail.com hotmail.com icloud.com live.com mail.de "
    "mailbox.org me.com outlook.com outlook.de posteo.de proton.me protonmail.com t-online.de web.de yahoo.com "
    "yahoo.de".split()
)
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")


class Fault(StrEnum):
    """Why a proof was not found."""

    MISSING = "missing"  # somebody answered, but it was not there
    UNREACHABLE = "unreachable"
    TAKEN = "taken"  # another page has shown that the domain is its own


def clean_domain(typed: str) -> str | None:
    """A domain out of what people type ("https://www.rheinseil.example/start"), in ASCII; None if it is none."""
    host = re.sub(r"^[a-z]+://", "", typed.strip().lower()).split("/")[0].split("@")[-1].rstrip(".")
    host = host.removeprefix("www.")
    try:
        host = host.encode("idna").decode() if host else ""
    except UnicodeError:
        return None
    labels = host.split(".")
    is_domain = (
        len(labels) >= 2 and len(host) <= 120 and all(map(_LABEL.fullmatch, labels)) and not labels[-1].isdigit()
    )
    return host if is_domain else None


def new_record() -> str:
    """A line that is to stand in the DNS or in the file, as nobody else's does."""
    return f"draht-verification={secrets.token_hex(16)}"


def holds(lines: Iterable[str], record: str) -> bool:
    """Whether the line is among these."""
    return bool(record) and record in (line.strip() for line in lines)


def is_at(address: str, domain: str) -> bool:
    """Whether a mail address belongs to this domain itself."""
    return bool(domain) and domain not in FREE_MAIL and clean_domain(address.rpartition("@")[2]) == domain
