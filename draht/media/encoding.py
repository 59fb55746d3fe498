"""Hostile bytes become a clean picture: what comes out was drawn anew, pixel by pixel, and carries nothing else.

Imported only where pictures are made, because Pillow costs memory that web processes can do without.
"""

import contextlib
import io
import logging
import threading
from typing import BinaryIO

from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError, WebPImagePlugin

from draht.common.refusal import Refused
from draht.media.models import Purpose
from draht.media.rules import PIXELS, SMALLEST_PORTRAIT, TALLEST, largest_bytes, main_size

logger = logging.getLogger(__name__)

FIELD = "picture"
FORMATS = ("JPEG", "PNG", WebPImagePlugin.WebPImageFile.format, "GIF")
_QUALITY = 82
_LARGEST_PROFILE = 64 * 1024
_ORIENTATION = 0x0112  # Exif 2.32, 4.6.4
_PAPER = (255, 255, 255)
# One picture of 40 megapixels needs up to 160 MB while it is decoded; two at a time would be too much for a small host.
_one_at_a_time = threading.Lock()


def read_upload(upload: BinaryIO) -> bytes:
    """The bytes of an upload, never more than allowed. Raises Refused."""
    limit = largest_bytes()
    content = upload.read(limit + 1)
    if len(content) > limit:
        raise Refused(
            _("This picture is larger than %(megabytes)s MB. Please make it smaller.")
            % {"megabytes": limit // (1024 * 1024)},
            field=FIELD,
        )
    if not content:
        raise Refused(_("This file is empty."), field=FIELD)
    return content


def _open(content: bytes) -> Image.Image:
    """Look at the head of a file: what it is, by its content, and how large."""
    try:
        return Image.open(io.BytesIO(content), formats=FORMATS)
    except UnidentifiedImageError:
        raise Refused(_("This is not a picture in the format JPEG, PNG, WebP or GIF."), field=FIELD) from None
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise _too_many_pixels() from None


def _too_many_pixels() -> Refused:
    return Refused(
        _("This picture has more than %(megapixels)s megapixels. Please make it smaller.")
        % {"megapixels": PIXELS // 1_000_000},
        field=FIELD,
    )


def _too_small() -> Refused:
    return Refused(
        _("This picture is too small. It should be at least %(pixels)s pixels wide and high.")
        % {"pixels": SMALLEST_PORTRAIT},
        field=FIELD,
    )


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture in the colours of the web, if it says in which other colours it is; else as it is."""
    profile = image.info.get("icc_profile")
    if not isinstance(profile, bytes) or len(profile) > _LARGEST_PROFILE or image.mode not in ("RGB", "RGBA", "CMYK"):
        return image
    with contextlib.suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGB" if image.mode == "CMYK" else image.mode
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
        return converted or image
    return image


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    methods = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    return image.transpose(methods[orientation]) if orientation in methods else image


def _orientation(image: Image.Image) -> int:
    """How the camera was held; broken metadata mean upright."""
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # noqa: BLE001 - metadata are as hostile as the rest, and nothing in them is worth a refusal
        return 1
    return value if isinstance(value, int) else 1


def _on_paper(image: Image.Image) -> Image.Image:
    """The picture in RGB; what was transparent is white."""
    if image.mode.startswith("I;16") or image.mode in ("I", "F"):
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Image.new("RGB", image.size, _PAPER)
        paper.paste(image, mask=image.getchannel("A"))
        return paper
    return image.convert("RGB")


def decode(content: bytes, *, purpose: str) -> Image.Image:
    """The picture in an uploaded file, upright, in RGB, cut and shrunk to the largest size of its purpose.

    Raises Refused for what is no picture, too large, too small for a face, or broken.
    """
    largest = main_size(purpose)
    with _one_at_a_time:
        try:
            image = _open(content)
            if image.width * image.height > PIXELS:
                raise _too_many_pixels()
            if purpose == Purpose.PORTRAIT and min(image.size) < SMALLEST_PORTRAIT:
                raise _too_small()
            image.draft("RGB", (largest * 2, largest * 2))  # JPEG only: decode no more than is needed
            image.seek(0)
            image.load()
            orientation = _orientation(image)
            image = _upright(_on_paper(_in_srgb(image)), orientation)
            return _shaped(image, purpose=purpose, size=largest)
        except Refused:
            raise
        except Exception as error:
            logger.info("A picture could not be read: %r", error)
            reason = _("This picture is broken or incomplete. Please save it again and retry.")
            raise Refused(reason, field=FIELD) from error


def _shaped(image: Image.Image, *, purpose: str, size: int) -> Image.Image:
    """A square for a portrait, from the middle, a little above it where faces are, and for a logo, whole on paper of
    its own colour; never larger than the source."""
    if purpose == Purpose.PORTRAIT:
        side = min(size, image.width, image.height)
        return ImageOps.fit(image, (side, side), Image.Resampling.LANCZOS, centering=(0.5, 0.4))
    if purpose == Purpose.LOGO:
        side = min(size, max(image.width, image.height))
        return ImageOps.pad(image, (side, side), Image.Resampling.LANCZOS, color=_corner(image))
    shaped = image.copy()
    shaped.thumbnail((size, size * TALLEST), Image.Resampling.LANCZOS)
    return shaped


def _corner(image: Image.Image) -> tuple[int, ...]:
    """The colour of a picture's ground, as far as its corner knows."""
    colour = image.getpixel((0, 0))
    return colour if isinstance(colour, tuple) else _PAPER


def encode(image: Image.Image) -> bytes:
    """WebP without any metadata."""
    fresh = Image.new("RGB", image.size)
    fresh.paste(image)
    target = io.BytesIO()
    fresh.save(target, "WEBP", quality=_QUALITY, method=4)
    return target.getvalue()


def smaller(content: bytes, *, purpose: str, sizes: tuple[int, ...]) -> dict[int, bytes]:
    """One of our own pictures in smaller sizes."""
    with _one_at_a_time, Image.open(io.BytesIO(content), formats=("WEBP",)) as image:
        image.load()
        return {size: encode(_shaped(image, purpose=purpose, size=size)) for size in sizes}
