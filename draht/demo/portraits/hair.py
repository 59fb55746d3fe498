"""Hair: what lies behind the head, and what falls over the forehead."""

import math

from draht.demo.portraits.looks import Look
from draht.demo.portraits.pen import MIDDLE_X as _X
from draht.demo.portraits.pen import MIDDLE_Y as _Y
from draht.demo.portraits.pen import Pen, Point, darker, lighter, smooth


def hair_behind(pen: Pen, look: Look) -> None:
    w, h, colour = look.width, look.height, darker(look.hair_colour, 0.16)
    style = look.hair
    if style in ("long", "waves"):
        flare = 1.5 if style == "waves" else 1.3
        right = [(1.0, -0.8), (1.24, 0.0), (flare, 0.8), (flare * 0.94, 1.66)]
        left = [(-x, y) for x, y in reversed(right)]
        around = [(0.0, -1.14), *right, (0.0, 1.5), *left]
        pen.shape([(_X + x * w, _Y + y * h) for x, y in around], colour)
    elif style == "bob":
        pen.shape([(_X, _Y - h * 1.14), (_X + w * 1.05, _Y - h * 0.75), (_X + w * 1.3, _Y + h * 0.1),
                   (_X + w * 1.22, _Y + h * 0.86), (_X, _Y + h * 0.9), (_X - w * 1.22, _Y + h * 0.86),
                   (_X - w * 1.3, _Y + h * 0.1), (_X - w * 1.05, _Y - h * 0.75)], colour)  # fmt: skip
    elif style == "locks":
        for step in range(26):
            angle = math.pi * (0.86 + 1.28 * step / 25)
            x, y = _X + math.cos(angle) * w * 1.2, _Y + h * 0.12 + math.sin(angle) * h * 1.06
            pen.oval(x, y, w * 0.3, w * 0.3, colour)
        for side in (-1, 1):
            for step in range(4):
                pen.oval(_X + side * w * (1.16 - 0.05 * step), _Y + h * (0.05 + 0.2 * step), w * 0.36, w * 0.34, colour)
    elif style == "bun":
        pen.oval(_X, _Y - h * 1.2, w * 0.46, w * 0.42, look.hair_colour)
        pen.oval(_X, _Y - h * 0.1, w * 1.08, h * 0.98, colour)
    elif style == "pony":
        pen.shape([(_X + w * 0.6, _Y - h * 0.9), (_X + w * 1.45, _Y - h * 0.5), (_X + w * 1.62, _Y + h * 0.5),
                   (_X + w * 1.25, _Y + h * 1.35), (_X + w * 1.12, _Y + h * 0.4), (_X + w * 0.9, _Y - h * 0.2)],
                  colour)  # fmt: skip
    elif style == "medium":
        pen.oval(_X, _Y - h * 0.06, w * 1.16, h * 1.02, colour)
    elif style == "scarf":
        pen.shape([(_X, _Y - h * 1.2), (_X + w * 1.15, _Y - h * 0.75), (_X + w * 1.32, _Y + h * 0.2),
                   (_X + w * 1.2, _Y + h * 1.1), (_X + w * 1.5, _Y + h * 1.75), (_X, _Y + h * 1.85),
                   (_X - w * 1.5, _Y + h * 1.75), (_X - w * 1.2, _Y + h * 1.1), (_X - w * 1.32, _Y + h * 0.2),
                   (_X - w * 1.15, _Y - h * 0.75)], look.hair_colour)  # fmt: skip


