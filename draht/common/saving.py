"""How forms are saved: by an action that may refuse."""

from collections.abc import Callable
from typing import Any

from django import forms

from draht.common.refusal import Refused


def saves(form: forms.Form, action: Callable[..., object], **facts: Any) -> bool:
    """Whether the form was right and the action took it; otherwise the form says what is wrong."""
    if not form.is_valid():
        return False
    try:
        action(**facts, **form.cleaned_data)
    except Refused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.message)
        return False
    return True
