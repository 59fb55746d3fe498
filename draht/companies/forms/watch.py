"""What people type about words to watch."""

from django import forms
from django.utils.translation import gettext_lazy as _

from draht.companies.forms.page import CompanyForm


class WatchForm(CompanyForm):
    """Words to ask about, and what is always published, one a line."""

    words = forms.CharField(
        label=_("Words to ask about"),
        help_text=_("One a line: project names, customers, prices. Whoever writes one for the company is asked first."),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    known = forms.CharField(
        label=_("Always public"),
        help_text=_("One a line: your own phone numbers, mail addresses and accounts. Nobody is asked about these."),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
