"""The account: how the member comes in, what they agreed to, whom they brought."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from draht.accounts.models import Acknowledgement, Invitation, User
from draht.portability.export.values import Values, moment, moment_of


def account(user: User) -> Values:
    """Nothing in it lets anybody in: passwords, keys, codes and links stay here."""
    return {
        "email": user.email,
        "language": user.language,
        "created": moment(user.created),
        "addresses": _addresses(user),
        "ways_in": _ways_in(user),
        "sign_ins": _sign_ins(user),
        "house_rules": _house_rules(user),
        "invitations": _invitations(user),
    }


def _addresses(user: User) -> list[Values]:
    rows = EmailAddress.objects.filter(user=user).order_by("id")
    return [{"email": row.email, "confirmed": row.verified, "primary": row.primary} for row in rows]


def _ways_in(user: User) -> list[Values]:
    rows = Authenticator.objects.filter(user=user).order_by("id")
    return [{"kind": row.type, "made": moment(row.created_at), "last_used": moment(row.last_used_at)} for row in rows]


def _sign_ins(user: User) -> list[Values]:
    """Where the account is signed in."""
    rows = UserSession.objects.filter(user=user).order_by("id")
    return [
        {
            "browser": row.user_agent,
            "ip": row.ip,
            "since": moment(row.created_at),
            "last_seen": moment(row.last_seen_at),
        }
        for row in rows
    ]


def _house_rules(user: User) -> list[Values]:
    rows = Acknowledgement.objects.filter(user=user).order_by("version")
    return [{"version": row.version, "acknowledged": moment(row.at)} for row in rows]


def _invitations(user: User) -> list[Values]:
    """What the member wrote to whom they invited; the addresses and names of these are theirs."""
    return [
        {
            "made": moment_of(row.id),
            "words": row.words,
            "language": row.language,
            "expires": moment(row.expires),
            "accepted": moment(row.accepted),
            "withdrawn": moment(row.revoked),
        }
        for row in Invitation.objects.filter(by=user).order_by("id")
    ]
