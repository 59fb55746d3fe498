"""A small Markdown, made into safe HTML once, when it is written.

Paragraphs, line breaks, emphasis, strong, lists, links, quotes, inline code. No raw HTML, pictures, headings, tables.
Long words are broken by the style sheet (`overflow-wrap`), not by us.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import nh3
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.token import Token

from draht.common.refusal import Refused
from draht.richtext.inline import add_rules, host_of, may_link
from draht.richtext.plain import clean_text

LONGEST = 100_000
MENTIONS = 50
EXCERPT = 200
_QUOTES = 5
_NESTING = 24
UGC = "nofollow ugc noopener"
_DEEP_QUOTE = re.compile(rf"^((?: {{0,3}}>){{{_QUOTES}}})(?: {{0,3}}>)+", re.MULTILINE)
_LOOKS_LIKE_HOST = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", re.IGNORECASE)


class Mentioned(NamedTuple):
    """Who a handle belongs to: the actor, the name to show, the address of their page in this Draht."""

    actor: int
    name: str
    url: str


MentionResolver = Callable[[Sequence[str]], Mapping[str, Mentioned | tuple[int, str, str]]]
"""Takes handles in small letters, returns those that can be mentioned. Called at most once per text."""


class Rich(NamedTuple):
    """A rendered text. `mentions` are actor ids, `hashtags` canonical; both in order and without doubles."""

    html: str
    mentions: tuple[int, ...]
    hashtags: tuple[str, ...]
    excerpt: str


def nobody(_handles: Sequence[str]) -> Mapping[str, Mentioned]:
    """A resolver for texts in which nobody can be mentioned."""
    return {}


# --- the parser -------------------------------------------------------------------------------------------------------

_PARSER = MarkdownIt("zero", {"maxNesting": _NESTING, "breaks": True}).enable(
    [
        "blockquote",
        "list",
        "newline",
        "escape",
        "backticks",
        "emphasis",
        "link",
        "autolink",
    ]
)
add_rules(_PARSER)
_PARSER.validateLink = may_link  # type: ignore[method-assign, assignment]

_SAFE = nh3.Cleaner(
    tags={"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "a"},
    attributes={"a": {"href"}, "ol": {"start"}},
    tag_attribute_values={"a": {"rel": {UGC, "tag"}, "class": {"mention", "hashtag"}}},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)


# --- what the tokens say ----------------------------------------------------------------------------------------------


def inlines(tokens: Sequence[Token]) -> Iterator[Token]:
    """The lines of a text: tokens whose children are words, links and marks."""
    return (token for token in tokens if token.type == "inline")


def link_mentions(tokens: Sequence[Token], resolver: MentionResolver) -> tuple[int, ...]:
    """Turn mentions into links with the person's name, or back into text. Returns whom the text mentions."""
    children = [child for inline in inlines(tokens) for child in inline.children or ()]
    handles = list(dict.fromkeys(child.meta["handle"] for child in children if child.type == "mention"))[:MENTIONS]
    if not handles:
        known: Mapping[str, Mentioned | tuple[int, str, str]] = {}
    else:
        known = resolver(handles)
    mentioned: dict[int, None] = {}
    for inline in inlines(tokens):
        fresh: list[Token] = []
        for child in inline.children or ():
            found = known.get(child.meta["handle"]) if child.type == "mention" else None
            if found is not None:
                actor, name, url = found
                mentioned[actor] = None
                attributes: dict[str, str | int | float] = {"href": url, "class": "mention"}
                fresh += [
                    Token("link_open", "a", 1, attrs=attributes, info="auto", meta={"kind": "mention"}),
                    Token("text", "", 0, content=name),
                    Token("link_close", "a", -1, info="auto"),
                ]
            else:
                if child.type == "mention":
                    child.type = "text"
                fresh.append(child)
        inline.children = fresh
    return tuple(mentioned)


def mark_links(tokens: Sequence[Token]) -> None:
    """Give links that people typed their `rel`, and tell where a link leads whose words look like another address."""
    for inline in inlines(tokens):
        children = inline.children or []
        shown: list[Token] = []
        label, address = "", ""
        for child in children:
            shown.append(child)
            if child.type == "link_open" and child.meta.get("kind") in ("mention", "tag"):
                continue
            if child.type == "link_open":
                child.attrSet("rel", UGC)
                child.attrs.pop("title", None)
                label, address = "", str(child.attrs["href"]) if child.info != "auto" else ""
            elif child.type == "link_close" and address:
                host = host_of(address)
                if host and _LOOKS_LIKE_HOST.search(label) and host not in label.lower():
                    shown.append(Token("text", "", 0, content=f" ({host})"))
                address = ""
            elif address:
                label += child.content
        inline.children = shown


def tags_in(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The hashtags of a text in order, without doubles."""
    tags = (child.meta["tag"] for inline in inlines(tokens) for child in inline.children or () if "tag" in child.meta)
    return tuple(dict.fromkeys(str(tag) for tag in tags))


def _excerpt(tokens: Sequence[Token]) -> str:
    """The beginning of the text, without marks, in one line."""
    words: list[str] = []
    for inline in inlines(tokens):
        parts = (" " if child.type in ("softbreak", "hardbreak") else child.content for child in inline.children or ())
        words.append("".join(parts))
    text = " ".join(" ".join(words).split())
    if len(text) <= EXCERPT:
        return text
    cut = text[:EXCERPT]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:.–-") + "…"


def render(text: str, *, mention_resolver: MentionResolver = nobody) -> Rich:
    """Make a text that somebody typed into HTML that any page may show.

    `mention_resolver` is asked once for all handles. Raises Refused if the text is longer than any text may be; forms
    have their own, smaller limits.
    """
    if len(text) > LONGEST:
        raise Refused(_("This text is too long."))
    source = _DEEP_QUOTE.sub(r"\1", clean_text(text))
    tokens = _PARSER.parse(source)
    mentions = link_mentions(tokens, mention_resolver)
    mark_links(tokens)
    html = _SAFE.clean(_PARSER.renderer.render(tokens, _PARSER.options, {}))
    return Rich(html=html.strip(), mentions=mentions, hashtags=tags_in(tokens), excerpt=_excerpt(tokens))


_MENTION_LINK = re.compile(r'<a href="([^"]+)" class="mention"[^>]*>[^<]*</a>')


def without_mentions(html: str, addresses: Collection[str]) -> str:
    """Rendered HTML in which "…" stands for the mentions that lead to these addresses."""
    return _MENTION_LINK.sub(lambda link: "…" if link[1] in addresses else link[0], html)
