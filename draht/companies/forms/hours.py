"""Opening hours as people type them: "8–12, 13:00–17:00" for a day."""

import re
from datetime import time

from django import forms
from django.utils.translation import gettext as _

_SPAN = re.compile(
    r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:–|-|—|bis|to)\s*(\d{1,2})(?:[:.](\d{2}))?(?:\s*(?:Uhr|h))?", re.IGNORECASE
)

Span = tuple[time, time]


def spans_of(typed: str) -> list[Span] | None:
    """From when until when, in order; none for a day off; None for what cannot be read or overlaps."""
    found: list[Span] = []
    for part in re.split(r"[,;]|\bund\b|\band\b", typed):
        if not part.strip():
            continue
        match = _SPAN.fullmatch(part.strip())
        if match is None:
            return None
        opens, closes = _time(match[1], match[2]), _time(match[3], match[4])
        if opens is None or closes is None or closes <= opens or (found and opens < found[-1][1]):
            return None
        found.append((opens, closes))
    return found


def _time(hour: str, minute: str | None) -> time | None:
    """A time of day. 24:00 is the last minute of the day: a day's hours end with the day."""
    if (int(hour), int(minute or 0)) == (24, 0):
        return time(23, 59)
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        return None


class DayField(forms.CharField):
    """The hours of a weekday."""

    def __init__(self, label: str) -> None:
        widget = forms.TextInput(attrs={"placeholder": "08:00–12:00, 13:00–17:00", "autocomplete": "off"})
        super().__init__(label=label, max_length=120, required=False, widget=widget)

    def clean(self, value: str) -> list[Span]:
        """The spans of this day."""
        found = spans_of(super().clean(value))
        if found is None:
            raise forms.ValidationError(_("Please write times like 08:00–12:00, 13:00–17:00."))
        return found
