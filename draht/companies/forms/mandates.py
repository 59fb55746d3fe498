"""What people type about mandates."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from draht.companies.forms.page import CompanyForm
from draht.companies.models import ABOUT, NAME, RECORD, Scope
from draht.companies.queries import agency_called


def _day() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def _record(label: Any, help_text: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=help_text, max_length=RECORD, widget=area)


class MandateForm(CompanyForm):
    """What a company asks of a caretaker."""

    scope = forms.TypedMultipleChoiceField(
        label=_("What for"), choices=Scope.choices, coerce=Scope, widget=forms.CheckboxSelectMultiple, required=False
    )
    agency = forms.CharField(
        label=_("Agency"),
        help_text=_("The company for which they work: name or address of its page here. They must be in its team."),
        max_length=NAME,
        required=False,
    )
    starts = forms.DateField(label=_("From"), help_text=_("The first day."), widget=_day())
    ends = forms.DateField(label=_("Until"), help_text=_("Two years at most."), widget=_day())
    four_eyes = forms.BooleanField(
        label=_("Four eyes: what they write waits until somebody of the company releases it"), required=False
    )
    subject = _record(
        _("Subject and duration of the processing"), _("Such as: looks after our page and answers questions there.")
    )
    data_kinds = _record(
        _("Kinds of data, and whose"), _("Such as: names and words of those who comment; nothing besides.")
    )
    instructions = _record(
        _("Instructions"), _("Who of you gives them and how; secrecy, security, deletion at the end.")
    )
    subprocessors = _record(_("Further processors"), _("Whom the agency may bring in. If nobody: “none”."))

    def __init__(self, *args: Any, viewer: int, **kwargs: Any) -> None:
        """`viewer`: who offers, and sees the agency's page."""
        today = timezone.localdate()
        initial = {"starts": today, "ends": today + timedelta(days=364), "four_eyes": True, "scope": [Scope.WRITE]}
        super().__init__(*args, initial=initial, **kwargs)
        self._viewer = viewer

    def clean_agency(self) -> int | None:
        """The page that goes by what was typed."""
        typed = self.cleaned_data["agency"].strip()
        found = agency_called(self._viewer, typed) if typed else None
        if typed and found is None:
            raise forms.ValidationError(_("No page here goes by that name."))
        return found


class HandoverForm(CompanyForm):
    """What whoever comes next must know."""

    words = forms.CharField(
        label=_("For whoever comes next"),
        help_text=_("What runs, what waits, whom to ask. It goes into the handover file."),
        max_length=ABOUT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
