"""Where allauth asks us: who may sign up, what a message says, how a mail is written, when somebody is in."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.stages import LoginStage
from allauth.core import context
from allauth.core.internal.httpkit import headed_redirect_response
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from draht.accounts import mail, rules, words
from draht.accounts.actions import confirm_sign_up
from draht.accounts.devices import device_of
from draht.accounts.models import User
from draht.accounts.sign_up import invitation_in


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = DefaultAccountAdapter.error_messages | words.ERRORS

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return rules.may_sign_up(invitation_in(request))

    def new_user(self, request: HttpRequest) -> User:
        return User(language=request.LANGUAGE_CODE)

    def get_login_stages(self) -> list[str]:
        return [*super().get_login_stages(), "draht.accounts.adapter.AdmissionStage"]

    def post_login(self, request: HttpRequest, user: User, **known: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **known)
        if rules.must_acknowledge(user.rules_version):
            target = urlencode({"next": response.headers.get("Location", "/")})
            response.headers["Location"] = f"{reverse('accounts:acknowledge')}?{target}"
        return response

    def get_email_verification_redirect_url(self, email_address: Any) -> str:
        if rules.is_waiting(email_address.user):
            return reverse("accounts:waiting")
        url: str = super().get_email_verification_redirect_url(email_address)
        return url

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:settings")

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        text = message or words.message(message_template or "", message_context or {})
        if text:
            messages.add_message(request, level, text, extra_tags=extra_tags)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        user = context.get("user")
        language = user.language if isinstance(user, User) else mail.language_of(email)
        shown = {name: value for name, value in context.items() if name not in ("request", "user", "email")}
        with transaction.atomic():
            mail.write(template_prefix, to=email, language=language, **shown)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        with translation.override(user.language):
            device = device_of(self.get_http_user_agent(self.request))
        seen = {"device": device, "moment": timezone.localtime(), "user": user}
        self.send_mail(template_prefix, email or user.email, seen | (context or {}))


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    error_messages = DefaultMFAAdapter.error_messages | words.MFA_ERRORS

    def _get_site_name(self) -> str:
        return settings.DRAHT_NAME

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        # Translators: the name of a new passkey: where it was made.
        return _("Passkey in %(device)s") % {"device": device_of(context.request.headers.get("User-Agent", ""))}


class AdmissionStage(LoginStage):  # type: ignore[misc]
    """The last step of every sign-in: whoever is not let in yet learns that they wait."""

    key = "admission"

    def handle(self) -> tuple[HttpResponse | None, bool]:
        if confirm_sign_up(user=self.login.user):
            return None, True
        return headed_redirect_response("accounts:waiting"), False
