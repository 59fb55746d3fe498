"""Mail that proves something: whoever opens its link reads mail at the company's domain."""

from typing import NamedTuple

from django.core.signing import BadSignature, TimestampSigner
from django.urls import reverse

_SIGNER = TimestampSigner(salt="draht.companies.letter")
LASTS = 3 * 24 * 60 * 60  # seconds


class Letter(NamedTuple):
    """What a link is about: the right of a member's company to its page (station 0), or that they work there."""

    company: int
    member: int
    station: int
    domain: str


def link_of(letter: Letter) -> str:
    """The path that proves it."""
    return reverse("companies:letter", kwargs={"token": _SIGNER.sign_object(list(letter))})


def letter_of(token: str) -> Letter | None:
    """What a link is about; None if it is forged or too old."""
    try:
        company, member, station, domain = _SIGNER.unsign_object(token, max_age=LASTS)
    except (BadSignature, ValueError):
        return None
    return Letter(company, member, station, domain)
