"""What people type for a page: clean, and not longer than there is room for."""

from django.utils.translation import gettext as _

from draht.common.refusal import Refused
from draht.richtext import clean_line, clean_text


def _short(clean: str, longest: int, field: str) -> str:
    if len(clean) > longest:
        raise Refused(_("At most %(number)d characters, please.") % {"number": longest}, field=field)
    return clean


def line(typed: str, longest: int, *, field: str) -> str:
    """A clean line, or Refused at `field` if it is too long."""
    return _short(clean_line(typed), longest, field)


def text(typed: str, longest: int, *, field: str) -> str:
    """Clean text of several lines, or Refused at `field` if it is too long."""
    return _short(clean_text(typed), longest, field)


def needed(typed: str, longest: int, *, field: str) -> str:
    """A clean line that is not empty."""
    clean = line(typed, longest, field=field)
    if not clean:
        raise Refused(_("Please fill this in."), field=field)
    return clean