# The hairline from the left temple to the right one, in half-widths and half-heights of the head.
_LINES: dict[str, list[Point]] = {
    "short": [(-0.98, -0.08), (-0.84, -0.4), (-0.55, -0.6), (0.0, -0.64), (0.55, -0.6), (0.84, -0.4), (0.98, -0.08)],
    "side": [(-0.98, -0.02), (-0.86, -0.34), (-0.62, -0.62), (-0.3, -0.72), (0.4, -0.5), (0.8, -0.36), (0.98, -0.02)],
    "quiff": [(-0.98, -0.1), (-0.86, -0.42), (-0.56, -0.66), (0.0, -0.72), (0.56, -0.66), (0.86, -0.42), (0.98, -0.1)],
    "crop": [(-0.97, -0.16), (-0.84, -0.46), (-0.5, -0.64), (0.0, -0.66), (0.5, -0.64), (0.84, -0.46), (0.97, -0.16)],
    "curly": [(-0.98, -0.02), (-0.84, -0.32), (-0.5, -0.52), (0.0, -0.58), (0.5, -0.52), (0.84, -0.32), (0.98, -0.02)],
    "medium": [(-1.0, 0.3), (-0.9, -0.1), (-0.64, -0.44), (-0.1, -0.68), (0.5, -0.5), (0.9, -0.1), (1.0, 0.3)],
    "long": [(-1.02, 0.5), (-0.9, -0.06), (-0.5, -0.5), (0.02, -0.74), (0.5, -0.5), (0.9, -0.06), (1.02, 0.5)],
    "waves": [(-1.04, 0.6), (-0.88, 0.0), (-0.6, -0.4), (-0.22, -0.7), (0.5, -0.48), (0.92, 0.0), (1.04, 0.6)],
    "bob": [(-1.04, 0.66), (-0.9, 0.02), (-0.7, -0.34), (-0.1, -0.44), (0.62, -0.36), (0.9, 0.02), (1.04, 0.66)],
    "bun": [(-0.98, -0.02), (-0.86, -0.36), (-0.5, -0.62), (0.0, -0.7), (0.5, -0.62), (0.86, -0.36), (0.98, -0.02)],
    "pony": [(-0.98, 0.1), (-0.88, -0.26), (-0.56, -0.58), (-0.2, -0.7), (0.5, -0.5), (0.88, -0.26), (0.98, 0.1)],
    "pixie": [(-1.0, 0.12), (-0.88, -0.22), (-0.6, -0.42), (0.1, -0.38), (0.6, -0.52), (0.86, -0.3), (1.0, 0.12)],
    "locks": [(-1.0, 0.2), (-0.88, -0.2), (-0.54, -0.46), (0.0, -0.56), (0.54, -0.46), (0.88, -0.2), (1.0, 0.2)],
}
# How far the hair stands out from the head: sides, top.
_VOLUME: dict[str, tuple[float, float]] = {
    "crop": (1.03, 1.04), "short": (1.05, 1.09), "side": (1.07, 1.13), "quiff": (1.05, 1.2), "curly": (1.08, 1.12),
    "medium": (1.1, 1.13), "long": (1.12, 1.13), "waves": (1.14, 1.14), "bob": (1.16, 1.14), "bun": (1.05, 1.08),
    "pony": (1.06, 1.09), "pixie": (1.08, 1.14), "locks": (1.1, 1.12),
}  # fmt: skip


def hair_in_front(pen: Pen, look: Look) -> None:
    w, h, colour = look.width, look.height, look.hair_colour
    style = look.hair
    if style == "bald":
        return
    if style == "scarf":
        _scarf_front(pen, look)
        return
    if style == "receding":
        for side in (-1, 1):
            pen.shape([(_X + side * w * x, _Y + h * y) for x, y in
                       ((0.99, 0.1), (1.07, -0.1), (1.05, -0.38), (0.92, -0.62), (0.8, -0.66), (0.83, -0.42),
                        (0.9, -0.14))], colour)  # fmt: skip
        return
    sides, top = _VOLUME[style]
    line = _LINES[style]
    start = line[0][1]
    crown = [(-sides, start), (-sides * 1.01, -0.3), (-sides * 0.88, -0.68), (-0.5, -top * 0.95), (0.0, -top),
             (0.5, -top * 0.95), (sides * 0.88, -0.68), (sides * 1.01, -0.3), (sides, start)]  # fmt: skip
    if style == "quiff":
        crown[3:6] = [(-0.56, -top * 0.93), (0.1, -top * 1.04), (0.62, -top * 0.96)]
    around = smooth(crown, closed=False) + smooth(line[::-1], closed=False)
    pen.sharp([(_X + x * w, _Y + y * h) for x, y in around], colour)
    if style in ("curly", "locks"):
        for step in range(13):
            angle = math.pi * (1.04 + 0.92 * step / 12)
            x, y = _X + math.cos(angle) * w * 1.0, _Y - h * 0.1 + math.sin(angle) * h * 0.88
            pen.oval(x, y, w * 0.24, w * 0.22, colour)
    strand = lighter(colour, 0.16)
    if style in ("side", "medium", "waves", "pony", "quiff", "long"):
        shine = [(_X - w * 0.3, _Y - h * 0.86), (_X + w * 0.25, _Y - h * 0.92), (_X + w * 0.72, _Y - h * 0.64)]
        pen.line(shine, strand, 0.006)


def _scarf_front(pen: Pen, look: Look) -> None:
    w, h, colour = look.width, look.height, look.hair_colour
    outer = [(-1.2, 0.5), (-1.16, -0.4), (-0.7, -1.02), (0.0, -1.17), (0.7, -1.02), (1.16, -0.4), (1.2, 0.5),
             (0.9, 1.12), (0.0, 1.42), (-0.9, 1.12), (-1.2, 0.5)]  # fmt: skip
    inner = [(-0.86, 0.4), (-0.6, 0.82), (0.0, 1.0), (0.6, 0.82), (0.86, 0.4), (0.9, -0.1), (0.62, -0.56),
             (0.0, -0.7), (-0.62, -0.56), (-0.9, -0.1), (-0.86, 0.4)]  # fmt: skip
    around = smooth(outer, closed=False) + smooth(inner, closed=False)
    pen.sharp([(_X + x * w, _Y + y * h) for x, y in around], colour)
    fold = darker(colour, 0.2)
    pen.line([(_X - w * 0.95, _Y + h * 0.7), (_X - w * 0.3, _Y + h * 1.2), (_X + w * 0.5, _Y + h * 1.3)], fold, 0.007)
    pen.line([(_X - w * 0.6, _Y - h * 0.86), (_X, _Y - h * 0.98), (_X + w * 0.6, _Y - h * 0.86)], fold, 0.005)
