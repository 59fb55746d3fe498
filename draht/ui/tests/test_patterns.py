"""The pattern page shows everything; its pages are valid and have nothing inline."""

import re
from collections import Counter
from pathlib import Path
from typing import cast
from xml.etree import ElementTree as ET

import html5lib
import pytest
from django.http import HttpResponse
from django.template import engines
from django.test import RequestFactory
from django.utils import translation
from pytest_django import Settings

from draht.ui import examples, views

TEMPLATES = Path(__file__).parents[1] / "templates/ui"
PAGES = ("patterns", "example_home", "example_door", "example_error")
SHOWN = ("patterns.html", "page.html", "door.html", "components/frame.html")  # the frame is around the patterns
HTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest, settings: Settings) -> str:
    settings.ROOT_URLCONF = "draht.ui.tests.addresses"
    return cast("str", request.param)


def page(name: str, language: str, viewer: object = None) -> str:
    """The page as this viewer gets it."""
    request = RequestFactory().get("/patterns/")
    request.viewer = viewer  # type: ignore[attr-defined]
    request.session = {}  # type: ignore[assignment]
    with translation.override(language):
        answer = cast("HttpResponse", getattr(views, name)(request))
    return answer.content.decode()


def tree(text: str) -> ET.Element:
    return cast("ET.Element", html5lib.HTMLParser(strict=True).parse(text))


@pytest.mark.parametrize("viewer", [None, examples.VIEWER], ids=["visitor", "member"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_valid_and_has_one_head_line(name: str, language: str, viewer: object) -> None:
    root = tree(page(name, language, viewer))
    assert root.get("lang") == language
    assert len(root.findall(f".//{HTML}h1")) == 1
    assert len(root.findall(f".//{HTML}main")) == 1
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    assert [id for id, count in ids.items() if count > 1] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_nothing_inline(name: str, language: str) -> None:
    root = tree(page(name, language, examples.VIEWER))
    for element in root.iter():
        assert "style" not in element.attrib, element.attrib
        assert not [attribute for attribute in element.attrib if attribute.startswith(("on", "hx-on"))]
        if element.tag in {f"{HTML}script", f"{HTML}style"}:
            assert element.get("src")
            assert not (element.text or "").strip()


@pytest.mark.parametrize("name", PAGES)
def test_every_control_has_a_name(name: str, language: str) -> None:
    root = tree(page(name, language, examples.VIEWER))
    labelled = {label.get("for") for label in root.iter(f"{HTML}label")}
    wrapped = {control for label in root.iter(f"{HTML}label") for control in label.iter()}
    for tag in ("input", "select", "textarea"):
        for control in root.iter(f"{HTML}{tag}"):
            if control.get("type") != "hidden":
                assert control.get("aria-label") or control.get("id") in labelled or control in wrapped, control.attrib
    for tag in ("a", "button", "summary"):
        for control in root.iter(f"{HTML}{tag}"):
            pictures = "".join(picture.get("alt", "") for picture in control.iter(f"{HTML}img"))
            assert control.get("aria-label") or "".join(control.itertext()).strip() or pictures, control.attrib


@pytest.mark.parametrize("name", PAGES)
def test_descriptions_point_to_what_is_there(name: str, language: str) -> None:
    root = tree(page(name, language, examples.VIEWER))
    ids = {element.get("id") for element in root.iter()}
    for element in root.iter():
        for attribute in ("aria-describedby", "aria-labelledby", "for"):
            assert set((element.get(attribute) or "").split()) <= ids, element.attrib


def test_every_component_is_shown() -> None:
    components = engines.all()[0].env.get_template("ui/components.html").module  # type: ignore[attr-defined]
    offered = {name for name in vars(components) if not name.startswith("_")}
    shown = "".join((TEMPLATES / name).read_text() for name in SHOWN)
    called = set(re.findall(r"\b(?:c\.)?(\w+)\(", shown))
    assert offered - called == set()


def test_every_macro_is_offered() -> None:
    written = set()
    for file in (TEMPLATES / "components").glob("*.html"):
        written |= set(re.findall(r"{% macro ([a-z]\w*)\(", file.read_text()))
    components = engines.all()[0].env.get_template("ui/components.html").module  # type: ignore[attr-defined]
    assert {name for name in vars(components) if not name.startswith("_")} == written


def test_the_frame_of_a_member_shows_what_waits(language: str) -> None:
    text = page("example_home", language, examples.VIEWER)
    assert text.count('<span aria-hidden="true">3</span>') == 2  # top bar and bottom bar
    assert ("3 Neue" if language == "de" else "3 new") in text


def test_a_visitor_is_offered_the_door_and_no_search(language: str) -> None:
    root = tree(page("patterns", language))
    assert root.find(f".//{HTML}header//{HTML}a[@href='/account_login/']") is not None
    assert root.find(f".//{HTML}header//{HTML}form[@role='search']") is None


def test_both_languages_are_offered_on_the_page_and_at_the_door(language: str) -> None:
    for name in ("patterns", "example_door"):
        buttons = tree(page(name, language)).findall(f".//{HTML}button[@name='language']")
        assert {button.get("value"): button.text for button in buttons} == {"en": "English", "de": "Deutsch"}
        assert {button.get("value") for button in buttons if button.get("aria-pressed") == "true"} == {language}
