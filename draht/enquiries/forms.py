"""What people type about enquiries."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draht.actors.queries import ActorLine
from draht.enquiries.models import GUEST, NOTE, SUBJECT, TEXT, TITLE, Desk
from draht.enquiries.queries import SavedLine

LONGEST_PROMISE = 40


class AskForm(forms.Form):
    """A question to a company."""

    subject = forms.CharField(label=_("Subject"), required=False, max_length=SUBJECT)
    text = forms.CharField(
        label=_("Your question"),
        max_length=TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Please write what you would like to know.")},
    )


class GuestForm(AskForm):
    """A question by somebody without an account."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=GUEST,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("The company sees it."),
    )
    email = forms.EmailField(
        label=_("Your mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("For one link that sends your question off, and for the answers. The company does not see it."),
    )
    field_order = ("name", "email", "subject", "text")


class AskBackForm(forms.Form):
    """One more question."""

    text = forms.CharField(label=_("Ask back"), max_length=TEXT, widget=forms.Textarea(attrs={"rows": 4}))


class AnswerForm(forms.Form):
    """An answer for the company, and the saved answer that is to be put into it."""

    agree_to = ""
    text = forms.CharField(
        label=_("Answer"),
        max_length=TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Please write an answer.")},
    )

    def __init__(self, *args: Any, saved: Iterable[SavedLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["saved"] = forms.TypedChoiceField(
            label=_("Saved answer"),
            required=False,
            coerce=int,
            empty_value=None,
            choices=[("", "—"), *((line.id, line.title) for line in saved)],
        )


class NoteForm(forms.Form):
    """A note for the team."""

    text = forms.CharField(label=_("New note"), max_length=NOTE, widget=forms.Textarea(attrs={"rows": 3}))


def _member_field(label: Any, none: Any, team: Iterable[ActorLine], **kwargs: Any) -> forms.TypedChoiceField:
    choices = [("", none), *((line.id, line.name) for line in team)]
    return forms.TypedChoiceField(label=label, required=False, coerce=int, empty_value=None, choices=choices, **kwargs)


class AssignForm(forms.Form):
    """Who of the team looks after an enquiry."""

    def __init__(self, *args: Any, team: Iterable[ActorLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"] = _member_field(_("Who looks after it"), _("Nobody in particular"), team)


class DeskForm(forms.Form):
    """What a company promises to those who ask."""

    promise_hours = forms.IntegerField(
        label=_("Answer within so many opening hours"),
        required=False,
        min_value=1,
        max_value=LONGEST_PROMISE,
        help_text=_("Left empty, and at the latest, an answer is due within one working day."),
    )
    guests_may_ask = forms.BooleanField(
        label=_("People without an account may ask"),
        required=False,
        help_text=_("They confirm their mail address first."),
    )

    def __init__(self, *args: Any, desk: Desk, team: Iterable[ActorLine], **kwargs: Any) -> None:
        initial = {
            "promise_hours": desk.promise_hours,
            "guests_may_ask": desk.guests_may_ask,
            "deputy": desk.deputy_id or "",
        }
        kwargs["initial"] = initial
        super().__init__(*args, **kwargs)
        help_text = _("Is told when an answer is due and nobody has written it.")
        self.fields["deputy"] = _member_field(_("Deputy"), _("The owners of the page"), team, help_text=help_text)

    field_order = ("promise_hours", "deputy", "guests_may_ask")


class SavedAnswerForm(forms.Form):
    """A text to use again."""

    title = forms.CharField(label=_("Title"), max_length=TITLE, help_text=_("Only the team sees it."))
    text = forms.CharField(
        label=_("Text"),
        max_length=TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("{name} becomes the name of who asked, {company} that of the company, {me} yours."),
    )
