"""What people type about goals."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draht.goals.models import LONGEST_PROFESSIONS, LONGEST_WORDS, Indicator, Theme


class TargetForm(forms.Form):
    """An indicator and how much of it. A goal has each indicator once: those in `taken` are not offered.

    `countable`: what can be counted of the company.
    """

    indicator = forms.ChoiceField(
        label=_("By what you see it"),
        choices=Indicator.choices,
        help_text=_("A month’s figure; followers: all of them."),
    )
    wanted = forms.IntegerField(label=_("How much you want"), min_value=0, max_value=10_000_000)

    def __init__(
        self,
        *args: Any,
        countable: Collection[Indicator] = tuple(Indicator),
        taken: Collection[str] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["indicator"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one.value, one.label) for one in countable if one.value not in taken]
        if taken:
            field.error_messages["invalid_choice"] = _("This goal has a target for this figure already.")


class ProfessionsForm(forms.Form):
    """Among which professions the company wants followers."""

    professions = forms.CharField(
        label=_("Professions"),
        required=False,
        max_length=LONGEST_PROFESSIONS,
        help_text=_(
            "Words that stand in titles, with commas between them: buyer, purchasing. Who follows you and has such a "
            "title is counted, from five people up; nobody is named."
        ),
    )


class GoalForm(TargetForm):
    """A goal, the indicator by which it is seen first, how much, by when."""

    field_order = ("theme", "words", "indicator", "wanted", "until")

    theme = forms.ChoiceField(label=_("What it is about"), choices=Theme.choices)
    words = forms.CharField(
        label=_("Your goal in a few words"), max_length=LONGEST_WORDS, help_text=_("As you would say it at the table.")
    )
    until = forms.DateField(label=_("By when"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
