"""The style sheet keeps its own rules: literals only in the tokens, flat selectors, declared layers."""

import re
from pathlib import Path

import pytest
import tinycss2

from draht.ui.assets import IMPORT, STATIC, stylesheet

CSS = STATIC / "css"
INDEX = (CSS / "index.css").read_text()
FILES = sorted(path for path in CSS.rglob("*.css") if path.name != "index.css")
RULED = [path for path in FILES if path.name != "tokens.css"]
UNITS = {"px", "rem", "em", "ms", "s", "vw", "vh", "pt", "cm", "mm"}
# Relative to the letters beside it, so it can be no token; everything else has its name in tokens.css.
RELATIVE = re.compile(r"^-?\.\d+em$")
WIDTHS_OF_QUERIES = {"48rem", "72rem", "20rem", "22rem", "24rem", "26rem", "28rem"}
COLOUR_WORDS = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|lab|lch|oklab|color)a?\(|\b(?:white|black|red|gr[ae]y)\b(?!-)", re.IGNORECASE
)


def rules(nodes: list[tinycss2.ast.Node]) -> list[tinycss2.ast.QualifiedRule]:
    """All rules, those inside @media and @container as well."""
    found = []
    for node in nodes:
        if node.type == "qualified-rule":
            found.append(node)
        elif node.type == "at-rule" and node.content is not None and node.lower_at_keyword in {"media", "container"}:
            found += rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))
    return found


def rules_of(path: Path) -> list[tinycss2.ast.QualifiedRule]:
    return rules(tinycss2.parse_stylesheet(path.read_text(), skip_comments=True, skip_whitespace=True))


def dimensions(nodes: list[tinycss2.ast.Node]) -> list[str]:
    found = []
    for node in nodes:
        if node.type == "dimension" and node.lower_unit in UNITS:
            found.append(f"{node.representation}{node.unit}")
        for inner in (getattr(node, "arguments", None), getattr(node, "content", None)):
            if isinstance(inner, list):
                found += dimensions(inner)
    return found


def selectors(rule: tinycss2.ast.QualifiedRule) -> list[str]:
    text = tinycss2.serialize(rule.prelude)
    while "(" in text:
        text = re.sub(r"\([^()]*\)", "", text)
    return [part.strip() for part in text.split(",")]


@pytest.mark.parametrize("path", RULED, ids=lambda path: path.name)
def test_sizes_have_names(path: Path) -> None:
    written = [size for rule in rules_of(path) for size in dimensions(rule.content)]
    assert [size for size in written if not RELATIVE.match(size)] == []


@pytest.mark.parametrize("path", RULED, ids=lambda path: path.name)
def test_queries_ask_for_few_widths(path: Path) -> None:
    sheet = tinycss2.parse_stylesheet(path.read_text(), skip_comments=True, skip_whitespace=True)
    asked = [size for node in sheet if node.type == "at-rule" for size in dimensions(node.prelude)]
    assert set(asked) <= WIDTHS_OF_QUERIES


@pytest.mark.parametrize("path", RULED, ids=lambda path: path.name)
def test_colours_have_names(path: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    text = text.replace("oklch(var(--avatar-lightness)", "")
    assert COLOUR_WORDS.findall(text) == []
    assert "oklch(" not in text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_selectors_are_flat_and_name_no_id(path: Path) -> None:
    for rule in rules_of(path):
        for selector in selectors(rule):
            assert len(re.split(r"\s*[\s>+~]\s*", selector)) <= 3, selector
            assert "#" not in selector, selector
    assert "!important" not in path.read_text()


def test_every_file_is_in_a_declared_layer() -> None:
    declared = INDEX.splitlines()[0].removeprefix("@layer ").removesuffix(";").split(", ")
    assert declared == ["reset", "tokens", "base", "layout", "components", "pages", "utilities", "print"]
    imported = IMPORT.findall(INDEX)
    assert {CSS / name for name, _ in imported} == set(FILES)
    assert {layer for _, layer in imported} == set(declared)
    assert sorted(imported, key=lambda entry: declared.index(entry[1])) == imported


def test_the_style_sheet_is_one_file_in_declared_order() -> None:
    joined = stylesheet().decode()
    assert "@import" not in joined
    assert len(re.findall(r"^@layer \w+ \{$", joined, flags=re.MULTILINE)) == len(FILES)
    assert not [node for node in tinycss2.parse_stylesheet(joined) if node.type == "error"]


def test_every_property_asked_for_is_defined() -> None:
    text = stylesheet().decode()
    defined = set(re.findall(r"(--[\w-]+)\s*:", text))
    with_default = set(re.findall(r"var\((--[\w-]+),", text))
    assert set(re.findall(r"var\((--[\w-]+)\)", text)) - with_default <= defined


def test_pages_ask_for_widths_that_the_frame_has() -> None:
    frame = (CSS / "layout/frame.css").read_text()
    widths = set(re.findall(r"\.frame-(\w+)[^{]*\{ --frame-width:", frame))
    asked = {
        (path.name, width)
        for path in STATIC.parents[2].rglob("templates/**/*.html")
        for setting in re.findall(r"\{% set width = (.+?) %\}", path.read_text())
        if "|" not in setting
        for width in re.findall(r'"(\w+)"', setting)
    }
    assert widths == {"stream", "page", "desk"}
    assert {(name, width) for name, width in asked if width not in widths} == set()
    assert len(asked) > 20
