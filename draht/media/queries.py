"""Reads about pictures."""

from collections.abc import Iterable
from typing import NamedTuple

from draht.media import files
from draht.media.models import Picture
from draht.media.rules import SIZES, main_size


class PictureLine(NamedTuple):
    """What a page shows of a picture. `width` and `height` are those of its largest size."""

    id: int
    key: str
    alt: str
    width: int
    height: int

    @property
    def src(self) -> str:
        """The address of the middle size."""
        sizes = SIZES["post"]
        return address(self.key, sizes[len(sizes) // 2])

    @property
    def srcset(self) -> str:
        """All sizes of a picture in a post with their true widths, for the attribute `srcset`."""
        widths = {min(size, self.width): size for size in reversed(SIZES["post"])}
        return ", ".join(f"{address(self.key, size)} {width}w" for width, size in sorted(widths.items()))


def address(key: str, size: int) -> str:
    """Where a picture is served in this size: 48, 96, 192, 384 for portraits and logos; 480, 960, 1600 in posts."""
    return f"/media/{key}/{size}.webp"


def lines(ids: Iterable[int]) -> dict[int, PictureLine]:
    """The pictures with these ids, in one query. Unknown ids are left out."""
    wanted = set(ids)
    rows = Picture.objects.filter(id__in=wanted).values_list("id", "key", "alt", "width", "height") if wanted else ()
    return {row[0]: PictureLine(*row) for row in rows}


def without_file(*, newest: int) -> list[str]:
    """The keys of those among the `newest` pictures whose file is not there: something was left out of a backup."""
    rows = Picture.objects.order_by("-id").values_list("key", "purpose")[:newest]
    return [key for key, purpose in rows if not files.path_of(key, main_size(purpose)).exists()]
