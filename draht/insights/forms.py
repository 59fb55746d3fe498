"""What people type about goals."""

from django import forms
from django.utils.translation import gettext_lazy as _

from draht.goals.models import LONGEST_WORDS, Indicator, Theme


class GoalForm(forms.Form):
    """A goal, the indicator by which it is seen, how much, by when."""

    theme = forms.ChoiceField(label=_("What it is about"), choices=Theme.choices)
    words = forms.CharField(
        label=_("Your goal in a few words"), max_length=LONGEST_WORDS, help_text=_("As you would say it at the table.")
    )
    indicator = forms.ChoiceField(
        label=_("By what you see it"),
        choices=Indicator.choices,
        help_text=_("A month’s figure; followers: all of them."),
    )
    wanted = forms.IntegerField(label=_("How much you want"), min_value=0, max_value=10_000_000)
    until = forms.DateField(label=_("By when"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
