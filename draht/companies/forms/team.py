"""What people type about teams, proofs and claims."""

from django import forms
from django.utils.translation import gettext_lazy as _

from draht.companies.forms.page import CompanyForm
from draht.companies.models import CLAIM, Role


class RolesForm(CompanyForm):
    """What somebody does for the page."""

    roles = forms.TypedMultipleChoiceField(
        label=_("Roles"), choices=Role.choices, coerce=Role, widget=forms.CheckboxSelectMultiple, required=False
    )


class DomainForm(CompanyForm):
    """The company's domain."""

    domain = forms.CharField(
        label=_("Domain"),
        max_length=200,
        widget=forms.TextInput(attrs={"inputmode": "url", "placeholder": "rheinseil.example", "autocomplete": "off"}),
    )


class AddressForm(CompanyForm):
    """An address at the company's domain."""

    address = forms.EmailField(label=_("Your address there"), widget=forms.EmailInput(attrs={"autocomplete": "email"}))


class ClaimForm(CompanyForm):
    """What somebody says about their right to a page."""

    words = forms.CharField(
        label=_("Why?"),
        help_text=_("What you are in the company, and how the host can see that it is so."),
        max_length=CLAIM,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class DecisionForm(CompanyForm):
    """What the host answers."""

    answer = forms.CharField(
        label=_("Your answer"),
        help_text=_("Told to who asked. To decline, a reason is needed."),
        max_length=CLAIM,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
