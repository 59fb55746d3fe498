"""Files as people upload them."""

import io
from typing import Any

from PIL import Image

from draht.media.actions import take_in
from draht.media.models import Picture, Purpose


def upload(
    size: tuple[int, int] = (640, 480), *, format: str = "JPEG", mode: str = "RGB", **options: Any
) -> io.BytesIO:
    """A picture whose upper left quarter is red and the rest blue."""
    picture = Image.new("RGB", size, (0, 0, 255))
    picture.paste((255, 0, 0), (0, 0, size[0] // 2, size[1] // 2))
    target = io.BytesIO()
    picture.convert(mode).save(target, format, **options)
    target.seek(0)
    return target


def make_picture(*, owner: int = 7, purpose: str = Purpose.POST, size: tuple[int, int] = (2000, 1000)) -> Picture:
    """A picture that has been taken in."""
    return take_in(owner=owner, purpose=purpose, upload=upload(size))
