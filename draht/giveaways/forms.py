"""What people type about giveaways."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draht.giveaways.models import LINE, TEXT, TITLE
from draht.giveaways.plan import Plan, Prize
from draht.giveaways.rules import CONFIRM_DAYS, MOST_OF_A_PRIZE, MOST_PRIZES

_MINUTES, _DAY = "%Y-%m-%dT%H:%M", "%Y-%m-%d"


def _text(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _day_field(**words: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format=_DAY)
    return forms.DateField(required=False, widget=widget, input_formats=[_DAY], **words)


class GiveawayForm(forms.Form):
    """Everything that the terms say. A draft may be kept with gaps; the start asks for all of it.

    There is no field for a like, a share or a consent to advertising, and there shall be none.
    """

    title = forms.CharField(
        label=_("Name"), max_length=TITLE, help_text=_("Such as “Three cable cutters for the new catalogue”.")
    )
    promoter = forms.CharField(
        label=_("Promoter"),
        required=False,
        max_length=TEXT,
        widget=_text(3),
        help_text=_("Who gives the prizes and answers for it, with an address."),
    )
    eligible = forms.CharField(
        label=_("Who may take part"),
        required=False,
        max_length=TEXT,
        widget=_text(3),
        help_text=_("Such as age and country. Your own team never can."),
    )
    question = forms.CharField(
        label=_("A question to answer"),
        required=False,
        max_length=LINE,
        help_text=_("Without one, entering is a click. Every answer takes part: nobody judges them."),
    )
    closes = forms.DateTimeField(
        label=_("End of entry"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=_MINUTES),
        input_formats=[_MINUTES],
        help_text=_("Entry begins when you start the giveaway."),
    )
    value_named = forms.CharField(
        label=_("Public value"),
        required=False,
        max_length=LINE,
        help_text=_(
            "Something that nobody can know before and everybody can look up after, with its exact spelling: "
            "“the numbers of the lottery 6 aus 49 of that day, ascending, with spaces, without the extra number”."
        ),
    )
    value_source = forms.CharField(
        label=_("Where everybody can look it up"),
        required=False,
        max_length=LINE,
        help_text=_("Such as the web address."),
    )
    value_day = _day_field(
        label=_("Day of the public value"),
        help_text=_("Later than the end of entry. The winners are drawn with it."),
    )
    confirm_days = forms.IntegerField(
        label=_("Days to confirm"),
        min_value=CONFIRM_DAYS[0],
        max_value=CONFIRM_DAYS[1],
        initial=7,
        help_text=_("Winners are told by a notice. Who has not confirmed by then leaves the prize to the next."),
    )
    data_use = forms.CharField(
        label=_("What the data are used for"),
        required=False,
        max_length=TEXT,
        widget=_text(3),
        help_text=_("Such as: to draw the winners and to send the prizes, for nothing else."),
    )
    deletes_on = _day_field(
        label=_("Day on which the data are deleted"),
        help_text=_("Entries, answers and winners’ names are deleted on this day by themselves."),
    )

    def __init__(self, *args: Any, plan: Plan | None = None, **kwargs: Any) -> None:
        """Begin with what is planned already."""
        if plan is not None:
            kwargs["initial"] = {name: getattr(plan, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)
        prizes = plan.prizes if plan else ()
        for number in range(MOST_PRIZES):
            known = prizes[number] if number < len(prizes) else None
            words = {"number": number + 1}
            self.fields[f"count_{number}"] = forms.IntegerField(
                label=_("How many of prize %(number)s") % words,
                required=False,
                min_value=1,
                max_value=MOST_OF_A_PRIZE,
                initial=known.count if known else None,
            )
            self.fields[f"what_{number}"] = forms.CharField(
                label=_("Prize %(number)s") % words,
                required=False,
                max_length=LINE,
                initial=known.what if known else "",
            )

    @property
    def prize_rows(self) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        """The pairs of fields for the prizes."""
        return ((self[f"count_{number}"], self[f"what_{number}"]) for number in range(MOST_PRIZES))

    @property
    def plan(self) -> Plan:
        """What was typed. A prize without a number is there once."""
        said = self.cleaned_data
        prizes = tuple(
            Prize(said[f"count_{number}"] or 1, said[f"what_{number}"])
            for number in range(MOST_PRIZES)
            if said[f"what_{number}"]
        )
        return Plan(prizes=prizes, **{name: said[name] for name in self.base_fields})


class EntryForm(forms.Form):
    """The answer to the question."""

    answer = forms.CharField(required=False, max_length=TEXT, widget=_text(3))

    def __init__(self, *args: Any, question: str, **kwargs: Any) -> None:
        """Ask this question."""
        super().__init__(*args, **kwargs)
        self.fields["answer"].label = question


class ValueForm(forms.Form):
    """The public value, typed twice: it counts once and for all."""

    value = forms.CharField(label=_("The value"), max_length=LINE)
    again = forms.CharField(
        label=_("The value once more"),
        max_length=LINE,
        help_text=_("It can be entered only once, so please compare it with the source."),
    )
    source = forms.CharField(label=_("Where you looked it up"), max_length=LINE)

    def clean_again(self) -> str:
        """The same words as in the first field."""
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("value"):
            raise forms.ValidationError(_("The two are not the same."))
        return again


class ReasonForm(forms.Form):
    """Why a giveaway is called off."""

    reason = forms.CharField(
        label=_("Why?"), max_length=TEXT, widget=_text(3), help_text=_("Everybody who opens the giveaway reads it.")
    )


class ConfirmForm(forms.Form):
    """A winner accepts the prize."""

    reach = forms.CharField(
        label=_("How does the prize reach you?"),
        max_length=TEXT,
        widget=_text(3),
        help_text=_("An address, a phone number or a mail address. Only the promoter’s team reads it."),
    )
    shows_name = forms.BooleanField(
        label=_("My name may stand on the page of the giveaway"),
        required=False,
        help_text=_("Without it, the page says “a member”. The prize is yours either way."),
    )
