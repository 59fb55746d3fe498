"""Draws flat portraits of invented people: the same key always gets the same face."""

from draht.demo.portraits.face import draw, portrait
from draht.demo.portraits.looks import Look, look_of
from draht.demo.portraits.pen import SIZE

__all__ = ["SIZE", "Look", "draw", "look_of", "portrait"]
