"""What people type: an appeal, a decision."""

from django import forms
from django.utils.translation import gettext_lazy as _

from draht.moderation.models import LONGEST_WORDS


class AppealForm(forms.Form):
    """Why a comment should be shown again."""

    longest = LONGEST_WORDS
    words = forms.CharField(
        label=_("Why it should be shown"),
        help_text=_("The host reads this, the comment, and the reason of the company."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class DecisionForm(forms.Form):
    """What the host decides."""

    longest = LONGEST_WORDS
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("Both sides read it."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
