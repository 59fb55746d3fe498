"""Coming in: asked, confirmed, approved where the host wants that, in."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from draht import outbox
from draht.accounts import mail, rules
from draht.accounts.actions.house_rules import acknowledge_house_rules
from draht.accounts.events import AccountOpened, InvitationAccepted
from draht.accounts.models import Invitation, SignUp, User
from draht.accounts.rules import InvitationState
from draht.common import clock
from draht.common.refusal import Refused


@transaction.atomic
def begin_sign_up(
    *, user: User, first_name: str, last_name: str, words: str = "", invitation: Invitation | None = None
) -> SignUp:
    """Remember that this new account wants to come in under this name, and that its owner agreed to the house rules.

    An invitation is used up by this. Raises Refused if it was used or revoked in the meantime.
    """
    sign_up = SignUp.objects.create(
        user=user,
        first_name=first_name,
        last_name=last_name,
        words=words,
        invitation=invitation,
        needs_approval=rules.needs_approval(invitation),
    )
    if invitation is not None:
        _use_up(invitation, user)
    acknowledge_house_rules(user=user, version=rules.current_rules_version())
    return sign_up


def _use_up(invitation: Invitation, user: User) -> None:
    fresh = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if rules.state_of(fresh, at=clock.now()) is not InvitationState.OPEN:
        raise Refused(_("This invitation was used or withdrawn in the meantime."))
    fresh.accepted, fresh.accepted_by, fresh.email = clock.now(), user, ""
    fresh.save(update_fields=["accepted", "accepted_by", "email"])


@transaction.atomic
def confirm_sign_up(*, user: User) -> bool:
    """The address is confirmed: let them in, or ask the host. True if they are in, also if they were before."""
    sign_up = SignUp.objects.select_for_update(of=("self",)).select_related("user").filter(user=user).first()
    if sign_up is None:
        return True
    if not sign_up.needs_approval:
        _let_in(sign_up)
        return True
    if sign_up.confirmed is None:
        sign_up.confirmed = clock.now()
        sign_up.save(update_fields=["confirmed"])
        _tell_hosts(sign_up)
    return False


@transaction.atomic
def approve_sign_up(*, user_id: int) -> None:
    """The host says yes: the person is in and is told. Raises Refused if there is nothing to decide."""
    sign_up = _waiting(user_id)
    user = sign_up.user
    _let_in(sign_up)
    mail.write(
        "accounts/email/approved",
        to=user.email,
        language=user.language,
        first_name=sign_up.first_name,
        sign_in=mail.address(reverse("account_login")),
    )


@transaction.atomic
def decline_sign_up(*, user_id: int, words: str = "") -> None:
    """The host says no, with a reason if they like: the person is told and everything about them is deleted."""
    sign_up = _waiting(user_id)
    user = sign_up.user
    mail.write(
        "accounts/email/declined",
        to=user.email,
        language=user.language,
        first_name=sign_up.first_name,
        words=words,
    )
    user.delete()


def _waiting(user_id: int) -> SignUp:
    found = SignUp.objects.select_for_update(of=("self",)).select_related("user")
    sign_up = found.filter(user_id=user_id, needs_approval=True, confirmed__isnull=False).first()
    if sign_up is None:
        raise Refused(_("Somebody has decided about this already."))
    return sign_up


def _let_in(sign_up: SignUp) -> None:
    join: Callable[..., Any] = import_string(settings.DRAHT_JOIN)
    user, invitation = sign_up.user, sign_up.invitation
    join(user=user, first_name=sign_up.first_name, last_name=sign_up.last_name)
    sign_up.delete()
    outbox.record(AccountOpened(user_id=user.pk))
    if invitation is not None:
        outbox.record(InvitationAccepted(invitation.pk, by_user_id=invitation.by_id, user_id=user.pk))


def _tell_hosts(sign_up: SignUp) -> None:
    for host in User.objects.filter(is_host=True, is_active=True):
        mail.write(
            "accounts/email/somebody_waits",
            to=host.email,
            language=host.language,
            first_name=sign_up.first_name,
            last_name=sign_up.last_name,
            words=sign_up.words,
            desk=mail.address(reverse("accounts:desk")),
        )
