"""What every page and every part of a page must be: valid, named, nothing inline."""

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import html5lib
from html5lib.constants import E as MESSAGES

# Controls that a person cannot reach.
UNSEEN = {"hidden", "submit", "image"}
POINTERS = ("for", "form", "list", "popovertarget", "aria-controls", "aria-describedby", "aria-labelledby")


def parse(text: str, *, part: bool = False) -> tuple[ET.Element, list[str]]:
    """The tree of a page, or of a part of one, and the errors of a strict HTML parser."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parseFragment(text) if part else parser.parse(text)
    lines = text.splitlines() or [""]
    errors = [
        f"line {line}: {MESSAGES.get(code, code) % facts} in “{lines[min(line, len(lines)) - 1].strip()[:120]}”"
        for (line, _column), code, facts in parser.errors
    ]
    return root, errors


def page_faults(text: str, language: str, *, is_whole: bool = True) -> list[str]:
    """What is wrong with a page; one that is not whole may lack what its parts point to."""
    root, faults = parse(text)
    faults += _elements(root)
    for tag in ("h1", "main", "title"):
        if (count := len(list(root.iter(tag)))) != 1:
            faults.append(f"{count} <{tag}> instead of one")
    if root.get("lang") != language:
        faults.append(f"lang is {root.get('lang')!r}, not {language!r}")
    ids = {element.get("id") for element in root.iter()}
    for element in root.iter() if is_whole else ():
        for name in POINTERS:
            faults += [f"{_shown(element)}: {name} points to no id" for id in _words(element, name) if id not in ids]
    return faults


def part_faults(text: str) -> list[str]:
    """What is wrong with a part that htmx swaps into a page. It may point to what stands on the page."""
    root, faults = parse(text, part=True)
    return faults + _elements(root)


def _words(element: ET.Element, name: str) -> list[str]:
    return (element.get(name) or "").split()


def _shown(element: ET.Element) -> str:
    attributes = "".join(f' {name}="{value}"' for name, value in element.items())
    return f"<{element.tag}{attributes}>"[:160]


def _elements(root: ET.Element) -> list[str]:
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    faults = [f"id {id!r} stands {count} times" for id, count in ids.items() if count > 1]
    for element in root.iter():
        if isinstance(element.tag, str):
            faults += [f"{fault}: {_shown(element)}" for fault in _inline(element)]
    return faults + [f"{fault}: {_shown(element)}" for fault, element in _unnamed(root)]


def _inline(element: ET.Element) -> Iterator[str]:
    if "style" in element.attrib or element.tag == "style":
        yield "inline style"
    if any(name.startswith(("on", "hx-on")) for name in element.attrib):
        yield "inline script"
    is_data = element.get("type") in {"application/json", "application/ld+json"}
    if element.tag == "script" and (element.text or "").strip() and not is_data:
        yield "inline script"
    if (element.get("href") or "").lower().startswith("javascript:"):
        yield "inline script"


def _unnamed(root: ET.Element) -> Iterator[tuple[str, ET.Element]]:
    """Controls without a name and pictures without a text."""
    labelled = {label.get("for") for label in root.iter("label") if _text(label)}
    wrapped = {control for label in root.iter("label") if _text(label) for control in label.iter()}
    for element in root.iter():
        named = element.get("aria-label") or element.get("aria-labelledby")
        match element.tag:
            case "input" | "select" | "textarea" if element.get("type") not in UNSEEN:
                if not (named or element.get("id") in labelled or element in wrapped):
                    yield "a control without a label", element
            case "button" | "summary" if not (named or _text(element)):
                yield "a control without a name", element
            case "a" if element.get("href") is not None and not (named or _text(element)):
                yield "a link without a name", element
            case "img" if element.get("alt") is None:
                yield "a picture without alt", element


def _text(element: ET.Element) -> str:
    """What a screen reader says of it: its words and those of its pictures."""
    alts = (picture.get("alt") or picture.get("aria-label") or "" for picture in element.iter())
    return ("".join(element.itertext()) + "".join(alts)).strip()
