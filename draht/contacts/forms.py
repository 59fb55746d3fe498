"""What people type about contacts."""

from collections.abc import Collection, Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draht.contacts.models import LONGEST_DETAIL, LONGEST_NOTE, LONGEST_TEXT, Ground
from draht.members.models import CardGroup
from draht.members.queries import CardLine
from draht.richtext.fields import TextField


def _in_one_line(shown: str) -> str:
    return ", ".join(shown.splitlines())


class ReleaseForm(forms.Form):
    """Which fields of one's own card somebody gets, by group. A group without fields is left out."""

    def __init__(self, *args: Any, card: Iterable[CardLine], released: Collection[int] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        card = list(card)
        for group in CardGroup:
            lines = [line for line in card if line.group == group]
            if lines:
                self.fields[group.value] = forms.TypedMultipleChoiceField(
                    label=group.label,
                    choices=[(line.id, f"{line.label}: {_in_one_line(line.shown)}") for line in lines],
                    coerce=int,
                    required=False,
                    widget=forms.CheckboxSelectMultiple,
                    initial=[line.id for line in lines if line.id in released],
                )

    @property
    def groups(self) -> list[forms.BoundField]:
        """The bound fields of the groups that there are."""
        return [self[group.value] for group in CardGroup if group.value in self.fields]

    @property
    def chosen(self) -> list[int]:
        """The ids of the fields that were ticked."""
        return [id for group in CardGroup for id in self.cleaned_data.get(group.value, ())]


class AskForm(ReleaseForm):
    """A request for contact."""

    # Nothing is chosen beforehand: a request is no blind click.
    ground = forms.ChoiceField(
        label=_("How do you know each other?"),
        choices=Ground.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose what connects you.")},
    )
    detail = forms.CharField(
        label=_("Where, or about what"),
        required=False,
        max_length=LONGEST_DETAIL,
        help_text=_("Such as “wire 2026, hall 9” or “the group Dies and drawing”."),
    )
    text = TextField(
        label=_("A few words"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Why should you two know each other? This or the line above is needed. No links or addresses."),
    )

    field_order = ("ground", "detail", "text")


class NoteForm(forms.Form):
    """A private note."""

    text = TextField(label=_("New note"), max_length=LONGEST_NOTE, widget=forms.Textarea(attrs={"rows": 3}))


class TagsForm(forms.Form):
    """All tags of a contact, with commas between them."""

    tags = forms.CharField(
        label=_("Your tags"),
        required=False,
        max_length=1000,
        help_text=_("With commas between them, such as: customer, wire 2026"),
    )

    @property
    def chosen(self) -> list[str]:
        """The single tags."""
        return str(self.cleaned_data["tags"]).split(",")
