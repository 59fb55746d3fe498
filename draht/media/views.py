"""Serves pictures. Reads no database: key and size name the file."""

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from draht.media.files import path_of
from draht.media.rules import sizes_to_try

_FOR_EVER = "public, max-age=31536000, immutable"
_FOR_NOW = "public, max-age=20"


@require_safe
def picture(_request: HttpRequest, key: str, size: str) -> FileResponse:
    """One size of a picture, or the next larger while it is being made. No address leads out of the folder."""
    for candidate in sizes_to_try(int(size)):
        try:
            file = path_of(key, candidate).open("rb")
        except FileNotFoundError:
            continue
        response = FileResponse(file, content_type="image/webp", filename=f"{key}.webp")
        response.headers["Cache-Control"] = _FOR_EVER if candidate == int(size) else _FOR_NOW
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response
    raise Http404
