"""How values are written."""

from datetime import UTC, datetime

from django.conf import settings
from django.urls import reverse

from draht.actors.models import EVERYBODY, MEMBERS
from draht.common.ids import time_of

Values = dict[str, object]
_AUDIENCES = {EVERYBODY: "everybody", MEMBERS: "members"}


def moment(when: datetime | None) -> str | None:
    """A time: ISO 8601, UTC, milliseconds."""
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{when.microsecond // 1000:03}Z" if when else None


def moment_of(id: int) -> str | None:
    """When the thing with this id was made."""
    return moment(time_of(id))


def ident(id: int | None) -> str | None:
    """An id, as text: it has more digits than a number of JavaScript can hold. Empty for 0 and None."""
    return str(id) if id else None


def audience(actor: int) -> str:
    """Whom an audience stands for."""
    return _AUDIENCES.get(actor, "contacts")


def address(path: str) -> str:
    """The full address of a page."""
    return settings.DRAHT_ADDRESS.rstrip("/") + path


def post_address(post: int, comment: int = 0) -> str:
    """Where a post stands, or a comment on it."""
    if comment:
        return address(f"{reverse('posts:comment', args=[post, comment])}#comment-{comment}")
    return address(reverse("posts:post", args=[post]))
