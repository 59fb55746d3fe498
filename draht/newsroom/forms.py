"""What people type about drafts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from draht.actors.models import EVERYBODY, MEMBERS
from draht.companies.models import WORDS
from draht.posts.beside import question_fields
from draht.posts.fields import body_field, lead_field, title_field
from draht.posts.models import LONGEST_ARTICLE, LONGEST_POST

_AUDIENCES = (
    ("everybody", pgettext_lazy("readers", "Everybody")),
    ("members", pgettext_lazy("readers", "Members")),
)
MINUTES = "%Y-%m-%dT%H:%M"


def _plan_field(**words: Any) -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MINUTES)
    return forms.DateTimeField(required=False, widget=widget, input_formats=[MINUTES], **words)


class PostDraftForm(forms.Form):
    """A post that is not published yet. Pictures come beside it."""

    agree_to = ""
    longest = LONGEST_POST
    text = forms.CharField(
        label=_("Text"),
        help_text=_("A small Markdown, as in every post."),
        strip=False,
        required=False,
        widget=forms.Textarea,
    )
    audience = forms.ChoiceField(label=_("Who may read this"), choices=_AUDIENCES, initial="everybody")
    planned = _plan_field(
        label=_("When it comes out"), help_text=_("Leave it empty to publish it as soon as it is ready.")
    )
    pictures = forms.FileField(label=_("Add pictures"), required=False, widget=forms.FileInput)
    seen = forms.IntegerField(required=False, min_value=0, max_value=(1 << 63) - 1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """With a field for each question that stands beside it."""
        super().__init__(*args, **kwargs)
        self.fields |= question_fields()

    def clean_audience(self) -> int:
        """The actor that stands for these readers."""
        return EVERYBODY if self.cleaned_data["audience"] == "everybody" else MEMBERS


class ArticleDraftForm(PostDraftForm):
    """An article that is not published yet."""

    longest_body = LONGEST_ARTICLE
    title = title_field()
    text = lead_field()
    body = body_field()


class PlanForm(forms.Form):
    """When a draft that is ready comes out."""

    planned = _plan_field(label=_("When it comes out"))
    version = forms.IntegerField(min_value=0, max_value=(1 << 63) - 1)


class WordsForm(forms.Form):
    """What somebody says about a draft."""

    words = forms.CharField(
        label=_("Your words"), max_length=WORDS, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
