"""Long texts: all of the small Markdown, and headings, pictures with captions, footnotes, rules and tables of contents.

A picture is named by its number, `![2]`: CommonMark's own short way of naming what is defined elsewhere. A footnote is
`[^1]` with `[^1]: words` anywhere below, as in pandoc.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import nh3
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from draht.richtext.inline import add_rules, may_link
from draht.richtext.plain import clean_text
from draht.richtext.rendering import UGC, MentionResolver, inlines, link_mentions, mark_links, nobody, tags_in

# Brysbaert (2019) measured 238 words a minute for English; German words are longer.
WORDS_A_MINUTE = 200
_DEEPEST = 4
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_PICTURE = "/media/"


class Figure(NamedTuple):
    """A picture that a long text may name. `width` and `height` are those of its largest size, `full` its address."""

    src: str
    srcset: str
    full: str
    alt: str
    caption: str
    width: int
    height: int


class Section(NamedTuple):
    """A heading: how deep it is (2: a chapter), its anchor, its words."""

    level: int
    anchor: str
    words: str


class Long(NamedTuple):
    """A rendered long text. `minutes`: how long it takes to read, one at least."""

    html: str
    sections: tuple[Section, ...]
    mentions: tuple[int, ...]
    hashtags: tuple[str, ...]
    minutes: int


# --- the parser -------------------------------------------------------------------------------------------------------

_PARSER = MarkdownIt("zero", {"maxNesting": 24, "breaks": True}).enable(
    [
        "blockquote",
        "list",
        "heading",
        "hr",
        "newline",
        "escape",
        "backticks",
        "emphasis",
        "link",
        "autolink",
        "image",
    ]
)
_PARSER.use(footnote_plugin)
add_rules(_PARSER)


def _may_lead(address: str) -> bool:
    """Whether a link or a picture may lead there: as in every text, and to pictures that Draht serves."""
    return may_link(address) or address.startswith(_PICTURE)


_PARSER.validateLink = _may_lead  # type: ignore[method-assign, assignment]

_SAFE = nh3.Cleaner(
    tags={
        "p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "a", "h2", "h3", "h4", "hr", "figure",
        "figcaption", "img", "sup", "section",
    },
    attributes={
        "a": {"href", "id"},
        "ol": {"start"},
        "li": {"id"},
        "h2": {"id"}, "h3": {"id"}, "h4": {"id"},
        "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding"},
    },
    tag_attribute_values={
        "a": {
            "rel": {UGC, "tag"},
            "class": {"mention", "hashtag", "footnote-back"},
            # DPUB-ARIA: readers say what these are in the reader's own language.
            "role": {"doc-noteref", "doc-backlink"},
        },
        "section": {"class": {"footnotes"}},
        "sup": {"class": {"footnote-ref"}},
        "ol": {"class": {"footnotes-list"}},
    },
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)  # fmt: skip


def _footnote_ref(_renderer: Any, tokens: Sequence[Token], index: int, _options: Any, _env: Any) -> str:
    number, again = tokens[index].meta["id"] + 1, tokens[index].meta.get("subId", 0)
    here = f"note-{number}-from-{again + 1}"
    return f'<sup class="footnote-ref"><a href="#note-{number}" id="{here}" role="doc-noteref">{number}</a></sup>'


def _footnotes_open(_renderer: Any, _tokens: Sequence[Token], _index: int, _options: Any, _env: Any) -> str:
    return '<section class="footnotes"><ol class="footnotes-list">'


def _footnote_open(_renderer: Any, tokens: Sequence[Token], index: int, _options: Any, _env: Any) -> str:
    return f'<li id="note-{tokens[index].meta["id"] + 1}">'


def _footnote_back(_renderer: Any, tokens: Sequence[Token], index: int, _options: Any, _env: Any) -> str:
    number, again = tokens[index].meta["id"] + 1, tokens[index].meta.get("subId", 0)
    return f' <a href="#note-{number}-from-{again + 1}" class="footnote-back" role="doc-backlink">↩</a>'


_PARSER.add_render_rule("footnote_ref", _footnote_ref)
_PARSER.add_render_rule("footnote_block_open", _footnotes_open)
_PARSER.add_render_rule("footnote_open", _footnote_open)
_PARSER.add_render_rule("footnote_anchor", _footnote_back)


# --- headings and pictures --------------------------------------------------------------------------------------------


def _place_headings(tokens: Sequence[Token]) -> tuple[Section, ...]:
    """Let headings begin below the title of the page, whatever the writer began with, and give each an anchor."""
    typed = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    found: list[Section] = []
    for place, token in enumerate(tokens):
        if token.type not in ("heading_open", "heading_close"):
            continue
        level = min(int(token.tag[1]) - min(typed) + 2, _DEEPEST)
        token.tag = f"h{level}"
        if token.type == "heading_open":
            words = "".join(child.content for child in tokens[place + 1].children or ())
            anchor = _anchor(words, {section.anchor for section in found})
            token.attrSet("id", anchor)
            found.append(Section(level, anchor, words))
    return tuple(found)


def _anchor(words: str, taken: Iterable[str]) -> str:
    name = f"part-{slugify(words)[:60]}".rstrip("-")
    number = 1
    while (anchor := name if number == 1 else f"{name}-{number}") in taken:
        number += 1
    return anchor


def figure_html(figure: Figure) -> str:
    """A picture as it stands in a long text; a click shows it whole.

    What is kept is shown in every language, so nothing of ours is said in it: without a description the caption speaks
    for the picture, and without both there is nothing that a link could be called.
    """
    alt = escapeHtml(figure.alt or figure.caption)
    begin, end = (f'<a href="{figure.full}">', "</a>") if alt else ("", "")
    caption = f"<figcaption>{escapeHtml(figure.caption)}</figcaption>" if figure.caption else ""
    return (
        f'<figure>{begin}<img src="{figure.src}" srcset="{figure.srcset}"'
        f' sizes="(min-width: 48em) 42em, 100vw" alt="{alt}" width="{figure.width}" height="{figure.height}"'
        f' loading="lazy" decoding="async">{end}{caption}</figure>'
    )


def _place_figures(tokens: Sequence[Token], figures: Mapping[int, Figure]) -> tuple[list[Token], set[int]]:
    """Take pictures out of their paragraphs and put them behind these. Returns which numbers were named, too.

    Pictures of elsewhere become links: no page of ours loads them.
    """
    known = {figure.src: number for number, figure in figures.items()}
    placed: list[Token] = []
    used: set[int] = set()
    behind: list[Token] = []
    for token in tokens:
        if token.type == "inline":
            kept: list[Token] = []
            for child in token.children or ():
                number = known.get(str(child.attrs.get("src", ""))) if child.type == "image" else None
                if number is not None:
                    used.add(number)
                    behind.append(Token("html_block", "", 0, content=figure_html(figures[number])))
                else:
                    kept += _as_link(child) if child.type == "image" else [child]
            token.children = kept
        placed.append(token)
        if token.type in ("paragraph_close", "heading_close"):
            placed += behind
            behind = []
    return _without_empty_paragraphs(placed), used


def _as_link(image: Token) -> list[Token]:
    address = str(image.attrs.get("src", ""))
    if not may_link(address):
        return [Token("text", "", 0, content=image.content)]
    link = Token("link_open", "a", 1, attrs={"href": address}, meta={"kind": "address"})
    return [link, Token("text", "", 0, content=image.content or address), Token("link_close", "a", -1)]


def _without_empty_paragraphs(tokens: Sequence[Token]) -> list[Token]:
    """A paragraph that held nothing but pictures is none."""
    found: list[Token] = []
    skip = 0
    for place, token in enumerate(tokens):
        if skip:
            skip -= 1
        elif token.type == "paragraph_open" and _is_blank(tokens[place + 1]):
            skip = 2
        else:
            found.append(token)
    return found


def _is_blank(inline: Token) -> bool:
    return all(
        child.type in ("softbreak", "hardbreak") or (child.type == "text" and not child.content.strip())
        for child in inline.children or ()
    )


def render_long(
    text: str, *, figures: Mapping[int, Figure] = {}, mention_resolver: MentionResolver = nobody
) -> Long:  # fmt: skip
    """Make a long text that somebody typed into HTML that any page may show. `figures` by number.

    The first picture stands above the text if the text does not name it, others that it does not name below it.
    """
    references = {str(number): {"href": figure.src, "title": ""} for number, figure in figures.items()}
    env: dict[str, Any] = {"references": references}
    tokens = _PARSER.parse(clean_text(text), env)
    tokens, used = _place_figures(tokens, figures)
    sections = _place_headings(tokens)
    mentions = link_mentions(tokens, mention_resolver)
    mark_links(tokens)
    left = [number for number in sorted(figures) if number not in used]
    above = "".join(figure_html(figures[number]) for number in left if number == 1)
    below = "".join(figure_html(figures[number]) for number in left if number != 1)
    html = _SAFE.clean(above + _PARSER.renderer.render(tokens, _PARSER.options, env) + below)
    words = sum(len(_WORD.findall(child.content)) for inline in inlines(tokens) for child in inline.children or ())
    return Long(html.strip(), sections, mentions, tags_in(tokens), max(1, round(words / WORDS_A_MINUTE)))
