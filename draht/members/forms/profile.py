"""What members type about themselves, one form for each section. Values are checked by the actions."""

import re
from typing import Any, ClassVar

from django import forms
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from draht.members.actions import limits
from draht.members.models import Audience, Level
from draht.members.periods import month_names
from draht.members.queries import language_names
from draht.richtext.fields import TextField

_EMPTY = ("", "")


class SectionForm(forms.Form):
    """A form whose fields are the arguments of an action."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


def _months() -> list[tuple[int | str, str]]:
    return [_EMPTY, *month_names()]


def _languages() -> list[tuple[str, str]]:
    """The languages of this trade's neighbours first, then all others by name."""
    names = language_names(get_language() or "en")
    near = [code for code in ("de", "en", "fr", "it", "es", "nl", "pl", "tr", "cs", "zh") if code in names]
    others = sorted((name, code) for code, name in names.items() if code not in near)
    return [_EMPTY, *((code, names[code]) for code in near), *((code, name) for name, code in others)]


def _levels() -> list[tuple[str, str]]:
    return [_EMPTY, *((level, str(label)) for level, label in Level.choices)]


def month_field(label: Any, *, required: bool = False) -> forms.TypedChoiceField:
    """A month by number; None if it is left open."""
    return forms.TypedChoiceField(label=label, choices=_months, coerce=int, empty_value=None, required=required)


def year_field(label: Any, *, required: bool = False) -> forms.IntegerField:
    """A year; None if it is left open."""
    widget = forms.TextInput(attrs={"inputmode": "numeric", "maxlength": "4"})
    return forms.IntegerField(label=label, required=required, widget=widget)


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class NameForm(SectionForm):
    """One's real name."""

    first_name = forms.CharField(
        label=gettext_lazy("First name"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label=gettext_lazy("Last name"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )


class PlaceForm(SectionForm):
    """The line under the name, and where one is at home in the trade."""

    headline = forms.CharField(
        label=gettext_lazy("Headline"),
        help_text=gettext_lazy("Stands with your name everywhere. Leave it empty for your current position."),
        max_length=limits.HEADLINE,
        required=False,
    )
    place = forms.CharField(
        label=gettext_lazy("Place"),
        help_text=gettext_lazy("Town or region, such as “Siegen”."),
        max_length=limits.PLACE,
        required=False,
    )


class AboutForm(SectionForm):
    """Who one is, in one's own words."""

    about = TextField(
        label=gettext_lazy("About you"),
        help_text=gettext_lazy("**bold**, *italic*, lists with - and links work."),
        max_length=limits.ABOUT,
        required=False,
        widget=_lines(8),
    )


class WishesForm(SectionForm):
    """What one looks for, and what one offers."""

    looking_for = TextField(label=gettext_lazy("Looking for"), max_length=limits.WISH, required=False, widget=_lines(3))
    offering = TextField(label=gettext_lazy("Offering"), max_length=limits.WISH, required=False, widget=_lines(3))


class StationForm(SectionForm):
    """A time of work."""

    title = forms.CharField(
        label=gettext_lazy("Position"),
        max_length=limits.NAME,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    employer = forms.CharField(
        label=gettext_lazy("Employer"),
        max_length=limits.NAME,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    from_month = month_field(gettext_lazy("From: month"))
    from_year = year_field(gettext_lazy("From: year"), required=True)
    is_now = forms.BooleanField(label=gettext_lazy("I work here now"), required=False)
    to_month = month_field(gettext_lazy("To: month"))
    to_year = year_field(gettext_lazy("To: year"))
    text = TextField(
        label=gettext_lazy("What you do or did there"),
        help_text=gettext_lazy("What you were responsible for, what became better by it."),
        max_length=limits.STATION_TEXT,
        required=False,
        widget=_lines(4),
    )

    def clean(self) -> dict[str, Any]:
        """Either it lasts until now or it has an end."""
        data = super().clean() or {}
        if data.pop("is_now", False):
            data["to_month"] = data["to_year"] = None
        elif not data.get("to_year") and "to_year" not in self.errors:
            self.add_error("to_year", _("Please give the year of the end, or tick “I work here now”."))
        return data


class EducationForm(SectionForm):
    """A time of learning."""

    school = forms.CharField(label=gettext_lazy("School, university or training company"), max_length=limits.NAME)
    degree = forms.CharField(
        label=gettext_lazy("Degree"),
        help_text=gettext_lazy("Such as “Skilled worker (IHK)” or “M. Sc.”"),
        max_length=limits.NAME,
        required=False,
    )
    field = forms.CharField(label=gettext_lazy("Subject"), max_length=limits.NAME, required=False)
    from_year = year_field(gettext_lazy("From: year"))
    to_year = year_field(gettext_lazy("To: year"))


class LanguageForm(SectionForm):
    """A language."""

    code = forms.ChoiceField(label=gettext_lazy("Language"), choices=_languages)
    level = forms.ChoiceField(label=gettext_lazy("How well"), choices=_levels, required=False)


class WordsForm(SectionForm):
    """Several words or short phrases."""

    names = forms.CharField(required=False, widget=_lines(4))
    label: ClassVar[Any] = ""
    help_text: ClassVar[Any] = gettext_lazy("One on each line, or with commas between them. The most important first.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["names"].label, self.fields["names"].help_text = self.label, self.help_text

    def clean_names(self) -> list[str]:
        """The words."""
        return [name for name in re.split(r"[,;\n]", self.cleaned_data["names"]) if name.strip()]


class SkillsForm(WordsForm):
    """What one can do."""

    label = gettext_lazy("What you can do")


class InterestsForm(WordsForm):
    """What one likes."""

    label = gettext_lazy("What you like besides work")


class LinkForm(SectionForm):
    """Another place on the web."""

    label = forms.CharField(label=gettext_lazy("What it is"), max_length=limits.WORD)
    url = forms.CharField(
        label=gettext_lazy("Address"),
        max_length=limits.ADDRESS,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "url", "placeholder": "https://"}),
    )


class PortraitForm(SectionForm):
    """A picture of oneself."""

    picture = forms.FileField(
        label=gettext_lazy("A picture of you"),
        help_text=gettext_lazy(
            "JPEG, PNG, WebP or GIF. Only a square of it is kept, nothing else that the file tells."
        ),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/gif"}),
    )


class AudienceForm(SectionForm):
    """Who sees a section."""

    audience = forms.ChoiceField(label=pgettext_lazy("a section of the profile", "Seen by"), choices=Audience.choices)
