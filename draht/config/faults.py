"""What a person sees when something went wrong: one honest page, no traceback, no second failure."""

import errno
import logging
import secrets
import sys
from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from draht.accounts.door import is_signed_out, way_back_in
from draht.common.answers import leave_to
from draht.common.refusal import Refused

# Disk full, quota reached, mounted read-only, broken disk.
STORAGE_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)

log = logging.getLogger(__name__)


def _page(status: int, title: str, text: str, **more: object) -> HttpResponse:
    shown = {"status": status, "title": title, "text": text, **more}
    return HttpResponse(render_to_string("ui/error.html", shown), status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the browser sent what cannot be read."""
    return _page(400, _("That could not be read"), _("Your browser sent something that this page does not understand."))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the rules do not allow it; a refusal says why."""
    text = str(exception) if isinstance(exception, PermissionDenied) and str(exception) else ""
    return _page(403, _("This is not open to you"), text or _("You may not see this page, or not do this here."))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form that was not sent from our own page, or after the session had ended: then sign in again and go on."""
    if is_signed_out(request):
        return _signed_out(request)
    text = _("The form was open for too long or came from elsewhere. Go back, reload the page and send it again.")
    return _page(403, _("The form has expired"), text)


def _signed_out(request: HttpRequest) -> HttpResponse:
    way = way_back_in(request)
    if "HX-Request" in request.headers:
        return leave_to(request, way)
    text = _("You were signed out in the meantime, so this was not sent.")
    typed = request.POST.get("text") or request.POST.get("words", "")
    return _page(403, _("You are signed out"), text, way=way, way_label=_("Sign in again"), typed=typed)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing here, or nothing that this viewer may know of."""
    text = _("The page may have been deleted or moved, or it is not meant for you.")
    return _page(404, _("There is nothing here"), text)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our own mistake; or 503 when a middleware met a storage that is busy or full."""
    exception = sys.exception()
    if exception and _is_storage_trouble(exception):
        return _trouble(request, exception)
    return _page(500, _("Something broke"), _("That was our mistake. Nothing that was confirmed to you is lost."))


def _is_storage_trouble(exception: BaseException) -> bool:
    return isinstance(exception, OperationalError) or getattr(exception, "errno", None) in STORAGE_ERRORS


def _trouble(request: HttpRequest, exception: BaseException) -> HttpResponse:
    """503: the reference stands in the log beside the traceback."""
    reference = secrets.token_hex(4)
    log.error("[%s] %s %s: %s", reference, request.method, request.path, exception, exc_info=exception)
    if request.method in ("GET", "HEAD"):
        text = _("The storage is busy or full. Try again in a minute.")
    else:
        text = _("The storage is busy or full. What you just sent was not saved: go back and try again in a minute.")
    response = _page(503, _("Not right now"), text, reference=reference)
    response.headers["Retry-After"] = "60"
    return response


class Faults:
    """Turns what a view may raise on purpose, or cannot help, into a page: a refusal, trouble with the storage."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Wrap the rest of the request."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; exceptions come through `process_exception`."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A page for a refusal or a storage that is busy or full; None leaves the rest to Django."""
        if isinstance(exception, Refused):
            return _page(403, _("That is not possible"), exception.message)
        return _trouble(request, exception) if _is_storage_trouble(exception) else None
