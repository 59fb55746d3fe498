"""What people choose."""

from django import forms
from django.utils.translation import gettext_lazy as _

from draht.notifications.models import Kind


class ChoicesForm(forms.Form):
    """Of which kinds a member wants notices, and of which mail as well."""

    kinds = forms.MultipleChoiceField(
        label=_("Tell me when"), choices=Kind.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    mailed = forms.MultipleChoiceField(
        label=_("By mail"), choices=Kind.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
