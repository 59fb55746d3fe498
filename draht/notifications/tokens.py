"""The link in each mail about notices that ends them. Whoever has it needs no account to use it."""

from datetime import timedelta

from django.core.signing import BadSignature, TimestampSigner

_SIGNER = TimestampSigner(salt="draht.notifications.no-mail")
LASTS = timedelta(days=60)


def no_mail_token(member: int) -> str:
    """The secret part of the link: it names the member and nothing else of them."""
    return _SIGNER.sign(str(member))


def member_behind(token: str) -> int | None:
    """Whose mail a link ends; None if it is forged or too old."""
    try:
        return int(_SIGNER.unsign(token, max_age=LASTS))
    except BadSignature:
        return None
