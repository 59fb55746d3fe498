"""Draws a face, from the background to the glasses."""

from io import BytesIO

from PIL import Image, ImageDraw

from draht.demo.portraits.hair import hair_behind, hair_in_front
from draht.demo.portraits.looks import Look
from draht.demo.portraits.pen import FINE, Colour, Pen, Point, darker, lighter, mix, smooth
from draht.demo.portraits.pen import MIDDLE_X as _X
from draht.demo.portraits.pen import MIDDLE_Y as _Y
from draht.demo.portraits.pen import SCALE as _SCALE


def portrait(look: Look) -> bytes:
    """The face as a PNG file."""
    file = BytesIO()
    draw(look).save(file, "PNG", compress_level=1)
    return file.getvalue()


def draw(look: Look) -> Image.Image:
    """The face as a square picture."""
    image = Image.new("RGB", (_SCALE, _SCALE), look.background)
    _backdrop(image, look)
    upright, leaning = Pen(image), Pen(image, lean=look.tilt)
    hair_behind(leaning, look)
    _body(upright, look)
    _face(leaning, look)
    return image.reduce(FINE)


def _backdrop(image: Image.Image, look: Look) -> None:
    edge, far = 0.06 * _SCALE, 0.94 * _SCALE
    ImageDraw.Draw(image).ellipse([edge, edge, far, far], fill=lighter(look.background, 0.35))


def _body(pen: Pen, look: Look) -> None:
    shade = darker(look.skin, 0.18)
    neck = look.width * 0.56
    bottom = 0.86
    shoulders = [(0.5 - neck * 1.15, 0.735), (0.3, 0.79), (0.17, 0.86), (0.12, 1.05), (0.88, 1.05), (0.83, 0.86),
                 (0.7, 0.79), (0.5 + neck * 1.15, 0.735)]  # fmt: skip
    pen.sharp(smooth(shoulders[:4], closed=False) + smooth(shoulders[4:], closed=False), look.cloth)
    if look.collar == "turtle":
        pen.sharp([(0.5 - neck, 0.55), (0.5 + neck, 0.55), (0.5 + neck, 0.7), (0.5 - neck, 0.7)], shade)
        band = lighter(look.cloth, 0.1)
        pen.shape([(0.5 - neck * 1.16, 0.672), (0.5, 0.69), (0.5 + neck * 1.16, 0.672), (0.5 + neck * 1.22, 0.76),
                   (0.5, 0.79), (0.5 - neck * 1.22, 0.76)], band)  # fmt: skip
        return
    if look.collar in ("shirt", "suit", "work"):
        inner = look.shirt if look.collar != "shirt" else look.cloth
        pen.sharp([(0.5 - neck * 1.1, 0.735), (0.5 + neck * 1.1, 0.735), (0.5, bottom + 0.16)], inner)
    pen.sharp([(0.5 - neck, 0.55), (0.5 + neck, 0.55), (0.5 + neck, 0.735), (0.5 - neck, 0.735)], look.skin)
    depth = {"round": 0.8, "shirt": 0.795, "suit": 0.795, "work": 0.785}[look.collar]
    pen.shape([(0.5 - neck, 0.71), (0.5 + neck, 0.71), (0.5 + neck * 0.9, 0.752), (0.5, depth),
               (0.5 - neck * 0.9, 0.752)], look.skin)  # fmt: skip
    _chin_shadow(pen, look, neck)
    _collar_ends(pen, look, neck)


def _chin_shadow(pen: Pen, look: Look, neck: float) -> None:
    top = _Y + look.height * 0.72
    pen.sharp(smooth([(0.5 - neck, top), (0.5 - neck, 0.66), (0.5, 0.715), (0.5 + neck, 0.66), (0.5 + neck, top)],
                      closed=False), darker(look.skin, 0.16))  # fmt: skip


