"""A pen for soft shapes, and the mixing of colours."""

import math
from collections.abc import Sequence

from PIL import Image, ImageDraw

SIZE = 384
FINE = 3  # drawn that much larger, then reduced: soft edges
SCALE = SIZE * FINE
_ZOOM = 1.24

Colour = tuple[int, int, int]
Point = tuple[float, float]


class Pen:
    """Draws in coordinates from 0 to 1 around the person, whose head may lean by some degrees."""

    def __init__(self, image: Image.Image, lean: float = 0.0) -> None:
        self._draw = ImageDraw.Draw(image)
        self._sin, self._cos = math.sin(math.radians(lean)), math.cos(math.radians(lean))

    def _at(self, point: Point) -> Point:
        """Where a point is on the picture."""
        x, y = point[0] - 0.5, point[1] - 0.68
        x, y = x * self._cos - y * self._sin, x * self._sin + y * self._cos
        return (0.5 + x * _ZOOM) * SCALE, (0.54 + (y + 0.18) * _ZOOM) * SCALE

    def _box(self, x: float, y: float, width: float, height: float) -> list[float]:
        x, y = self._at((x, y))
        width, height = width * _ZOOM * SCALE, height * _ZOOM * SCALE
        return [x - width, y - height, x + width, y + height]

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        """A smooth closed shape through these points."""
        self.sharp(smooth(points), colour)

    def sharp(self, points: Sequence[Point], colour: Colour) -> None:
        """A polygon with corners."""
        self._draw.polygon([self._at(point) for point in points], fill=colour)

    def oval(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """An ellipse around a point, by its half-axes."""
        self._draw.ellipse(self._box(x, y, width, height), fill=colour)

    def ring(self, x: float, y: float, width: float, height: float, colour: Colour, thick: float) -> None:
        """The outline of an ellipse."""
        self._draw.ellipse(self._box(x, y, width, height), outline=colour, width=_pixels(thick))

    def frame(self, x: float, y: float, width: float, height: float, colour: Colour, thick: float) -> None:
        """The outline of a rectangle with round corners."""
        radius = height * 0.55 * _ZOOM * SCALE
        box = self._box(x, y, width, height)
        self._draw.rounded_rectangle(box, radius=radius, outline=colour, width=_pixels(thick))

    def line(self, points: Sequence[Point], colour: Colour, thick: float) -> None:
        """A smooth line with round ends."""
        path = [self._at(point) for point in smooth(points, closed=False)]
        self._draw.line(path, fill=colour, width=_pixels(thick), joint="curve")
        radius = thick / 2
        for x, y in (points[0], points[-1]):
            self.oval(x, y, radius, radius, colour)


def _pixels(thick: float) -> int:
    return round(thick * _ZOOM * SCALE)


def smooth(points: Sequence[Point], *, closed: bool = True, steps: int = 10) -> list[Point]:
    """A Catmull-Rom curve through the points."""
    count = len(points)
    found: list[Point] = []
    for at in range(count if closed else count - 1):
        around = [
            points[i % count] if closed else points[min(max(i, 0), count - 1)] for i in (at - 1, at, at + 1, at + 2)
        ]
        found += [_between(around, step / steps) for step in range(steps)]
    if not closed:
        found.append(points[-1])
    return found


def _between(around: Sequence[Point], t: float) -> Point:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = around

    def along(a: float, b: float, c: float, d: float) -> float:
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)

    return along(ax, bx, cx, dx), along(ay, by, cy, dy)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """`share` of the other colour in the one."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def darker(colour: Colour, share: float) -> Colour:
    return mix(colour, (40, 22, 14), share)


def lighter(colour: Colour, share: float) -> Colour:
    return mix(colour, (255, 250, 244), share)


# The middle of the face.
MIDDLE_X, MIDDLE_Y = 0.5, 0.43
