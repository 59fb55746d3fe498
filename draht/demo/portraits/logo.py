"""Logos of invented companies: a white mark on the company's colour. The same mark and hue always give the same."""

import colorsys
import io
import math
from collections.abc import Callable

from PIL import Image, ImageDraw

_SIZE, _FINE = 384, 3
_SIDE = _SIZE * _FINE
_PAPER = (253, 250, 246)

Draw = ImageDraw.ImageDraw


def _at(x: float, y: float) -> tuple[float, float]:
    return x * _SIDE, y * _SIDE


def _line(draw: Draw, points: list[tuple[float, float]], thick: float) -> None:
    width = round(thick * _SIDE)
    path = [_at(x, y) for x, y in points]
    draw.line(path, fill=_PAPER, width=width, joint="curve")
    for x, y in (path[0], path[-1]):
        draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=_PAPER)


def _ring(draw: Draw, x: float, y: float, radius: float, thick: float) -> None:
    left, top = _at(x - radius, y - radius)
    right, bottom = _at(x + radius, y + radius)
    draw.ellipse((left, top, right, bottom), outline=_PAPER, width=round(thick * _SIDE))


def _disc(draw: Draw, x: float, y: float, radius: float) -> None:
    draw.ellipse((*_at(x - radius, y - radius), *_at(x + radius, y + radius)), fill=_PAPER)


def _coil(draw: Draw) -> None:
    steps = [turn / 60 for turn in range(60 * 4 + 31)]
    points = [(0.5 + 0.2 * math.cos(math.tau * t), 0.2 + 0.135 * t + 0.06 * math.sin(math.tau * t)) for t in steps]
    _line(draw, points, 0.045)


def _strand(draw: Draw) -> None:
    _disc(draw, 0.5, 0.5, 0.09)
    for place in range(6):
        angle = math.tau * place / 6
        _disc(draw, 0.5 + 0.2 * math.cos(angle), 0.5 + 0.2 * math.sin(angle), 0.09)


def _wave(draw: Draw) -> None:
    for row in (0.36, 0.5, 0.64):
        points = [(0.2 + x / 100, row + 0.045 * math.sin(math.tau * x / 30)) for x in range(61)]
        _line(draw, points, 0.05)


def _tube(draw: Draw) -> None:
    _ring(draw, 0.42, 0.56, 0.22, 0.06)
    _line(draw, [(0.29, 0.37), (0.53, 0.2)], 0.05)
    _line(draw, [(0.61, 0.68), (0.8, 0.5)], 0.05)


def _die(draw: Draw) -> None:
    draw.polygon([_at(*point) for point in ((0.22, 0.24), (0.46, 0.46), (0.46, 0.54), (0.22, 0.76))], fill=_PAPER)
    _line(draw, [(0.5, 0.5), (0.8, 0.5)], 0.05)
    _line(draw, [(0.56, 0.32), (0.56, 0.4)], 0.06)
    _line(draw, [(0.56, 0.6), (0.56, 0.68)], 0.06)


def _gear(draw: Draw) -> None:
    for place in range(8):
        angle = math.tau * place / 8
        x, y = math.cos(angle), math.sin(angle)
        _line(draw, [(0.5 + 0.2 * x, 0.5 + 0.2 * y), (0.5 + 0.29 * x, 0.5 + 0.29 * y)], 0.075)
    _ring(draw, 0.5, 0.5, 0.23, 0.075)
    _disc(draw, 0.5, 0.5, 0.06)


def _peak(draw: Draw) -> None:
    _line(draw, [(0.18, 0.7), (0.4, 0.34), (0.53, 0.55), (0.62, 0.44), (0.82, 0.7)], 0.055)
    _line(draw, [(0.2, 0.3), (0.82, 0.24)], 0.03)


def _loop(draw: Draw) -> None:
    points = []
    for step in range(121):
        t = math.tau * step / 120
        below = 1 + math.sin(t) ** 2
        points.append((0.5 + 0.32 * math.cos(t) / below, 0.5 + 0.4 * math.sin(t) * math.cos(t) / below))
    _line(draw, points, 0.06)


def _drop(draw: Draw) -> None:
    _disc(draw, 0.5, 0.58, 0.18)
    draw.polygon([_at(*point) for point in ((0.5, 0.2), (0.66, 0.5), (0.34, 0.5))], fill=_PAPER)


MARKS: dict[str, Callable[[Draw], None]] = {
    "coil": _coil,
    "strand": _strand,
    "wave": _wave,
    "tube": _tube,
    "die": _die,
    "gear": _gear,
    "peak": _peak,
    "loop": _loop,
    "drop": _drop,
}


def logo(mark: str, hue: int) -> bytes:
    """A square PNG with this mark on a ground of this hue, in degrees."""
    red, green, blue = colorsys.hls_to_rgb(((hue - 15) % 360) / 360, 0.36, 0.52)
    ground = (round(red * 255), round(green * 255), round(blue * 255))
    image = Image.new("RGB", (_SIDE, _SIDE), ground)
    MARKS[mark](ImageDraw.Draw(image))
    target = io.BytesIO()
    image.resize((_SIZE, _SIZE), Image.Resampling.LANCZOS).save(target, "PNG")
    return target.getvalue()
