"""Invitations: single, personal, never repeated by themselves."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from draht.accounts import mail
from draht.accounts.models import Invitation, InvitedAddress, User
from draht.accounts.rules import BUDGET, INVITATION_LASTS
from draht.accounts.tokens import address_digest, invitation_token
from draht.common import clock
from draht.common.ids import first_id_at
from draht.common.refusal import Refused


@transaction.atomic
def invite_by_link(*, by: User, by_name: str) -> Invitation:
    """A link that `by` hands over. Raises Refused when too many are open."""
    _keep_to_budget(by)
    return _invite(by=by, by_name=by_name, language=by.language)


@transaction.atomic
def invite_by_mail(*, by: User, by_name: str, email: str, words: str, language: str) -> Invitation:
    """One mail to one address, with the inviter's own words. Raises Refused if this address gets none."""
    email = email.strip().lower()
    _keep_to_budget(by)
    _keep_to_mail_budget(by)
    invited, _new = InvitedAddress.objects.select_for_update().get_or_create(digest=address_digest(email))
    if not _may_be_written_to(invited, email):
        # One sentence for all reasons: which of them holds is nobody's business.
        text = _(
            "We do not write to this address: it was invited before, wants no invitations, or belongs to a member. "
            "You can make a link instead and hand it over yourself."
        )
        raise Refused(text, field="email")
    invited.written, invited.asked_again = clock.now(), False
    invited.save(update_fields=["written", "asked_again"])
    invitation = _invite(by=by, by_name=by_name, email=email, words=words, language=language)
    _send(invitation)
    return invitation


def _invite(*, by: User, by_name: str, language: str, email: str = "", words: str = "") -> Invitation:
    expires = clock.now() + INVITATION_LASTS
    return Invitation.objects.create(
        by=by, by_name=by_name, email=email, words=words, language=language, expires=expires
    )


def _send(invitation: Invitation) -> None:
    token = invitation_token(invitation.pk)
    mail.write(
        "accounts/email/invitation",
        to=invitation.email,
        language=invitation.language,
        by_name=invitation.by_name,
        words=invitation.words,
        expires=invitation.expires,
        come_in=mail.address(reverse("accounts:invitation", kwargs={"token": token})),
        never_again=mail.address(reverse("accounts:no_invitations", kwargs={"token": token})),
    )


def _keep_to_budget(by: User) -> None:
    User.objects.select_for_update().get(pk=by.pk)
    still_open = Q(accepted=None, revoked=None, expires__gt=clock.now())
    if Invitation.objects.filter(still_open, by=by).count() >= BUDGET.open:
        text = _("%(count)s of your invitations are open. Withdraw one, or wait until one is accepted or expires.")
        raise Refused(text % {"count": BUDGET.open})


def _keep_to_mail_budget(by: User) -> None:
    week = first_id_at(clock.now() - timedelta(days=7))
    # The address goes when an invitation ends, the language of its mail stays; links have the inviter's own words only
    # by mouth, so `words` tells a mail from a link.
    if Invitation.objects.filter(by=by, id__gte=week).exclude(words="").count() >= BUDGET.mails_a_week:
        text = _("You can send %(count)s invitations by mail within a week.")
        raise Refused(text % {"count": BUDGET.mails_a_week})


def _may_be_written_to(invited: InvitedAddress, email: str) -> bool:
    if invited.never or (invited.written and not invited.asked_again):
        return False
    return not User.objects.taken([email])


@transaction.atomic
def revoke_invitation(*, by: User, invitation_id: int) -> None:
    """Withdraw an own invitation. Raises Refused if it was accepted already."""
    mine = Invitation.objects.filter(pk=invitation_id, by=by, accepted=None, revoked=None)
    if not mine.update(revoked=clock.now(), email=""):
        raise Refused(_("This invitation was used or withdrawn in the meantime."))


@transaction.atomic
def ask_for_another_invitation(*, invitation: Invitation) -> None:
    """The invited came too late and would like another: the inviter sees it and may write once more."""
    rows = Invitation.objects.filter(pk=invitation.pk, accepted=None, revoked=None, expires__lte=clock.now())
    if not rows.update(asked_again=clock.now()):
        raise Refused(_("This invitation cannot be asked for again."))
    if invitation.email:
        InvitedAddress.objects.filter(digest=address_digest(invitation.email)).update(asked_again=True)


@transaction.atomic
def refuse_invitations(*, invitation: Invitation) -> None:
    """The invited wants no more mail from here, from nobody: kept for ever, as a digest."""
    if invitation.email:
        digest = address_digest(invitation.email)
        InvitedAddress.objects.update_or_create(digest=digest, defaults={"never": clock.now()})
    Invitation.objects.filter(pk=invitation.pk, accepted=None, revoked=None).update(revoked=clock.now(), email="")
