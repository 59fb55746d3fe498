"""What a request may not carry: addresses of any kind. Contact details are released by choice, not written into a text.

Low on false alarms: standards, dimensions, prices, dates and batch numbers of a trade pass.
"""

import re
import unicodedata
from enum import StrEnum

from draht.richtext.details import phones_in


class Carried(StrEnum):
    """What was found in a text."""

    LINK = "link"
    MAIL = "mail"
    PHONE = "phone"


# Ends of host names that people write. Lower case only: after a dot without a space, a sentence goes on in upper case.
_ENDS = (
    "com|net|org|info|biz|de|at|ch|li|lu|eu|fr|it|es|nl|be|pl|cz|dk|se|no|fi|pt|ro|hu|uk|ie|us|ca|au|in|cn|jp|tr|io|co|me"
    "|ly|gl|gg|ai|app|dev|shop|store|online|site|page|link|xyz|club|group|company|cloud|email|gmbh|berlin|wien|tech"
)
# The ends that are said aloud or written with spaces to get around a check.
_SAID_ENDS = "com|de|net|org|eu|at|ch|info|io"
_SAID_DOT = r"(?:\s*[(\[{]\s*(?:dot|punkt|\.)\s*[)\]}]\s*|\s+(?:dot|punkt)\s+)"
_SAID_AT = r"(?:\s*[(\[{]\s*(?:at|ät|@)\s*[)\]}]\s*|\s+(?:at|ät)\s+)"

_LINKS = (
    re.compile(r"(?i:\b[a-z][a-z0-9+.-]{1,20}:/{1,2}\S|\bwww\s*\.\s*\w)"),
    re.compile(rf"\b\w[\w-]+(?:\.[\w-]+)*\.(?:{_ENDS})(?![\w-]|\.\w)"),
    re.compile(rf"\b[A-Z0-9][A-Z0-9-]+(?:\.[A-Z0-9-]+)*\.(?:{_ENDS.upper()})(?![\w-]|\.\w)"),
    re.compile(r"\b\w[\w.-]*\.[a-z]{2,}/\w"),
    re.compile(r"\b[\w-]{2,}(?:\s+\.\s*|\.\s+)(?:com|net|org)\b"),
    re.compile(rf"(?i)\b[\w-]{{2,}}{_SAID_DOT}(?:{_SAID_ENDS})\b"),
)
_SPACED_MAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+\s?\.\s?\w{2,}")
_SAID_MAIL = re.compile(rf"(?i)\b[\w.+-]+{_SAID_AT}[\w-]+(?:\.|{_SAID_DOT})(?:{_SAID_ENDS})\b")
_INVISIBLE = {"Cf", "Cc"}


def _plain(text: str) -> str:
    """The text without tricks: compatible forms made one, invisible characters gone."""
    normal = unicodedata.normalize("NFKC", text)
    return "".join(c for c in normal if c in "\n\t" or unicodedata.category(c) not in _INVISIBLE)


def carried_by(text: str, *, region: str) -> Carried | None:
    """The first kind of address that a text carries, or None. `region` is the country of numbers without a code."""
    plain = _plain(text)
    if _SPACED_MAIL.search(plain) or _SAID_MAIL.search(plain):
        return Carried.MAIL
    if any(pattern.search(plain) for pattern in _LINKS):
        return Carried.LINK
    return Carried.PHONE if any(phones_in(plain, region=region)) else None