def _collar_ends(pen: Pen, look: Look, neck: float) -> None:
    if look.collar == "round":
        pen.line([(0.5 - neck * 1.05, 0.737), (0.5 - neck * 0.7, 0.78), (0.5, 0.803), (0.5 + neck * 0.7, 0.78),
                  (0.5 + neck * 1.05, 0.737)], darker(look.cloth, 0.22), 0.012)  # fmt: skip
        return
    for side in (-1, 1):
        tip = [(0.5 + side * neck * 1.08, 0.715), (0.5 + side * neck * 1.45, 0.765), (0.5 + side * 0.055, 0.865),
               (0.5 + side * 0.005, 0.795)]  # fmt: skip
        pen.sharp(tip, lighter(look.cloth if look.collar == "shirt" else look.shirt, 0.14))
        if look.collar == "suit":
            lapel = [(0.5 + side * neck * 1.3, 0.745), (0.5 + side * 0.2, 0.83), (0.5 + side * 0.135, 0.87),
                     (0.5 + side * 0.15, 0.9), (0.5 + side * 0.01, 1.03), (0.5 + side * 0.085, 0.86)]  # fmt: skip
            pen.sharp(lapel, darker(look.cloth, 0.25))
        if look.collar == "work":
            pen.sharp([(0.5 + side * 0.17, 0.775), (0.5 + side * 0.215, 0.79), (0.5 + side * 0.19, 1.02),
                       (0.5 + side * 0.14, 1.02)], lighter(look.cloth, 0.22))  # fmt: skip


def _head(look: Look, grow: float = 1.0) -> list[Point]:
    """The outline of the head, clockwise from the crown."""
    w, h = look.width * grow, look.height * grow
    jaw = look.jaw
    right = [(0.0, -1.0), (0.5, -0.93), (0.87, -0.62), (1.0, -0.15), (0.97, 0.3), (jaw * 1.2, 0.68),
             (jaw * 0.72, 0.92)]  # fmt: skip
    left = [(-x, y) for x, y in reversed(right[1:])]
    return [(_X + x * w, _Y + y * h) for x, y in (*right, (0.0, 1.0), *left)]


def _face(pen: Pen, look: Look) -> None:
    w, h = look.width, look.height
    if look.hair != "scarf":
        for side in (-1, 1):
            pen.oval(_X + side * w * 1.0, _Y + h * 0.1, w * 0.15, h * 0.2, look.skin)
            pen.oval(_X + side * w * 1.01, _Y + h * 0.11, w * 0.075, h * 0.12, darker(look.skin, 0.14))
    pen.shape(_head(look), look.skin)
    blush = mix(look.skin, (214, 96, 78), 0.16)
    for side in (-1, 1):
        pen.oval(_X + side * w * 0.56, _Y + h * 0.37, w * 0.2, h * 0.12, blush)
    _facial_hair(pen, look)
    _features(pen, look)
    hair_in_front(pen, look)
    if look.glasses:
        _spectacles(pen, look, look.glasses)


def _features(pen: Pen, look: Look) -> None:
    w, h = look.width, look.height
    ink = (52, 36, 32)
    eyes = _Y + h * 0.06
    for side in (-1, 1):
        x = _X + side * w * 0.42
        pen.oval(x, eyes, w * 0.145, h * 0.078, (252, 249, 245))
        pen.oval(x, eyes, w * 0.082, h * 0.072, ink)
        pen.oval(x + w * 0.028, eyes - h * 0.024, w * 0.022, h * 0.018, (255, 255, 255))
        lid = darker(look.skin, 0.42)
        pen.line([(x - w * 0.16, eyes - h * 0.02), (x, eyes - h * 0.085), (x + w * 0.16, eyes - h * 0.02)], lid, 0.0065)
        brow = darker(look.hair_colour if look.hair != "scarf" else (60, 44, 36), 0.2)
        arch = eyes - h * 0.21
        inner, outer = (x - side * w * 0.2, arch + h * 0.015), (x + side * w * 0.22, arch + h * 0.03)
        pen.line([inner, (x, arch - h * 0.035), outer], brow, 0.0115 * look.brow)
        if look.age > 50:
            fold = darker(look.skin, 0.17)
            pen.line([(x - w * 0.12, eyes + h * 0.13), (x, eyes + h * 0.155), (x + w * 0.12, eyes + h * 0.13)], fold,
                     0.0045)  # fmt: skip
            pen.line([(_X + side * w * 0.36, _Y + h * 0.4), (_X + side * w * 0.44, _Y + h * 0.53)], fold, 0.0048)
    nose = _Y + h * 0.36
    shade = darker(look.skin, 0.24)
    wide = w * 0.1 * look.nose
    pen.line([(_X + wide * 0.5, _Y + h * 0.16), (_X + wide * 1.0, nose - h * 0.03), (_X, nose + h * 0.012),
              (_X - wide * 0.7, nose - h * 0.01)], shade, 0.0075)  # fmt: skip
    _mouth(pen, look)


