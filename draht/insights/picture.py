"""The picture of a trail: a tree that grows from left to right, as numbers for an SVG."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

WIDTH, ROW, MARGIN = 640, 22, 16


class Branch(NamedTuple):
    """One who passed a post on, with all who have it from there (`size`, oneself included) and the largest of them."""

    size: int
    branches: tuple["Branch", ...] = ()


class Node(NamedTuple):
    """A point of the picture, and where its line comes from."""

    x: float
    y: float
    radius: float
    size: int
    hop: int
    from_x: float
    from_y: float

    @property
    def line(self) -> str:
        """The line from the one before, as an SVG path."""
        middle = (self.x + self.from_x) / 2
        start, end = f"M{self.from_x:.0f} {self.from_y:.1f}", f"{self.x:.0f} {self.y:.1f}"
        return f"{start}C{middle:.0f} {self.from_y:.1f} {middle:.0f} {self.y:.1f} {end}"


class Picture(NamedTuple):
    """A tree in a frame of this size; the first node is the author."""

    width: int
    height: int
    nodes: tuple[Node, ...]


def draw(branches: Sequence[Branch]) -> Picture:
    """Lay the branches out: each leaf has a row of its own, each stem stands in the middle of its leaves."""
    deepest = max((_depth(branch) for branch in branches), default=1)
    step = (WIDTH - 2 * MARGIN) / deepest
    rows = sum(_leaves(branch) for branch in branches) or 1
    height = rows * ROW + 2 * MARGIN
    root = Node(MARGIN, height / 2, 7, sum(branch.size for branch in branches) + 1, 0, MARGIN, height / 2)
    nodes = (root, *_place(branches, root, step, MARGIN))
    return Picture(WIDTH, height, nodes)


def _depth(branch: Branch) -> int:
    return 1 + max((_depth(below) for below in branch.branches), default=0)


def _leaves(branch: Branch) -> int:
    return sum(_leaves(below) for below in branch.branches) or 1


def _place(branches: Sequence[Branch], parent: Node, step: float, top: float) -> Iterator[Node]:
    for branch in branches:
        space = _leaves(branch) * ROW
        radius = min(3 + 2 * math.log2(branch.size), 10)
        node = Node(parent.x + step, top + space / 2, radius, branch.size, parent.hop + 1, parent.x, parent.y)
        yield node
        yield from _place(branch.branches, node, step, top)
        top += space
