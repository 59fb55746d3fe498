"""Decisions about who may come in, invite, and go on."""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from django.conf import settings

from draht.accounts.models import HouseRules, Invitation, SignUp, User


@dataclass(frozen=True)
class InvitationBudget:
    """How much a member may invite."""

    open: int
    mails_a_week: int


BUDGET = InvitationBudget(open=20, mails_a_week=10)
INVITATION_LASTS = timedelta(days=30)
INVITATION_WORDS = 500
SIGN_IN_LINK_LASTS = timedelta(minutes=15)
# A sign-up whose address is not confirmed is forgotten after this time, and so is a closed account.
UNCONFIRMED_LASTS = timedelta(days=7)
CLOSED_LASTS = timedelta(days=7)


# --- coming in --------------------------------------------------------------------------------------------------------


def may_sign_up(invitation: Invitation | None) -> bool:
    """Whether somebody may ask to come in at all, holding this (usable) invitation or none."""
    return settings.DRAHT_SIGN_UP != "invitation" or invitation is not None


def needs_approval(invitation: Invitation | None) -> bool:
    """Whether the host decides. An invitation by a host is the host's decision already."""
    return settings.DRAHT_SIGN_UP == "approval" and not (invitation and invitation.by.is_host)


def is_waiting(user: User) -> bool:
    """Whether this account is not in yet."""
    return SignUp.objects.filter(user_id=user.pk).exists()


# --- invitations ------------------------------------------------------------------------------------------------------


class InvitationState(Enum):
    OPEN = "open"
    ACCEPTED = "accepted"
    REVOKED = "revoked"
    EXPIRED = "expired"


def state_of(invitation: Invitation, *, at: datetime) -> InvitationState:
    """Where an invitation stands."""
    if invitation.accepted:
        return InvitationState.ACCEPTED
    if invitation.revoked:
        return InvitationState.REVOKED
    return InvitationState.EXPIRED if invitation.expires <= at else InvitationState.OPEN


# --- house rules ------------------------------------------------------------------------------------------------------

_REMEMBERED = 30.0


class _Known:
    """The newest version as this process last saw it."""

    version = 0
    until = 0.0


def current_rules_version() -> int:
    """The version of the house rules that holds. Read at most every half minute, so that pages pay nothing for it."""
    if time.monotonic() >= _Known.until:
        _Known.version = HouseRules.objects.newest_version()
        _Known.until = time.monotonic() + _REMEMBERED
    return _Known.version


def forget_rules_version() -> None:
    """Look again at the next question."""
    _Known.until = 0.0


def must_acknowledge(rules_version: int) -> bool:
    """Whether somebody who acknowledged this version last is to be asked again."""
    return rules_version < current_rules_version()
