"""Each promised pair of colours is readable, by day and by night, computed from the tokens."""

import itertools
import re

import pytest
from coloraide import Color

from draht.ui.assets import STATIC

TOKENS = (STATIC / "css/tokens.css").read_text().split("@media")[0]
COLOUR = re.compile(r"--([\w-]+): light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\);")
PALETTE = {name: {"day": day, "night": night} for name, day, night in COLOUR.findall(TOKENS)}

GROUNDS = ("surface", "raised", "sunken", "selected")
MEANINGS = ("good", "warn", "bad", "info")
PROMISES = [
    *[("text", ground, 7.0) for ground in (*GROUNDS, "accent-soft", *[f"{meaning}-soft" for meaning in MEANINGS])],
    *[("text-muted", ground, 4.5) for ground in GROUNDS],
    *[("link", ground, 4.5) for ground in GROUNDS],
    *[("focus", ground, 3.0) for ground in (*GROUNDS, "accent-soft", *[f"{meaning}-soft" for meaning in MEANINGS])],
    *[("line-strong", ground, 3.0) for ground in ("surface", "raised")],
    *[("on-accent", ground, 4.5) for ground in ("accent", "accent-hover")],
    *[("accent", ground, 4.5) for ground in ("surface", "raised", "accent-soft")],
    *[(meaning, f"{meaning}-soft", 4.5) for meaning in MEANINGS],
    *[(meaning, ground, 4.5) for meaning in MEANINGS for ground in ("surface", "raised")],
    *[(f"chart-{number}", "raised", 3.0) for number in range(1, 7)],
]


def contrast(front: str, ground: str) -> float:
    """The contrast of WCAG 2 as screens show it."""
    return Color(front).fit("srgb").contrast(Color(ground).fit("srgb"), method="wcag21")


def test_every_colour_has_a_day_and_a_night() -> None:
    assert {name for promise in PROMISES for name in promise[:2]} <= PALETTE.keys()


@pytest.mark.parametrize("theme", ["day", "night"])
@pytest.mark.parametrize(("front", "ground", "least"), PROMISES)
def test_a_promised_pair_is_readable(front: str, ground: str, least: float, theme: str) -> None:
    assert contrast(PALETTE[front][theme], PALETTE[ground][theme]) >= least


def test_initials_are_readable_on_every_hue() -> None:
    lightness, chroma = (re.search(rf"--avatar-{name}: ([.\d]+);", TOKENS) for name in ("lightness", "chroma"))
    assert lightness
    assert chroma
    for hue in range(0, 360, 15):
        assert contrast("oklch(1 0 0)", f"oklch({lightness[1]} {chroma[1]} {hue})") >= 4.5


def test_chart_colours_can_be_told_apart() -> None:
    for theme in ("day", "night"):
        colours = [Color(PALETTE[f"chart-{number}"][theme]) for number in range(1, 7)]
        for one, other in itertools.combinations(colours, 2):
            assert one.delta_e(other, method="ok") > 0.08
