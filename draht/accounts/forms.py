"""What people type about their account: allauth's forms in our words, and our own."""

from typing import Any

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from draht.accounts.models import User
from draht.accounts.rules import INVITATION_WORDS
from draht.richtext import clean_line, clean_text
from draht.richtext.fields import TextField

NEW_PASSWORD = _("At least ten characters, nothing that everybody uses. A sentence is easy to remember.")


class Worded(forms.Form):
    """A form of allauth with our labels: no placeholders, no borrowed help."""

    labels: dict[str, Any] = {
        "login": _("E-mail address"),
        "email": _("E-mail address"),
        "password": _("Password"),
        "oldpassword": _("Your current password"),
        "password1": _("New password"),
        "password2": _("New password, once more"),
        "code": _("Code"),
        "name": _("Name"),
    }
    helps: dict[str, Any] = {"password1": NEW_PASSWORD}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Put our words in place."""
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, "")
            if isinstance(field, forms.EmailField):
                field.widget.attrs["autocomplete"] = "email"


class SignInForm(Worded, account.LoginForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Let password managers know that the address is the user's name."""
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username webauthn"


class SignUpForm(account.SignupForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Our words for what allauth adds to `sign_up.Newcomer`."""
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail address")
        self.fields["email"].help_text = _("We write to it once to confirm it. Nobody here sees it.")
        self.fields["email"].widget.attrs = {"autocomplete": "email"}
        self.fields["password1"].label = _("Password")
        self.fields["password1"].help_text = NEW_PASSWORD
        self.fields["password1"].widget.attrs.pop("placeholder", None)

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        """Make the account whole or not at all. An address that has one already costs the same time and looks alike."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        adapter = get_adapter()
        if not adapter.is_email_verified(request, self.cleaned_data["email"]):
            # The invited may come in with another address, and then only that one counts.
            adapter.unstash_verified_email(request)
        with transaction.atomic():
            made: tuple[User | None, HttpResponse | None] = super().try_save(request)
            return made


class AddAddressForm(Worded, account.AddEmailForm):  # type: ignore[misc]
    pass


class ChangePasswordForm(Worded, account.ChangePasswordForm):  # type: ignore[misc]
    pass


class SetPasswordForm(Worded, account.SetPasswordForm):  # type: ignore[misc]
    pass


class AskForResetForm(Worded, account.ResetPasswordForm):  # type: ignore[misc]
    pass


class ResetPasswordForm(Worded, account.ResetPasswordKeyForm):  # type: ignore[misc]
    pass


class ConfirmPasswordForm(Worded, account.ReauthenticateForm):  # type: ignore[misc]
    pass


class SecondFactorForm(Worded, mfa.AuthenticateForm):  # type: ignore[misc]
    helps = {"code": _("Six digits from your authenticator app, or one of your recovery codes.")}


class ConfirmSecondFactorForm(Worded, mfa.ReauthenticateForm):  # type: ignore[misc]
    helps = SecondFactorForm.helps


class SetUpAppForm(Worded, ActivateTOTPForm):  # type: ignore[misc]
    labels = {"code": _("Code that the app shows")}


class AddPasskeyForm(Worded, AddWebAuthnForm):  # type: ignore[misc]
    helps = {"name": _("So that you recognize it later: the device or the place where it is kept.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A passkey always signs in alone; a key that is only a second factor would be half a thing."""
        super().__init__(*args, **kwargs)
        self.fields.pop("passwordless", None)

    def clean(self) -> dict[str, Any]:
        """Ask allauth to make sure that the device knew its owner: by finger, face or PIN."""
        self.cleaned_data["passwordless"] = True
        return super().clean() or {}


class NamePasskeyForm(Worded, EditWebAuthnForm):  # type: ignore[misc]
    pass


# --- our own ----------------------------------------------------------------------------------------------------------


class InvitationForm(forms.Form):
    email = forms.EmailField(label=_("Their e-mail address"), max_length=254)
    words = TextField(
        label=_("Your words"),
        help_text=_("Say who you are to them and why they should come. They stand in the mail as you write them."),
        max_length=INVITATION_WORDS,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    language = forms.ChoiceField(label=_("Language of the mail"), choices=settings.LANGUAGES)

    def clean_words(self) -> str:
        """Plain text without tricks."""
        words = clean_text(self.cleaned_data["words"])
        if not words:
            raise forms.ValidationError(_("A mail without your own words would be advertising."))
        return words


class DeclineForm(forms.Form):
    words = TextField(
        label=_("Reason, sent to the person"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_words(self) -> str:
        """One line of plain text."""
        return clean_line(self.cleaned_data["words"])


class HouseRulesForm(forms.Form):
    text_en = forms.CharField(label=_("In English"), max_length=20000, widget=forms.Textarea(attrs={"rows": 16}))
    text_de = forms.CharField(label=_("In German"), max_length=20000, widget=forms.Textarea(attrs={"rows": 16}))

    def clean_text_en(self) -> str:
        """Text without tricks."""
        return clean_text(self.cleaned_data["text_en"])

    def clean_text_de(self) -> str:
        """Text without tricks."""
        return clean_text(self.cleaned_data["text_de"])
