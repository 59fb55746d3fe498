"""What uploading promises, above all for files that mean harm."""

import io
import struct
import zlib
from pathlib import Path
from typing import IO, Any, cast

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from draht.common.refusal import Refused
from draht.media import encoding, files
from draht.media.actions import take_in
from draht.media.models import Picture, Purpose, State
from draht.media.tests.conftest import Run
from draht.media.tests.factories import upload

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::UserWarning"),  # Pillow's, about the damage that we do on purpose
]
SECRET = b"48.137154"


def kept(picture: Picture, size: int = 1600) -> Image.Image:
    return Image.open(io.BytesIO(files.path_of(picture.key, size).read_bytes()))


@pytest.mark.parametrize(
    ("format", "mode", "options"),
    [
        ("JPEG", "RGB", {}),
        ("JPEG", "L", {}),
        ("JPEG", "CMYK", {}),
        ("JPEG", "RGB", {"progressive": True}),
        ("PNG", "RGBA", {}),
        ("PNG", "P", {"transparency": 0}),
        ("PNG", "LA", {}),
        ("PNG", "1", {}),
        ("PNG", "I;16", {}),
        ("WEBP", "RGB", {"lossless": True}),
        ("GIF", "P", {}),
    ],
)
def test_a_picture_of_any_kind_is_kept_as_webp(format: str, mode: str, options: dict[str, Any], run_jobs: Run) -> None:
    source = upload(format=format, mode="L" if mode == "I;16" else mode, **options)
    if mode == "I;16":
        source = io.BytesIO()
        Image.new("I;16", (640, 480), 40_000).save(source, "PNG")
        source.seek(0)
    picture = take_in(owner=7, purpose=Purpose.POST, upload=source, alt="A coil")
    image = kept(picture)
    assert (image.format, image.mode) == ("WEBP", "RGB")
    assert image.size == (picture.width, picture.height) == (640, 480)
    assert (picture.owner, picture.alt, picture.state) == (7, "A coil", State.NEW)
    assert len(picture.digest) == 64
    assert run_jobs() == 1


def test_where_it_was_taken_and_by_what_is_gone() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera " + SECRET.decode()
    exif.get_ifd(0x8825)[1] = SECRET.decode()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    source = upload(exif=exif.tobytes(), icc_profile=profile, comment=SECRET, xmp=b"<x>" + SECRET + b"</x>")
    assert SECRET in source.getvalue()
    picture = take_in(owner=7, purpose=Purpose.POST, upload=source)
    content = files.path_of(picture.key, 1600).read_bytes()
    assert SECRET not in content
    for chunk in (b"EXIF", b"ICCP", b"XMP "):
        assert chunk not in content
    assert not kept(picture).getexif()


@pytest.mark.parametrize(
    ("orientation", "red"),
    [(1, (0, 0)), (2, (1, 0)), (3, (1, 1)), (4, (0, 1)), (5, (0, 0)), (6, (1, 0)), (7, (1, 1)), (8, (0, 1))],
)
def test_a_picture_stands_upright(orientation: int, red: tuple[int, int]) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = take_in(owner=7, purpose=Purpose.POST, upload=upload(exif=exif.tobytes()))
    image = kept(picture)
    assert image.size == ((640, 480) if orientation < 5 else (480, 640))
    corner = (red[0] * (image.width - 1), red[1] * (image.height - 1))
    for x in (0, image.width - 1):
        for y in (0, image.height - 1):
            pixel = image.getpixel((x, y))
            assert isinstance(pixel, tuple)
            assert (pixel[0] > 200) == ((x, y) == corner)


def test_broken_metadata_are_no_reason_to_refuse_a_picture() -> None:
    picture = take_in(owner=7, purpose=Purpose.POST, upload=upload(exif=b"Exif\0\0MM\0*\xff\xff\xff\xff"))
    assert kept(picture).size == (640, 480)


