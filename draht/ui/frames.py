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
_TOKEN = "token"  # noqa: S105 - the name of a place
_MARKS = re.compile("\0([a-z]+)\0")
_REMEMBERED = 512
_frames: dict[Hashable, list[str]] = {}


def _mark(name: str) -> Markup:
    return Markup(f"\0{name}\0")  # noqa: S704 - two NULs and a name


def framed(request: HttpRequest, template: str, frame: Mapping[str, Hashable], **parts: str) -> HttpResponse:
    """The page that `template` makes of `frame`, of the viewer and of the address, with `parts` (markup) filled in.

    A part is known in the template by its name. A page with messages to show is made anew.
    """
    has_messages = len(get_messages(request)) > 0
    viewer = getattr(request, "viewer", None)
    key = (
        template,
        translation.get_language(),
        settings.ROOT_URLCONF,
        viewer,
        request.get_full_path(),
        *frame.values(),
    )
    pieces = None if has_messages else _frames.get(key)
    if pieces is None:
        pieces = _made(request, template, {**frame, **{name: _mark(name) for name in parts}})
        if not has_messages:
            if len(_frames) >= _REMEMBERED:
                _frames.clear()
            _frames[key] = pieces
    filled = {_TOKEN: get_token(request), **parts}
    page = pieces.copy()
    page[1::2] = [filled[name] for name in page[1::2]]
    return HttpResponse("".join(page))


def _made(request: HttpRequest, template: str, context: dict[str, Any]) -> list[str]:
    """Texts and names of places, in turn."""
    request.page_token = _mark(_TOKEN)  # type: ignore[attr-defined]
    page = render_to_string(template, context, request)
    return _MARKS.split(page.encode("ascii", "xmlcharrefreplace").decode("ascii"))
