"""Data for search engines inside of a page: JSON-LD."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

# As Django's json_script does it: nothing in the data can end the element that holds it.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def as_script_text(data: dict[str, Any]) -> SafeString:
    """JSON that may stand inside of a script element."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_ESCAPES))  # noqa: S308 - escaped in this line
