"""What we find within lines beyond Markdown: addresses, mentions and hashtags. Rules for markdown-it's inline parser.

They are rules of the parser and not a pass over its result, because only so an underscore in an address is no emphasis,
and nothing is found in code or within links.
"""

import re
from urllib.parse import quote

from confusable_homoglyphs import confusables
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from draht.richtext.tags import LENGTH, TAG, canonical_tag

_ADDRESS_LENGTH = 2000
_SHOWN_LENGTH = 60
_ADDRESS = re.compile(r"(?<![\w@./-])(?:https?://|www\.(?=\w))[^\s<>\"`|\\^{}\[\]]+", re.IGNORECASE)
_PLAIN_RUN = re.compile(r"(?:(?!\b(?:https?://|www\.))[^\n!#$%&*+\-:<=>@\[\\\]^_`{}~])+", re.IGNORECASE)
_MENTION = re.compile(r"@([a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?)(?![\w@])", re.IGNORECASE)
_WEB = re.compile(r"https?://([^/?#]+)", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s@?]+@[^\s@?/]+\Z", re.IGNORECASE)
_CLOSERS = {")": "("}


def may_link(address: str) -> bool:
    """Whether a text may link there: the web and mail, without a user name that looks like a host."""
    if match := _WEB.match(address):
        host = match.group(1)
        return "@" not in host and "%" not in host and host.strip(".:-_") != ""
    return _MAIL.match(address) is not None


def host_of(address: str) -> str:
    """The host of a web address, in small letters and without "www."; empty for anything else."""
    match = _WEB.match(address)
    return match.group(1).lower().removeprefix("www.") if match else ""


def shown_address(typed: str, address: str) -> str:
    """How an address is shown: short, and in ASCII if its host mixes scripts to look like another."""
    host = host_of(typed) or typed.partition("/")[0]
    text = address if any(confusables.is_mixed_script(label) for label in host.split(".")) else typed
    text = re.sub(r"^(?:https?://)?(?:www\.)?", "", text, flags=re.IGNORECASE).rstrip("/") or text
    return text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 1] + "…"


def _trimmed(address: str) -> str:
    """An address without the punctuation of the sentence around it."""
    while address:
        last = address[-1]
        closes = last in _CLOSERS and address.count(last) > address.count(_CLOSERS[last])
        if not (closes or last in ".,;:!?'\"*_~”“’»…"):
            break
        address = address[:-1]
    return address


def _free_before(state: StateInline) -> bool:
    """Whether no word ends here: "a@b" is no mention, "C#x" no hashtag."""
    before = state.src[state.pos - 1] if state.pos else " "
    return not (before.isalnum() or before in "_@#/&.")


def _push_link(state: StateInline, kind: str, attributes: dict[str, str | int | float], text: str) -> None:
    opening = state.push("link_open", "a", 1)
    opening.attrs = attributes
    opening.info = "auto"
    opening.meta = {"kind": kind}
    state.push("text", "", 0).content = text
    state.push("link_close", "a", -1).info = "auto"


def plain_run(state: StateInline, silent: bool) -> bool:
    """Text up to the next character that could begin something."""
    match = _PLAIN_RUN.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        state.pending += match.group()
    state.pos = match.end()
    return True


def bare_address(state: StateInline, silent: bool) -> bool:
    """https://… and www.…"""
    if state.linkLevel > 0 or state.src[state.pos] not in "hHwW":
        return False
    match = _ADDRESS.match(state.src, state.pos, state.posMax)
    typed = _trimmed(match.group()) if match else ""
    if not typed or len(typed) > _ADDRESS_LENGTH:
        return False
    full = typed if _WEB.match(typed) else f"https://{typed}"
    address = state.md.normalizeLink(full)
    if not state.md.validateLink(address) or "." not in host_of(address):
        return False
    if not silent:
        _push_link(state, "address", {"href": address}, shown_address(typed, address))
    state.pos += len(typed)
    return True


def mention(state: StateInline, silent: bool) -> bool:
    """@handle: becomes a link when all handles of the text have been asked for."""
    if state.src[state.pos] != "@" or state.linkLevel > 0 or not _free_before(state):
        return False
    match = _MENTION.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push("mention", "", 0)
        token.content = match.group()
        token.meta = {"handle": match.group(1).lower()}
    state.pos = match.end()
    return True


def hashtag(state: StateInline, silent: bool) -> bool:
    """#word: a link to everything with this hashtag."""
    if state.src[state.pos] != "#" or state.linkLevel > 0 or not _free_before(state):
        return False
    match = TAG.match(state.src, state.pos, state.posMax)
    word = match.group(1).rstrip("_") if match else ""
    tag = canonical_tag(word)
    if not word or len(tag) > LENGTH:
        return False
    if not silent:
        _push_link(state, "tag", {"href": f"/tags/{quote(tag)}/", "class": "hashtag", "rel": "tag"}, f"#{word}")
        state.tokens[-3].meta["tag"] = tag
    state.pos += 1 + len(word)
    return True


def add_rules(parser: MarkdownIt) -> None:
    """Teach a parser our rules."""
    parser.inline.ruler.at("text", plain_run)
    parser.inline.ruler.before("text", "address", bare_address)
    parser.inline.ruler.after("backticks", "mention", mention)
    parser.inline.ruler.after("mention", "hashtag", hashtag)
