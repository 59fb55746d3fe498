"""What in a text looks as if it were not meant for the public. Plain Python, no database."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _
from stdnum import iban

from draht.hints.models import HintKind
from draht.richtext.details import mails_in, phones_in

# A country, two check digits, then groups as people write them (ISO 13616).
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]){11,30}\b")
_DATE = r"\d{1,2}\.\s?(?:\d{1,2}\.|[A-Z]\w+)\s?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|\d{1,2} [A-Z]\w+ (?:19|20)\d\d"
_BIRTH = re.compile(
    rf"(?:(?i:\bgeb(?:oren|\.)(?:\s+am)?|\bgeburtsdatum:?|\bborn(?:\s+on)?|\bdate of birth:?))\s+(?:{_DATE})"
)
# What stands on papers that stay inside. Not the words alone that a trade uses every day, such as "intern".
_INTERNAL = re.compile(
    r"(?i)\b(?:streng\s+|strictly\s+)?(?:vertraulich|confidential)\b"
    r"|\b(?:nur|ausschließlich)\s+(?:für\s+den\s+|zum\s+)?internen?\s+gebrauch\b|\bfor\s+internal\s+use\b"
    r"|\binternal\s+(?:use\s+)?only\b|\bnur\s+intern\b|\bnicht\s+(?:zur\s+)?(?:weitergabe|veröffentlichen)\b"
    r"|\bnot\s+for\s+(?:publication|distribution)\b|\bdo\s+not\s+forward\b|\bbitte\s+nicht\s+weiterleiten\b"
    r"|\b(?:unser|unsere|our)\s+(?:einkaufspreise?|deckungsbeitrag|marge|purchase\s+prices?|profit\s+margin)\b"
    r"|\binterne[rsn]?\s+(?:preisliste|kalkulation|notiz|mitteilung|protokoll)\b"
    r"|\binternal\s+(?:price\s+list|calculation|memo|minutes)\b|\b(?:passwort|kennwort|password)\s*[:=]\s*\S"
)


class Hint(NamedTuple):
    """Something in a text: what it looks like, and as it is written."""

    kind: HintKind
    found: str

    def __str__(self) -> str:
        return _("“%(words)s” looks like %(kind)s.") % {"words": self.found, "kind": self.kind.label}


def hints_in(text: str, *, region: str, watched: Collection[str] = (), known: Collection[str] = ()) -> list[Hint]:
    """What to ask about before this is published, each thing once.

    `watched` are words of the company, `known` what it always publishes: its own numbers and addresses. `region`: the
    country of phone numbers without a code.
    """
    public = {_bare(line) for line in known}
    ibans = list(_ibans(text))
    rest = text
    for found in ibans:
        rest = rest.replace(found, " ")
    seen = [
        *(Hint(HintKind.IBAN, found) for found in ibans),
        *(Hint(HintKind.MAIL, found) for found in mails_in(rest)),
        *(Hint(HintKind.PHONE, found) for found in phones_in(rest, region=region)),
        *(Hint(HintKind.BIRTH, match[0]) for match in _BIRTH.finditer(text)),
        *(Hint(HintKind.INTERNAL, match[0]) for match in _INTERNAL.finditer(text)),
        *(Hint(HintKind.WATCHED, found) for word in watched for found in _word(word, text)),
    ]
    return [hint for hint in dict.fromkeys(seen) if _bare(hint.found) not in public]


def _ibans(text: str) -> Iterator[str]:
    """Account numbers whose check digits are right; what stands behind one in capitals is not part of it."""
    for match in _IBAN.finditer(text):
        words = match[0].split()
        ends = (" ".join(words[:count]) for count in range(len(words), 0, -1))
        if found := next((end for end in ends if iban.is_valid(end)), None):
            yield found


def _word(word: str, text: str) -> list[str]:
    """Where a word stands, whole, or with the ending of a German or English case behind it."""
    return re.findall(rf"(?i)\b{re.escape(word)}(?:e[nrms]?|n|s|es)?\b", text)


def _bare(text: str) -> str:
    """Only what counts when two ways of writing are compared."""
    return re.sub(r"[\W_]+", "", text).casefold()
