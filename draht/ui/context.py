"""What every template knows besides what its view gives it."""

from typing import Any

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString


def _token(request: HttpRequest) -> SafeString:
    """The CSRF token of this page: masked against BREACH once, not once for each form."""
    token: SafeString | None = getattr(request, "page_token", None)
    if token is None:
        token = SafeString(get_token(request))
        request.page_token = token  # type: ignore[attr-defined]
    return token


def _field(request: HttpRequest) -> SafeString:
    return format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', _token(request))


_lazy_token = lazy(_token, SafeString, str)
_lazy_field = lazy(_field, SafeString, str)


def one_token(request: HttpRequest) -> dict[str, Any]:
    """The CSRF token, only made if the page asks for it."""
    return {"csrf_token": _lazy_token(request), "csrf_input": _lazy_field(request)}