def _mouth(pen: Pen, look: Look) -> None:
    w, h = look.width, look.height
    y = _Y + h * 0.6
    half = w * (0.26 + 0.07 * look.smile)
    dip = h * (0.045 + 0.05 * look.smile)
    lip = mix(look.skin, (158, 52, 48), 0.55)
    if look.smile > 0.62:
        pen.sharp(smooth([(_X - half, y), (_X, y + dip * 0.45), (_X + half, y)], closed=False)
                  + smooth([(_X + half, y), (_X, y + dip * 1.75), (_X - half, y)], closed=False), lip)  # fmt: skip
        teeth = half * 0.82
        upper = [(_X - teeth, y + dip * 0.2), (_X, y + dip * 0.5), (_X + teeth, y + dip * 0.2)]
        lower = [(_X + teeth, y + dip * 0.25), (_X, y + dip * 1.1), (_X - teeth, y + dip * 0.25)]
        pen.sharp(smooth(upper, closed=False) + smooth(lower, closed=False), (253, 250, 246))
    else:
        pen.line([(_X - half, y), (_X - half * 0.4, y + dip * 0.8), (_X + half * 0.4, y + dip * 0.8), (_X + half, y)],
                 lip, 0.0105)  # fmt: skip


def _facial_hair(pen: Pen, look: Look) -> None:
    if look.beard == "none":
        return
    w, h = look.width, look.height
    colour = mix(look.hair_colour, look.skin, 0.62) if look.beard == "stubble" else look.hair_colour
    if look.beard in ("full", "stubble"):
        jaw = look.jaw
        outer = [(-1.01, 0.12), (-0.98, 0.36), (-jaw * 1.22, 0.72), (-jaw * 0.74, 0.98), (0, 1.07), (jaw * 0.74, 0.98),
                 (jaw * 1.22, 0.72), (0.98, 0.36), (1.01, 0.12)]  # fmt: skip
        inner = [(0.86, 0.3), (0.6, 0.52), (0.36, 0.46), (0.0, 0.43), (-0.36, 0.46), (-0.6, 0.52), (-0.86, 0.3)]
        ring = smooth(outer, closed=False) + smooth(inner, closed=False)
        pen.sharp([(_X + x * w, _Y + y * h) for x, y in ring], colour)
        pen.oval(_X, _Y + h * 0.635, w * 0.34, h * 0.095, look.skin)
    if look.beard == "goatee":
        chin = [(-0.3, 0.72), (0.0, 0.76), (0.3, 0.72), (0.26, 0.98), (0.0, 1.06), (-0.26, 0.98)]
        pen.shape([(_X + x * w, _Y + y * h) for x, y in chin], colour)
    if look.beard in ("goatee", "moustache", "full"):
        pen.shape([(_X, _Y + h * 0.44), (_X + w * 0.3, _Y + h * 0.48), (_X + w * 0.4, _Y + h * 0.585),
                   (_X + w * 0.12, _Y + h * 0.55), (_X, _Y + h * 0.53), (_X - w * 0.12, _Y + h * 0.55),
                   (_X - w * 0.4, _Y + h * 0.585), (_X - w * 0.3, _Y + h * 0.48)], colour)  # fmt: skip


def _spectacles(pen: Pen, look: Look, colour: Colour) -> None:
    w, h = look.width, look.height
    y = _Y + h * 0.075
    for side in (-1, 1):
        x = _X + side * w * 0.43
        if look.is_round:
            pen.ring(x, y, w * 0.32, w * 0.32, colour, 0.0085)
        else:
            pen.frame(x, y, w * 0.34, h * 0.185, colour, 0.0095)
        pen.line([(_X + side * w * 0.76, y - h * 0.05), (_X + side * w * 1.0, y - h * 0.03)], colour, 0.008)
    pen.line([(_X - w * 0.11, y - h * 0.02), (_X, y - h * 0.055), (_X + w * 0.11, y - h * 0.02)], colour, 0.008)
