"""What every door of a page begins with: the page, and whether the viewer may do this; and how forms are saved."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.urls import reverse

from draht.common.refusal import Refused
from draht.companies.queries import CompanyPage


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


def address_of(page: CompanyPage, name: str = "page") -> str:
    """Where this page is, or one of its team's."""
    return reverse(f"companies:{name}", kwargs={"handle": page.line.handle})
