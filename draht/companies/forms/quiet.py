"""What people type about quiet hours."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draht.companies.forms.page import CompanyForm


def _time_field(**words: Any) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(required=False, widget=widget, **words)


class QuietForm(CompanyForm):
    """After and until when mail about the company waits."""

    begins = _time_field(label=_("No mail after"), help_text=_("Leave both empty to have no quiet hours."))
    ends = _time_field(label=_("Until the next working day at"))
