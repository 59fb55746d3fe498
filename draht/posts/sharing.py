"""How a post for everybody looks elsewhere: a picture of its first words, and the addresses that pass it on.

Nothing is loaded from the other networks: they learn of a post when somebody follows one of these links.
"""

import colorsys
import functools
import html
import io
import math
import re
from bisect import bisect_right
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

import font_source_sans_pro as fonts
from django.urls import reverse
from django.utils.html import strip_tags
from PIL import Image, ImageDraw, ImageFont

from draht.posts.queries import PostCard
from draht.ui.nav import actor_href

# What Facebook, LinkedIn and Mastodon show without cutting (1.91 : 1).
WIDTH, HEIGHT = 1200, 630
_MARGIN, _LINE, _LINES = 80, 62, 6
_PAPER, _INK, _MUTED = (250, 246, 240), (33, 28, 24), (110, 100, 92)
# Words of two of these do not touch; those inside of a line do.
_BLOCK = re.compile(r"<(?:p|br|li|ul|ol|blockquote|pre|h\d)\b")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")


class Shared(NamedTuple):
    """What the picture shows; the same always makes the same picture."""

    name: str
    headline: str
    words: str
    hue: int
    network: str


class Way(NamedTuple):
    """A link that passes a post on."""

    name: str
    href: str


def ways(address: str, title: str) -> list[Way]:
    """Where a post can be passed on to. `address` is the post's, `title` says who wrote it."""
    return [
        Way("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?" + urlencode({"url": address})),
        Way("Xing", "https://www.xing.com/spi/shares/new?" + urlencode({"url": address})),
        Way("Facebook", "https://www.facebook.com/sharer/sharer.php?" + urlencode({"u": address})),
        Way("X", "https://x.com/intent/post?" + urlencode({"url": address, "text": title})),
    ]


def mail_href(address: str, title: str) -> str:
    """A link that opens a mail (RFC 6068)."""
    return f"mailto:?subject={quote(title)}&body={quote(address)}"


def mastodon_href(server: str, address: str, title: str) -> str | None:
    """Where one writes with a Mastodon account on this server; None if that is no name of a host."""
    host = server.strip().lower().removeprefix("https://").rstrip("/").rsplit("@", 1)[-1]
    if len(host) > 253 or not _HOST.fullmatch(host):
        return None
    return f"https://{host}/share?" + urlencode({"text": f"{title}\n{address}"})


def plain_words(markup: str) -> str:
    """What a post says, in one line."""
    return " ".join(html.unescape(strip_tags(_BLOCK.sub(r" \g<0>", markup))).split())


def post_data(card: PostCard, site: str, long: str = "") -> dict[str, Any]:
    """What search engines are told of a post for everybody (schema.org). `site`: the front page's address, without a
    slash; `long`: the long text of an article."""
    author = card.author
    headline = {"headline": card.title} if card.title else {}
    return {
        "@context": "https://schema.org",
        "@type": "Article" if card.title else "SocialMediaPosting",
        **headline,
        "url": f"{site}{reverse('posts:post', kwargs={'post': card.id})}",
        "datePublished": card.when.isoformat(),
        "dateModified": (card.edited or card.when).isoformat(),
        "articleBody": plain_words(card.html + long),
        "author": {
            "@type": "Organization" if author.kind == "company" else "Person",
            "name": author.name,
            "url": f"{site}{actor_href(author)}",
        },
        "commentCount": card.comments,
    }


@functools.lru_cache(maxsize=64)
def picture(shared: Shared) -> bytes:
    """The picture of a post as PNG: who writes, and the first words."""
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    red, green, blue = colorsys.hls_to_rgb(((shared.hue - 15) % 360) / 360, 0.36, 0.52)
    colour = (round(red * 255), round(green * 255), round(blue * 255))
    draw.rectangle((0, 0, 20, HEIGHT), fill=colour)
    _wire(draw, colour)
    room = WIDTH - 2 * _MARGIN
    draw.text((_MARGIN, 64), _one_line(shared.name, _font(46, bold=True), room), _INK, _font(46, bold=True))
    draw.text((_MARGIN, 124), _one_line(shared.headline, _font(30), room), _MUTED, _font(30))
    for row, line in enumerate(_wrapped(_printable(shared.words), _font(46), room)):
        draw.text((_MARGIN, 190 + row * _LINE), line, _INK, _font(46))
    draw.text((_MARGIN, HEIGHT - 62), _one_line(shared.network, _font(28), room // 2), _MUTED, _font(28))
    found = io.BytesIO()
    image.save(found, "PNG")
    return found.getvalue()


def _wire(draw: ImageDraw.ImageDraw, colour: tuple[int, int, int]) -> None:
    """The wire of the look, at the bottom right."""
    box = (WIDTH - 380, HEIGHT - 66)
    draw.line([(box[0], box[1] + 24), (WIDTH - _MARGIN, box[1] + 24)], fill=colour, width=5)
    for x in (box[0], WIDTH - _MARGIN):
        draw.ellipse((x - 9, box[1] + 15, x + 9, box[1] + 33), fill=colour)


@functools.cache
def _font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(fonts.SourceSansProSemibold if bold else fonts.SourceSansPro, size)


@functools.lru_cache(maxsize=4096)
def _has(character: str) -> bool:
    """Whether the font can draw it: what it cannot comes out as the picture of a noncharacter."""
    return bytes(_font(24).getmask(character)) != bytes(_font(24).getmask("\uffff"))


def _printable(text: str) -> str:
    """The text without what the font cannot draw, emoji above all."""
    return " ".join("".join(c for c in text if c == " " or _has(c)).split())


def _one_line(text: str, font: ImageFont.FreeTypeFont, room: int) -> str:
    lines = _wrapped(_printable(text), font, room, most=1)
    return lines[0] if lines else ""


def _width(font: ImageFont.FreeTypeFont, text: str, end: int) -> int:
    """How much room the beginning of a text takes, in whole pixels."""
    return math.ceil(font.getlength(text[:end]))


def _wrapped(text: str, font: ImageFont.FreeTypeFont, room: int, *, most: int = _LINES) -> list[str]:
    """The beginning of a text in lines that have room, with an ellipsis where it goes on."""
    lines: list[str] = []
    rest = text[:600]
    while rest and len(lines) < most:
        # Longer text is wider: where it stops to fit is found by halving.
        ends = range(1, min(len(rest), 120) + 1)
        fits = max(1, bisect_right(ends, room, key=partial(_width, font, rest)))
        cut = rest.rfind(" ", 0, fits + 1) if fits < len(rest) else fits
        end = cut if cut > 0 else fits
        lines.append(rest[:end].strip())
        rest = rest[end:].strip()
    if rest and lines:
        last = lines[-1]
        while " " in last and font.getlength(last + " …") > room:
            last = last.rsplit(" ", 1)[0]
        lines[-1] = last.rstrip(" ,.;:") + " …"
    return lines
