"""Words for finding people: small letters a–z and digits, so that Müller, Mueller and Muller find each other."""

import re

from anyascii import anyascii

from draht.members.models import NameWord

_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue"})


def folded(text: str) -> list[str]:
    """The words of a text as typed into a search field."""
    return [word[: NameWord.LENGTH] for word in re.findall(r"[a-z0-9]+", anyascii(text).lower())]


# What nearly every employer's name ends with finds nobody.
_LEGAL_FORMS = frozenset(
    "ag co eg ek ev gbr gmbh inc kg kgaa llc ltd mbh nv ohg plc sa sarl sas se spa srl ug und".split()
)


def findable_employer(name: str) -> set[str]:
    """Every word under which people of an employer are found."""
    return findable(name) - _LEGAL_FORMS


def findable(*texts: str) -> set[str]:
    """Every word under which these texts are found: umlauts in both spellings, double names whole and in parts."""
    return {word for text in texts for spelling in (text, text.translate(_SPELLED_OUT)) for word in folded(spelling)}
