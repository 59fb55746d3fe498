"""What a team types about its company, one form for each section."""

import re
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from draht.companies.forms.hours import DayField
from draht.companies.models import ABOUT, BRANCH, IMPRINT, NAME, WISH, Size
from draht.companies.queries.page import country_names, weekday_names
from draht.companies.regions import REGIONS

_EMPTY = ("", "")
_NEAR = ("DE", "AT", "CH", "LI", "LU", "NL", "BE", "FR", "IT", "PL", "CZ", "DK")
_NEAR_ZONES = ("Europe/Berlin", "Europe/Vienna", "Europe/Zurich", "Europe/London", "Europe/Paris", "Europe/Warsaw")
# Hues that are told apart, each with what people call it; lightness and chroma are ours.
HUES: tuple[tuple[int, str | Promise], ...] = (
    (0, _("rose")),
    (30, _("red")),
    (45, _("copper")),
    (75, _("amber")),
    (105, _("olive")),
    (135, _("green")),
    (165, _("sea green")),
    (195, _("petrol")),
    (225, _("sky blue")),
    (255, _("blue")),
    (285, _("violet")),
    (330, _("purple")),
)


class CompanyForm(forms.Form):
    """A form whose fields are the arguments of an action."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class BeginForm(CompanyForm):
    """How a page begins."""

    name = forms.CharField(
        label=_("Name of the company"),
        help_text=_("As in the register, such as “Rheinseil AG”."),
        max_length=NAME,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    headline = forms.CharField(
        label=_("In one line"), help_text=_("What you make and for whom."), max_length=160, required=False
    )


class AnotherForm(BeginForm):
    """The same, when there are pages of this name already."""

    is_another = forms.BooleanField(label=_("None of these: mine is another company"), required=True)


class HeadForm(CompanyForm):
    """Name, headline, branch, size and colour."""

    name = forms.CharField(label=_("Name of the company"), max_length=NAME)
    headline = forms.CharField(
        label=_("In one line"), help_text=_("Stands with the name everywhere."), max_length=160, required=False
    )
    branch = forms.CharField(
        label=_("Branch"), help_text=_("Such as “Steel wire” or “Cable machinery”."), max_length=BRANCH, required=False
    )
    size = forms.ChoiceField(label=_("Size"), choices=[_EMPTY, *Size.choices], required=False)
    hue = forms.TypedChoiceField(
        label=_("Colour"),
        help_text=_("Behind the initials, as long as there is no logo, and at the head of the page."),
        choices=HUES,
        coerce=int,
        widget=forms.RadioSelect,
    )


class AboutForm(CompanyForm):
    """The company in its own words."""

    about = forms.CharField(
        label=_("About the company"),
        help_text=_("**bold**, *italic*, lists with - and links work."),
        max_length=ABOUT,
        required=False,
        widget=_lines(10),
    )


class WorkForm(CompanyForm):
    """What the company makes and seeks."""

    makes = forms.CharField(label=_("Makes"), max_length=WISH, required=False, widget=_lines(3))
    seeks = forms.CharField(label=_("Seeks"), max_length=WISH, required=False, widget=_lines(3))


class ImprintForm(CompanyForm):
    """Who answers for the page."""

    imprint = forms.CharField(
        label=_("Imprint"),
        help_text=_(
            "Name and legal form, address, who represents the company, register and number, VAT number, and how you "
            "are reached quickly. In Germany § 5 DDG asks for it."
        ),
        max_length=IMPRINT,
        required=False,
        widget=_lines(8),
    )


class NamesForm(CompanyForm):
    """Other names and brands."""

    names = forms.CharField(
        label=_("Other names and brands"),
        help_text=_("One on each line. Whoever looks for one of them finds this page."),
        required=False,
        widget=_lines(4),
    )

    def clean_names(self) -> list[str]:
        """The names."""
        return [name for name in re.split(r"[;\n]", self.cleaned_data["names"]) if name.strip()]


def _countries() -> list[tuple[str, str]]:
    names = country_names()
    others = sorted((name, code) for code, name in names.items() if code not in _NEAR)
    return [*((code, names[code]) for code in _NEAR), *((code, name) for name, code in others)]


def _regions() -> list[tuple[str, Any]]:
    names = country_names()
    groups = [
        (
            names[country],
            sorted(((f"{country}-{code}", str(name)) for code, name in parts.items()), key=lambda one: one[1]),
        )
        for country, parts in REGIONS.items()
    ]
    return [_EMPTY, *groups]


class PlaceForm(CompanyForm):
    """Where the company is."""

    label = forms.CharField(
        label=_("What it is"), help_text=_("Such as “Headquarters” or “Works 2”."), max_length=60, required=False
    )
    street = forms.CharField(label=_("Street and number"), max_length=120, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=12, required=False)
    city = forms.CharField(label=_("Town"), max_length=80)
    country = forms.ChoiceField(label=_("Country"), choices=_countries, initial="DE")
    region = forms.ChoiceField(
        label=_("State or canton"),
        help_text=_("The public holidays of the first place count for the opening hours."),
        choices=_regions,
        required=False,
    )

    def clean_region(self) -> str:
        """The part of the country, which must be one of that country."""
        country, _hyphen, region = self.cleaned_data["region"].partition("-")
        if region and country != self.cleaned_data.get("country"):
            raise forms.ValidationError(_("This is no part of that country."))
        return str(region)


def _zones() -> list[tuple[str, str]]:
    others = sorted(zone for zone in available_timezones() if zone not in _NEAR_ZONES and "/" in zone)
    return [(zone, zone.replace("_", " ")) for zone in (*_NEAR_ZONES, *others)]


class HoursForm(CompanyForm):
    """When somebody is there, weekday by weekday."""

    time_zone = forms.ChoiceField(label=_("Time zone"), choices=_zones)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for weekday, name in enumerate(weekday_names()):
            self.fields[f"day_{weekday}"] = DayField(name)
        self.order_fields([*(f"day_{weekday}" for weekday in range(7)), "time_zone"])

    def clean(self) -> dict[str, Any]:
        """The times of all days in one list."""
        data = super().clean() or {}
        times = [(weekday, *span) for weekday in range(7) for span in data.pop(f"day_{weekday}", None) or ()]
        return data | {"times": times}


class LogoForm(CompanyForm):
    """The logo."""

    picture = forms.FileField(
        label=_("Your logo"),
        help_text=_("JPEG, PNG, WebP or GIF. It is shown as a square: a wide one gets room above and below."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/gif"}),
    )
