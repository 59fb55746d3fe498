"""Reads that shape the pages of this room."""

from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from markupsafe import Markup

from draht.accounts.devices import device_of, is_hand_held
from draht.accounts.models import HouseRules, Invitation, SignUp, User
from draht.accounts.rules import InvitationState, current_rules_version, state_of
from draht.accounts.tokens import invitation_of, invitation_token
from draht.common import clock
from draht.common.ids import time_of
from draht.common.paging import Page, page_of
from draht.richtext import render

PAGE = 30


# --- coming in --------------------------------------------------------------------------------------------------------


def waiting_sign_ups(*, before: int) -> Page[SignUp]:
    """Those whom the host has to decide about, newest first."""
    found = SignUp.objects.filter(needs_approval=True, confirmed__isnull=False, user_id__lt=before)
    rows = list(found.select_related("user", "invitation").order_by("-user_id")[: PAGE + 1])
    return page_of(rows, size=PAGE, id_of=lambda sign_up: sign_up.user_id)


# --- invitations ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class InvitationRow:
    """An own invitation as its list shows it. `token` is empty unless it is an open link.

    `email` is empty for a link, and for a mail whose invitation has ended: the address is not kept.
    """

    id: int
    is_link: bool
    email: str
    state: InvitationState
    made: datetime
    expires: datetime
    asked_again: bool
    token: str


def own_invitations(user: User, *, before: int) -> Page[InvitationRow]:
    """What this member invited, newest first."""
    now = clock.now()
    found = Invitation.objects.filter(by=user, id__lt=before).order_by("-id")[: PAGE + 1]
    page = page_of(list(found), size=PAGE, id_of=lambda invitation: invitation.pk)
    return Page(items=[_row(invitation, now) for invitation in page.items], older=page.older)


def _row(invitation: Invitation, now: datetime) -> InvitationRow:
    state = state_of(invitation, at=now)
    is_link = not invitation.words
    return InvitationRow(
        id=invitation.pk,
        is_link=is_link,
        email=invitation.email,
        state=state,
        made=time_of(invitation.pk),
        expires=invitation.expires,
        asked_again=invitation.asked_again is not None,
        token=invitation_token(invitation.pk) if is_link and state is InvitationState.OPEN else "",
    )


def invitation_behind(token: str) -> Invitation | None:
    """The invitation of this link, in whatever state; None if the link is forged or its inviter has left."""
    known = invitation_of(token)
    return None if known is None else Invitation.objects.select_related("by").filter(pk=known).first()


def usable_invitation(token: str) -> Invitation | None:
    """The invitation of this link if somebody can come in with it."""
    invitation = invitation_behind(token)
    if invitation is None or not invitation.by.is_active:
        return None
    return invitation if state_of(invitation, at=clock.now()) is InvitationState.OPEN else None


# --- the account ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Device:
    """Where an account is signed in."""

    id: int
    name: str
    hand_held: bool
    since: datetime
    last_seen: datetime
    is_this: bool


def devices_of(user: User, *, session_key: str | None) -> list[Device]:
    """Where this account is signed in: this device first, then the last seen."""
    sessions: list[UserSession] = UserSession.objects.purge_and_list(user)
    found = [
        Device(
            id=session.pk,
            name=device_of(session.user_agent),
            hand_held=is_hand_held(session.user_agent),
            since=session.created_at,
            last_seen=session.last_seen_at,
            is_this=session.session_key == session_key,
        )
        for session in sessions
    ]
    return sorted(found, key=lambda device: (device.is_this, device.last_seen), reverse=True)


@dataclass(frozen=True)
class Safety:
    """How an account is entered and protected."""

    addresses: int
    unconfirmed: int
    passkeys: int
    has_app: bool
    codes_left: int


def safety_of(user: User) -> Safety:
    """What the account page says about addresses, passkeys and codes."""
    verified = list(EmailAddress.objects.filter(user=user).values_list("verified", flat=True))
    held = list(Authenticator.objects.filter(user=user))
    codes = next((each for each in held if each.type == Authenticator.Type.RECOVERY_CODES), None)
    return Safety(
        addresses=len(verified),
        unconfirmed=verified.count(False),
        passkeys=sum(each.type == Authenticator.Type.WEBAUTHN for each in held),
        has_app=any(each.type == Authenticator.Type.TOTP for each in held),
        codes_left=len(codes.wrap().get_unused_codes()) if codes else 0,
    )


# --- house rules ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ShownRules:
    """The house rules in one language."""

    version: int
    published: datetime
    html: Markup


def shown_house_rules(language: str) -> ShownRules | None:
    """The house rules that hold, in this language; None if there are none."""
    rules = HouseRules.objects.filter(version=current_rules_version()).first()
    if rules is None:
        return None
    text = rules.text_de if language == "de" else rules.text_en
    return ShownRules(rules.version, rules.published, Markup(render(text).html))  # noqa: S704 (render makes it safe)


def house_rules_texts() -> dict[str, str]:
    """The texts that hold now, to start a new version from."""
    found = HouseRules.objects.filter(version=current_rules_version()).values("text_en", "text_de").first()
    return {"text_en": found["text_en"], "text_de": found["text_de"]} if found else {}
