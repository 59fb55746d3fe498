"""What somebody tells who wants to come in; allauth adds address and password (ACCOUNT_SIGNUP_FORM_CLASS)."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from draht.accounts.actions import begin_sign_up
from draht.accounts.models import Invitation, User
from draht.accounts.queries import usable_invitation
from draht.common.refusal import Refused
from draht.richtext import clean_person_name, clean_text
from draht.richtext.fields import TextField

_SESSION_KEY = "invitation"


def keep_invitation(request: HttpRequest, token: str) -> None:
    """Carry an invitation on to the sign-up page."""
    request.session[_SESSION_KEY] = token


def invitation_in(request: HttpRequest) -> Invitation | None:
    """The usable invitation that this visitor came with."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    return usable_invitation(request.session.get(_SESSION_KEY, ""))


class Newcomer(forms.Form):
    """Name, house rules and, where the host decides, some words to them."""

    first_name = forms.CharField(
        label=_("First name"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label=_("Last name"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    words = TextField(
        label=_("Who are you?"),
        help_text=_("The host reads this before letting you in: where you work, who knows you."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    house_rules = forms.BooleanField(
        label=_("I agree to the house rules."),
        error_messages={"required": _("Nobody can come in without the house rules.")},
    )

    field_order = ["first_name", "last_name", "email", "password1", "words", "house_rules"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for words to the host only where the host decides."""
        super().__init__(*args, **kwargs)
        if settings.DRAHT_SIGN_UP != "approval":
            del self.fields["words"]

    def _clean_name(self, name: str) -> str:
        try:
            return clean_person_name(name)
        except Refused as refused:
            raise forms.ValidationError(refused.message) from refused

    def clean_first_name(self) -> str:
        """A real first name."""
        return self._clean_name(self.cleaned_data["first_name"])

    def clean_last_name(self) -> str:
        """A real last name, in the alphabet of the first: one in another may be made to look like somebody else's."""
        last = self._clean_name(self.cleaned_data["last_name"])
        if first := self.cleaned_data.get("first_name"):
            self._clean_name(f"{first} {last}")
        return last

    def signup(self, request: HttpRequest, user: User) -> None:
        """Called by allauth when the account is made."""
        invitation = invitation_in(request)
        begin_sign_up(
            user=user,
            first_name=self.cleaned_data["first_name"],
            last_name=self.cleaned_data["last_name"],
            words=clean_text(self.cleaned_data.get("words", "")),
            invitation=invitation,
        )
