"""Puts the viewer and their language on the request."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import get_language_from_request

from draht.members.viewer import Viewer, viewer_of


def _viewer(request: HttpRequest) -> Viewer | None:
    return viewer_of(request.session) if settings.SESSION_COOKIE_NAME in request.COOKIES else None


def _language(request: HttpRequest, viewer: Viewer | None) -> str:
    if viewer:
        return viewer.language
    chosen = request.session.get("language") if settings.SESSION_COOKIE_NAME in request.COOKIES else None
    return chosen or get_language_from_request(request)


def viewer_middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Set `request.viewer` and speak the language of the member, of the session or of the browser, in this order."""

    def middleware(request: HttpRequest) -> HttpResponse:
        viewer = _viewer(request)
        request.viewer = viewer  # type: ignore[attr-defined]
        language = _language(request, viewer)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware
