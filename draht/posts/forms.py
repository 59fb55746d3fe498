"""What people type. Lengths are checked where the words are written down, so that every way in has the same limits."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from draht.actors.models import EVERYBODY, MEMBERS
from draht.posts.beside import question_fields
from draht.posts.fields import body_field, lead_field, title_field
from draht.posts.models import LONGEST_ARTICLE, LONGEST_COMMENT, LONGEST_POST, LONGEST_WORDS, HouseRule

AUDIENCES = (
    ("everybody", pgettext_lazy("readers", "Everybody")),
    ("members", pgettext_lazy("readers", "Members")),
    ("contacts", pgettext_lazy("readers", "Your contacts")),
)


def audience_id(kind: str, author: int) -> int:
    """The actor that stands for these readers of what `author` writes."""
    return {"everybody": EVERYBODY, "members": MEMBERS}.get(kind, author)


class ManyFiles(forms.ClearableFileInput):
    """Several files in one field."""

    allow_multiple_selected = True


def voice_field() -> forms.IntegerField:
    """For whom one speaks: the id of an actor; nothing, or 0: for oneself."""
    return forms.IntegerField(label=_("You speak"), required=False, min_value=0, max_value=(1 << 63) - 1)


class PostForm(forms.Form):
    """A post. Pictures come beside it: see `uploads`."""

    longest = LONGEST_POST
    text = forms.CharField(label=_("Your post"), required=False, strip=False, widget=forms.Textarea)
    audience = forms.ChoiceField(label=_("Who may read this"), choices=AUDIENCES, initial="members")
    voice = voice_field()
    pictures = forms.FileField(label=_("Add pictures"), required=False, widget=ManyFiles)
    draft = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    agree_to = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """With a field for each question that stands beside the composer."""
        super().__init__(*args, **kwargs)
        self.fields |= question_fields()


class EditForm(forms.Form):
    """The new text of a post."""

    agree_to = ""

    longest = LONGEST_POST
    text = forms.CharField(label=_("Your post"), required=False, strip=False, widget=forms.Textarea)


class EditArticleForm(EditForm):
    """The new text of an article, and of what stands before it."""

    longest_body = LONGEST_ARTICLE
    field_order = ("title", "text", "body")
    title = title_field()
    text = lead_field()
    body = body_field()


class CommentForm(forms.Form):
    """A comment, or an answer to one."""

    longest = LONGEST_COMMENT
    text = forms.CharField(label=_("Your comment"), required=False, strip=False, widget=forms.Textarea)
    voice = voice_field()
    answered = forms.IntegerField(required=False, min_value=0, max_value=(1 << 63) - 1, widget=forms.HiddenInput)
    draft = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    agree_to = ""


class HidingForm(forms.Form):
    """Why a comment is hidden."""

    longest = LONGEST_WORDS
    rule = forms.ChoiceField(
        label=_("Which of the house rules it breaks"), choices=HouseRule.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("Why"),
        help_text=_("A sentence or two. It is shown in the place of the comment, with the name of the company."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class WordsForm(forms.Form):
    """One's own words with a recommendation."""

    longest = LONGEST_WORDS
    words = forms.CharField(
        label=_("Your words"),
        help_text=_("Why should your contacts read this? A sentence is enough, or nothing at all."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
