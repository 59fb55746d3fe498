"""Links that prove something."""

import hashlib
import secrets

from django.core.signing import BadSignature, Signer

_INVITATIONS = Signer(salt="draht.accounts.invitation")


def new_secret() -> str:
    """A secret for a link: 256 random bits."""
    return secrets.token_urlsafe(32)


def digest_of(secret: str) -> str:
    """What is kept of a secret, or of an address that is only to be recognized."""
    return hashlib.sha256(secret.encode()).hexdigest()


def address_digest(email: str) -> str:
    """What is kept of an invited address."""
    return digest_of(f"invited:{email.strip().lower()}")


def invitation_token(invitation_id: int) -> str:
    """The secret part of an invitation's link. It is computed, so that the table holds nothing that lets one in."""
    return _INVITATIONS.sign(str(invitation_id))


def invitation_of(token: str) -> int | None:
    """The invitation that a token belongs to, None if it is forged."""
    try:
        return int(_INVITATIONS.unsign(token))
    except BadSignature:
        return None
