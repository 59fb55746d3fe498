"""Sizes and limits."""

from django.conf import settings

from draht.media.models import Purpose

# Portraits and logos are squares; pictures in posts are as wide as this at most. The last is the largest, made at once.
SIZES: dict[str, tuple[int, ...]] = {
    Purpose.PORTRAIT: (48, 96, 192, 384),
    Purpose.LOGO: (48, 96, 192, 384),
    Purpose.POST: (480, 960, 1600),
}
ALL_SIZES = frozenset(size for sizes in SIZES.values() for size in sizes)
SMALLEST_PORTRAIT = 96  # pixels in the shorter direction: what stands beside a name on a sharp screen
TALLEST = 2  # times its width: a taller picture in a post is made smaller until it fits
PIXELS = 40_000_000  # what a good camera makes; more is refused before it is decoded


def largest_bytes() -> int:
    """How large an uploaded file may be."""
    return int(settings.DRAHT_PICTURE_MEGABYTES) * 1024 * 1024


def main_size(purpose: str) -> int:
    """The largest size in which a picture is kept."""
    return SIZES[purpose][-1]


def sizes_to_try(size: int) -> tuple[int, ...]:
    """The size asked for, and the larger ones that stand in for it until it is made; none if there is no such size."""
    for sizes in SIZES.values():
        if size in sizes:
            return sizes[sizes.index(size) :]
    return ()
