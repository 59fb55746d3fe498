"""What people type about house rules."""

from django import forms
from django.utils.translation import gettext_lazy as _

from draht.conduct.models import LONGEST_RULES


class RulesForm(forms.Form):
    """A new version of the house rules."""

    text = forms.CharField(
        label=_("House rules"),
        help_text=_("One rule a line. Change, add and leave out what you like."),
        strip=False,
        max_length=LONGEST_RULES,
        widget=forms.Textarea(attrs={"rows": 20}),
    )
