"""Contact details in a text: phone numbers and mail addresses.

Low on false alarms: standards, dimensions, prices, dates and batch numbers of a trade are no phone numbers.
"""

import re
from collections.abc import Iterator

from phonenumbers import Leniency, PhoneNumberMatcher

_MAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}\b")
_SPELLED_NUMBER = re.compile(r"(?<![\d.,])(?:\+|0)\s*\d(?:[\s./_-]{1,3}\d){7,}(?![\d,])")
# What comes after these words is the number of a standard or of a thing.
_NOT_A_PHONE = re.compile(r"(?i)\b(?:DIN|EN|ISO|IEC|VDE|UL|ASTM|Nr|No|Charge|Los|Lot|Batch|Art|Artikel)\W{0,3}$")


def mails_in(text: str) -> Iterator[str]:
    """The mail addresses in a text, as they are written."""
    yield from (match[0] for match in _MAIL.finditer(text))


def phones_in(text: str, *, region: str) -> Iterator[str]:
    """The phone numbers in a text, as they are written: valid ones of the region with their leading 0, ones with a
    country code, and ones that are spelled digit by digit. `region`: the country of numbers without a code."""
    for match in PhoneNumberMatcher(text, region, leniency=Leniency.VALID, max_tries=100):
        raw = match.raw_string.lstrip("(")
        if raw.startswith(("+", "00")) or (raw.startswith("0") and not _NOT_A_PHONE.search(text[: match.start])):
            yield match.raw_string
    yield from (match[0] for match in _SPELLED_NUMBER.finditer(text))
