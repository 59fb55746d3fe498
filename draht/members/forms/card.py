"""What members type onto their business card, one form for each kind of field. Values are checked by the actions."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy

from draht.members.actions import limits
from draht.members.addresses import country_names
from draht.members.card_values import MESSENGERS, birthday
from draht.members.forms.profile import SectionForm, month_field, year_field
from draht.members.models import CardGroup, CardKind

Facts = dict[str, Any]


def _countries() -> list[tuple[str, str]]:
    """The countries next door first, then all others by name."""
    names = country_names(get_language() or "en")
    near = list(dict.fromkeys([settings.DRAHT_REGION, "DE", "AT", "CH"]))
    others = sorted((name, code) for code, name in names.items() if code not in near)
    return [*((code, names[code]) for code in near), *((code, name) for name, code in others)]


class CardForm(SectionForm):
    """What every field has."""

    group = forms.ChoiceField(
        label=pgettext_lazy("business card", "Belongs to"), choices=CardGroup.choices, widget=forms.RadioSelect
    )
    label = forms.CharField(
        label=gettext_lazy("What you call it"),
        help_text=gettext_lazy("If you have several, such as “Office Siegen”."),
        max_length=limits.CARD_LABEL,
        required=False,
    )

    def facts(self) -> Facts:
        """The arguments of the action. Raises Refused for what cannot be."""
        return {"value": self.cleaned_data["value"], "parts": {}}

    @staticmethod
    def typed(value: str, _parts: dict[str, str]) -> Facts:
        """What stands in the form for a field that is there already."""
        return {"value": value}


def _value(label: Any, help_text: Any = "", **attributes: str) -> forms.CharField:
    widget = forms.TextInput(attrs=attributes)
    return forms.CharField(label=label, help_text=help_text, max_length=limits.ADDRESS, widget=widget)


class PhoneForm(CardForm):
    """A number, typed in any way."""

    value = _value(
        gettext_lazy("Number"), gettext_lazy("As you would dial it."), type="tel", inputmode="tel", autocomplete="tel"
    )

    @staticmethod
    def typed(value: str, _parts: dict[str, str]) -> Facts:
        """Numbers are typed without the sign for an extension."""
        return {"value": value.replace(";ext=", " ext. ")}


class MailForm(CardForm):
    """A mail address."""

    value = _value(gettext_lazy("Mail address"), inputmode="email", autocomplete="email")


class WebForm(CardForm):
    """A website."""

    value = _value(gettext_lazy("Address"), inputmode="url", autocomplete="url", placeholder="https://")


class OtherForm(CardForm):
    """Anything else."""

    value = _value(gettext_lazy("Text"))


class MessengerForm(CardForm):
    """A name at a messenger."""

    service = forms.ChoiceField(
        label=gettext_lazy("Messenger"), choices=[(code, messenger.name) for code, messenger in MESSENGERS.items()]
    )
    value = _value(gettext_lazy("Your name or number there"))

    def facts(self) -> Facts:
        """The service is a part."""
        return {"value": self.cleaned_data["value"], "parts": {"service": self.cleaned_data["service"]}}

    @staticmethod
    def typed(value: str, parts: dict[str, str]) -> Facts:
        """Name and service."""
        return {"value": value, **parts}


class AddressForm(CardForm):
    """A postal address."""

    street = forms.CharField(
        label=gettext_lazy("Street and number"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    postcode = forms.CharField(
        label=gettext_lazy("Postcode"),
        max_length=16,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code"}),
    )
    city = forms.CharField(
        label=gettext_lazy("Town"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "address-level2"})
    )
    region = forms.CharField(
        label=gettext_lazy("State or province"),
        help_text=gettext_lazy("Where addresses have one, such as in Italy or the USA."),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "address-level1"}),
    )
    country = forms.ChoiceField(
        label=gettext_lazy("Country"), choices=_countries, widget=forms.Select(attrs={"autocomplete": "country"})
    )

    def facts(self) -> Facts:
        """An address is its parts."""
        names = ("street", "postcode", "city", "region", "country")
        return {"value": "", "parts": {name: self.cleaned_data[name] for name in names}}

    @staticmethod
    def typed(_value: str, parts: dict[str, str]) -> Facts:
        """The parts."""
        return dict(parts)


class BirthdayForm(CardForm):
    """A birthday, with or without the year."""

    day = forms.TypedChoiceField(label=gettext_lazy("Day"), choices=[(day, day) for day in range(1, 32)], coerce=int)
    month = month_field(gettext_lazy("Month"), required=True)
    year = year_field(gettext_lazy("Year"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].help_text = gettext_lazy("Leave it empty to keep your age to yourself.")
        self.fields["group"].initial = CardGroup.PRIVATE

    def facts(self) -> Facts:
        """One normal form."""
        data = self.cleaned_data
        return {"value": birthday(data["day"], data["month"], data["year"]), "parts": {}}

    @staticmethod
    def typed(value: str, _parts: dict[str, str]) -> Facts:
        """Day, month and perhaps the year."""
        year, month, day = value.rsplit("-", 2)
        return {"day": int(day), "month": int(month), "year": year.strip("-")}


FORMS: dict[CardKind, type[CardForm]] = {
    CardKind.MAIL: MailForm,
    CardKind.PHONE: PhoneForm,
    CardKind.MOBILE: PhoneForm,
    CardKind.FAX: PhoneForm,
    CardKind.ADDRESS: AddressForm,
    CardKind.MESSENGER: MessengerForm,
    CardKind.WEB: WebForm,
    CardKind.BIRTHDAY: BirthdayForm,
    CardKind.OTHER: OtherForm,
}
