"""What every door of a page begins with: the page, and whether the viewer may do this; and how forms are saved."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse

from draht.common.refusal import Refused
from draht.companies import queries
from draht.companies.queries import CompanyPage
from draht.companies.rules import Right
from draht.members.viewer import MemberRequest


def page_for(request: MemberRequest, handle: str, right: Right | None = None) -> CompanyPage:
    """The page behind a handle. 404 if there is none for the viewer; 403 without this right, or without any if none is
    named."""
    page = queries.company_page(request.viewer.id, handle)
    if page is None:
        raise Http404
    if not page.rights or (right is not None and right not in page.rights):
        raise PermissionDenied
    return page


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
