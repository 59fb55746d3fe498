"""Answers that lead to another page."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

READING = frozenset({"GET", "HEAD", "OPTIONS"})


class SeeOther(HttpResponseRedirect):
    """303: what was sent is done; get this page now. Sending the form again by reloading is impossible."""

    status_code = 303


def is_own(request: HttpRequest, address: str) -> bool:
    """Whether this address is a page of this site."""
    return url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure())


def back_to(request: HttpRequest, wish: str, otherwise: str) -> SeeOther:
    """To the page a form names as the one it stood on, if that is on this site; else to `otherwise`."""
    return SeeOther(wish if is_own(request, wish) else otherwise)


def page_behind(request: HttpRequest) -> str:
    """The path of the page of this site on which the form or button of this request stood; "/" if nobody knows."""
    page = request.headers.get("HX-Current-URL") or request.headers.get("Referer") or ""
    if not is_own(request, page):
        return "/"
    parts = urlsplit(page)
    path = "/" + parts.path.lstrip("/")  # two slashes would name another host
    return f"{path}?{parts.query}" if parts.query else path


def leave_to(request: HttpRequest, target: str) -> HttpResponse:
    """Away from here, as a whole page also where htmx asked for a part."""
    if "HX-Request" in request.headers:
        return HttpResponse(status=204, headers={"HX-Redirect": target})
    return HttpResponseRedirect(target) if request.method in READING else SeeOther(target)
