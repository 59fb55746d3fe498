"""The account itself: its language, one-time links, its end."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from draht import outbox
from draht.accounts import mail, rules
from draht.accounts.events import AccountClosed
from draht.accounts.models import Acknowledgement, Invitation, SharedValue, SignInLink, SignUp, User
from draht.accounts.tokens import digest_of, new_secret
from draht.common import clock
from draht.common.ids import first_id_at
from draht.common.refusal import Refused


def choose_language(*, user_id: int, language: str) -> None:
    """Speak this language to the person, on pages and in mail."""
    if language not in dict(settings.LANGUAGES):
        raise Refused(_("Draht does not speak this language."))
    User.objects.filter(pk=user_id).update(language=language)


def make_host(*, user: User) -> None:
    """Let this person keep order here."""
    User.objects.filter(pk=user.pk).update(is_host=True)
    user.is_host = True


def make_sign_in_link(*, user: User) -> str:
    """The secret of a link that signs this person in once, within a quarter of an hour."""
    if not user.is_active or rules.is_waiting(user):
        raise Refused(_("This account cannot be entered."))
    secret = new_secret()
    expires = clock.now() + rules.SIGN_IN_LINK_LASTS
    SignInLink.objects.create(digest=digest_of(secret), user=user, expires=expires)
    return secret


@transaction.atomic
def use_sign_in_link(*, secret: str) -> User:
    """The person whom this link signs in; it is used up. Raises Refused if it was used, has expired or is forged."""
    link = SignInLink.objects.filter(digest=digest_of(secret)).select_related("user").first()
    # Only who deletes it has used it.
    used = link is not None and SignInLink.objects.filter(pk=link.pk).delete()[0] == 1
    if link is None or not used or link.expires <= clock.now() or not link.user.is_active:
        raise Refused(_("This link was used already or has expired."))
    return link.user


@transaction.atomic
def close_account(*, user: User) -> None:
    """Somebody leaves: at once nobody can sign in and the account holds nothing about them.

    The empty row stays for a week, because the other rooms find what they have to remove by its id.
    """
    outbox.record(AccountClosed(user_id=user.pk))
    mail.write("accounts/email/closed", to=user.email, language=user.language)
    _end_sessions(user)
    for held in (EmailAddress, Authenticator, Acknowledgement, SignUp, SignInLink):
        held.objects.filter(user=user).delete()
    Invitation.objects.filter(by=user).delete()
    user.set_unusable_password()
    user.email, user.is_active, user.is_host, user.closed = f"{user.pk}@closed.invalid", False, False, clock.now()
    user.save(update_fields=["password", "email", "is_active", "is_host", "closed"])


def _session_store() -> type[SessionBase]:
    store: type[SessionBase] = import_string(f"{settings.SESSION_ENGINE}.SessionStore")
    return store


def _end_sessions(user: User) -> None:
    for session in UserSession.objects.filter(user=user):
        _session_store()().delete(session.session_key)
        session.delete()


def prune_accounts() -> None:
    """Forget what has had its time: sign-ups never confirmed, closed accounts, sessions, links, invited addresses."""
    now = clock.now()
    _session_store().clear_expired()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    with transaction.atomic():
        late = SignUp.objects.filter(confirmed=None, user_id__lt=first_id_at(now - rules.UNCONFIRMED_LASTS))
        never_came = list(late.values_list("user_id", flat=True))
        Invitation.objects.filter(accepted_by__in=never_came).update(accepted=None, accepted_by=None)
        User.objects.filter(pk__in=never_came).delete()
        User.objects.filter(closed__lt=now - rules.CLOSED_LASTS).delete()
        SignInLink.objects.filter(expires__lt=now).delete()
        SharedValue.objects.filter(expires__lt=now).delete()
        # Kept for one more term after the end, so that the invited can ask for another.
        Invitation.objects.filter(expires__lt=now - rules.INVITATION_LASTS).exclude(email="").update(email="")
