"""The private link of a guest's enquiry. It is computed, so that the table holds nothing that lets one in."""

from django.core.signing import BadSignature, Signer

_GUESTS = Signer(salt="draht.enquiries.guest")


def guest_token(enquiry: int) -> str:
    """The secret part of the link."""
    return _GUESTS.sign(str(enquiry))


def enquiry_of(token: str) -> int | None:
    """The enquiry that a link leads to; None if it is forged."""
    try:
        return int(_GUESTS.unsign(token))
    except BadSignature:
        return None
