"""Pages whose frame is remembered: everything around what is new each time.

A frame is made by the page's own template, with marks where the token and the parts go, and kept by all that it depends
on: the viewer, the language, the address, and what the view hands over for it. Its template may use nothing else.
"""

import re
from collections.abc import Hashable, Mapping
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils import translation
from markupsafe import Markup

# No text on a page holds a NUL: forms and the database refuse it.
_CSRF = "csrf"
_MARKS = re.compile("\0([a-z]+)\0")
_REMEMBERED = 512
_frames: dict[Hashable, list[str]] = {}


def _mark(name: str) -> Markup:
    return Markup("\0%s\0") % name


def framed(request: HttpRequest, template: str, frame: Mapping[str, Hashable], **parts: str) -> HttpResponse:
    """The page that `template` makes of `frame`, of the viewer and of the address, with `parts` (markup) filled in.

    A part is known in the template by its name. A page with messages to show is made anew, and so is one whose address
    has a query: there are too many of these to remember.
    """
    is_plain = not request.META.get("QUERY_STRING") and not len(get_messages(request))
    key = (
        template,
        translation.get_language(),
        settings.ROOT_URLCONF,
        getattr(request, "viewer", None),
        request.path,
        *frame.values(),
    )
    pieces = _frames.get(key) if is_plain else None
    if pieces is None:
        pieces = _made(request, template, {**frame, **{name: _mark(name) for name in parts}})
        if is_plain:
            if len(_frames) >= _REMEMBERED:
                _frames.clear()
            _frames[key] = pieces
    filled = {_CSRF: get_token(request), **parts}
    page = pieces.copy()
    page[1::2] = [filled[name] for name in page[1::2]]
    return HttpResponse("".join(page))


def _made(request: HttpRequest, template: str, context: dict[str, Any]) -> list[str]:
    """Texts and names of places, in turn."""
    request.page_token = _mark(_CSRF)  # type: ignore[attr-defined]
    page = render_to_string(template, context, request)
    return _MARKS.split(page.encode("ascii", "xmlcharrefreplace").decode("ascii"))
