"""What templates may call says the right thing in both languages and stays cheap."""

import datetime as dt
import html

import jinja2
import pytest
from django.template import engines
from django.utils import translation
from pytest_django import Settings

from draht.ui import examples
from draht.ui.jinja import day, hue_step, initials, moment, number, url

NOON = dt.datetime(2026, 11, 3, 13, 5, tzinfo=dt.UTC)


def env() -> jinja2.Environment:
    environment: jinja2.Environment = engines.all()[0].env  # type: ignore[attr-defined]
    return environment


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "3 Nov 2026, 14:05"), ("de", "3. Nov. 2026, 14:05")],
)
def test_a_moment_is_told_in_the_time_of_the_site(language: str, text: str) -> None:
    with translation.override(language):
        assert moment(NOON) == f'<time datetime="2026-11-03T14:05:00+01:00">{text}</time>'


@pytest.mark.parametrize(("language", "text"), [("en", "3 November 2026"), ("de", "3. November 2026")])
def test_a_day_is_told_in_the_language_of_the_page(language: str, text: str) -> None:
    with translation.override(language):
        assert day(NOON) == day(NOON.date()) == f'<time datetime="2026-11-03">{text}</time>'


def test_a_number_has_the_separators_of_the_language() -> None:
    with translation.override("de"):
        assert number(12345) == "12.345"
    with translation.override("en"):
        assert number(12345) == "12,345"


def test_a_late_moment_belongs_to_the_day_of_the_site() -> None:
    assert "2026-11-04" in day(dt.datetime(2026, 11, 3, 23, 30, tzinfo=dt.UTC))


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ines Wolter", "IW"), ("Rheinseil", "R"), ("Ada de la Cruz", "AC"), ("„Draht“ GmbH", "G"), ("", "?")],
)
def test_initials_are_two_letters_at_most(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_each_hue_has_a_step() -> None:
    assert {hue_step(hue) for hue in range(360)} == set(range(24))


def test_addresses_are_those_of_django(settings: Settings) -> None:
    settings.ROOT_URLCONF = "draht.ui.tests.addresses"
    assert url("comment", post_id=12, comment_id=7) == "/posts/12/comments/7/"
    assert url("comment", comment_id=1, post_id=2) == "/posts/2/comments/1/"
    assert url("person", handle="jörg {b}") == "/people/j%C3%B6rg%20%7Bb%7D/"


def test_words_are_translated_when_the_page_is_made_not_when_the_macro_is_loaded() -> None:
    template = env().from_string('{% from "ui/components.html" import pager %}{{ pager("/older") }}')
    with translation.override("en"):
        assert "Older" in template.render()
    with translation.override("de"):
        assert "Ältere" in html.unescape(template.render())


def test_what_people_typed_is_escaped() -> None:
    nasty = examples.INES._replace(name="<script>", headline='"><b>', handle="x")
    template = env().from_string('{% from "ui/components.html" import actor_line %}{{ actor_line(line) }}')
    assert "<script" not in template.render(line=nasty)
    assert "<b>" not in template.render(line=nasty)


def test_an_unknown_name_in_a_template_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        env().from_string("{{ nobody }}").render()


def test_words_keep_named_placeholders_and_escape_only_what_is_put_into_them() -> None:
    template = env().from_string('{{ _("<b>%(name)s</b>: 100%%", name=name) }} {{ _("100%%") }}')
    assert template.render(name="A & B") == "<b>A &amp; B</b>: 100% 100%"
