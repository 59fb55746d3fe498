"""A form field for texts of several lines."""

from typing import Any

from django import forms

from draht.richtext.plain import clean_text


class TextField(forms.CharField):
    """A text without tricks. Its length is that of what is kept: browsers send each line break as two characters."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return clean_text(super().to_python(value) or "")
