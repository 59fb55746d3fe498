"""The pictures of a draft."""

from typing import NamedTuple

from draht.media.queries import PictureLine, lines
from draht.newsroom.models import DraftPicture


class KeptPicture(NamedTuple):
    """A picture with its description, and what stands below it."""

    line: PictureLine
    caption: str


def pictures_of(draft: int) -> list[KeptPicture]:
    """The pictures of a draft in their order, with what is said about them there."""
    rows = list(DraftPicture.objects.filter(draft=draft).order_by("position"))
    known = lines(row.picture_id for row in rows)
    return [
        KeptPicture(known[row.picture_id]._replace(alt=row.alt), row.caption) for row in rows if row.picture_id in known
    ]