@pytest.mark.parametrize(
    ("size", "purpose", "result"),
    [
        ((3000, 1500), Purpose.POST, (1600, 800)),
        ((100, 6000), Purpose.POST, (53, 3200)),
        ((3, 2), Purpose.POST, (3, 2)),
        ((3000, 1500), Purpose.PORTRAIT, (384, 384)),
        ((200, 300), Purpose.PORTRAIT, (200, 200)),
        ((96, 96), Purpose.PORTRAIT, (96, 96)),
    ],
)
def test_a_picture_gets_the_shape_of_its_purpose(size: tuple[int, int], purpose: str, result: tuple[int, int]) -> None:
    picture = take_in(owner=7, purpose=purpose, upload=upload(size, format="PNG"))
    assert (picture.width, picture.height) == result


@pytest.mark.parametrize("size", [(1, 1), (95, 95), (2000, 40)])
def test_a_portrait_has_pixels_enough_for_a_face(size: tuple[int, int]) -> None:
    with pytest.raises(Refused, match="too small"):
        take_in(owner=7, purpose=Purpose.PORTRAIT, upload=upload(size, format="PNG"))


def test_of_an_animation_the_first_frame_is_kept() -> None:
    source = io.BytesIO()
    frames = [Image.new("RGB", (20, 20), color) for color in ("red", "blue", "lime")]
    frames[0].save(source, "GIF", save_all=True, append_images=frames[1:])
    source.seek(0)
    pixel = kept(take_in(owner=7, purpose=Purpose.POST, upload=source)).getpixel((5, 5))
    assert isinstance(pixel, tuple)
    assert pixel[0] > 200


def png(width: int, height: int) -> bytes:
    """A small file that says it is a huge picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def tiff() -> bytes:
    return upload(format="TIFF").getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"MZ\x90\0 not a picture", "not a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "not a picture"),
        (b"%PDF-1.7", "not a picture"),
        (tiff(), "not a picture"),
        (b"GIF89a", "not a picture"),
        (upload().getvalue()[:3000], "broken"),
        (upload(format="PNG").getvalue()[:200], "broken"),
        (upload(format="WEBP").getvalue()[:100], "broken|not a picture"),
        (png(30_000, 30_000), "more than 40 megapixels"),
        (png(9_000, 9_000), "more than 40 megapixels"),
        (png(8_000, 6_000), "more than 40 megapixels"),
        (png(2_000_000_000, 1), "broken|megapixels"),
        (png(1_000, 1_000), "broken"),
        (b"x" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
    ],
)
def test_what_is_no_sound_picture_is_refused_with_its_reason(content: bytes, reason: str, media_root: Path) -> None:
    with pytest.raises(Refused, match=reason):
        take_in(owner=7, purpose=Purpose.POST, upload=io.BytesIO(content))
    assert not Picture.objects.exists()
    assert not list(media_root.rglob("*.webp"))


def test_the_reason_is_told_in_the_language_of_the_page() -> None:
    with translation.override("de"), pytest.raises(Refused) as refusal:
        take_in(owner=7, purpose=Purpose.POST, upload=io.BytesIO(b"GIF89"))
    assert refusal.value.field == "picture"


def test_no_more_is_read_of_an_upload_than_allowed(settings: Any) -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            assert 0 < size <= 1024 * 1024 + 1
            return b"x" * size

    settings.DRAHT_PICTURE_MEGABYTES = 1
    with pytest.raises(Refused, match="larger than 1 MB"):
        take_in(owner=7, purpose=Purpose.POST, upload=cast("IO[bytes]", Endless()))


SOURCES = [
    upload((64, 48), format=format, mode=mode).getvalue()
    for format, mode in (("JPEG", "RGB"), ("PNG", "RGBA"), ("WEBP", "RGB"), ("GIF", "P"))
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(SOURCES),
    st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 255)), max_size=8),
    st.integers(0, 5_000),
)
def test_a_damaged_picture_is_drawn_or_refused(source: bytes, hits: list[tuple[int, int]], end: int) -> None:
    content = bytearray(source)
    for place, value in hits:
        content[place % len(content)] = value
    try:
        image = encoding.decode(bytes(content[: end or None]), purpose=Purpose.POST)
    except Refused:
        return
    assert image.mode == "RGB"
    assert image.width <= 1600
