"""Charts that the demo trade shows in its articles: bars with their words, drawn by the program."""

from collections.abc import Sequence
from io import BytesIO

import font_source_sans_pro as fonts
from PIL import Image, ImageDraw, ImageFont

_WIDTH, _BAR, _GAP, _MARGIN = 1200, 90, 50, 60
_PAPER, _INK, _COPPER = (250, 246, 240), (33, 28, 24), (176, 92, 46)


def bars(labels: Sequence[str], values: Sequence[float]) -> BytesIO:
    """A PNG with a bar for each value, its name above it."""
    font = ImageFont.truetype(fonts.SourceSansPro, 36)
    image = Image.new("RGB", (_WIDTH, 2 * _MARGIN + len(values) * (_BAR + _GAP)), _PAPER)
    draw, room = ImageDraw.Draw(image), _WIDTH - 2 * _MARGIN
    for row, (label, value) in enumerate(zip(labels, values, strict=True)):
        top = _MARGIN + row * (_BAR + _GAP)
        draw.text((_MARGIN, top), f"{label}: {value:g}", _INK, font)
        draw.rectangle((_MARGIN, top + 48, _MARGIN + room * value / max(values), top + _BAR + 20), fill=_COPPER)
    file = BytesIO()
    image.save(file, "PNG")
    file.seek(0)
    file.name = "bars.png"
    return file
