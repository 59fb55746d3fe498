"""The fields in which an article is typed, wherever that is."""

from django import forms
from django.utils.translation import gettext_lazy as _

from draht.posts.models import LONGEST_TITLE


def title_field() -> forms.CharField:
    """What it is called."""
    return forms.CharField(label=_("Title"), required=False, max_length=LONGEST_TITLE)


def lead_field() -> forms.CharField:
    """What stands before it, and in the feeds for it."""
    return forms.CharField(
        label=_("What stands before it"),
        help_text=_("Two or three sentences. They are shown in the feeds."),
        required=False,
        strip=False,
        widget=forms.Textarea,
    )


def body_field() -> forms.CharField:
    """The long text."""
    return forms.CharField(label=_("Article"), required=False, strip=False, widget=forms.Textarea)
