"""The frame of the home page is remembered; what is new, secret or said once is not."""

import re

import pytest
from django.test import Client

from draht.actors.models import EVERYBODY, Actor
from draht.companies.tests.factories import make_company, make_mandate
from draht.conftest import Persona
from draht.posts.actions import publish_post

pytestmark = pytest.mark.django_db


def _page(client: Client, path: str = "/") -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def _tokens(page: str) -> set[str]:
    fields, headers = r'csrfmiddlewaretoken" value="(\w+)"', r'X-CSRFToken": "(\w+)"'
    return {*re.findall(fields, page), *re.findall(headers, page)}


def test_each_page_has_a_token_of_its_own_and_one_only(ada: Persona) -> None:
    browser = ada.client()
    first, second = _tokens(_page(browser)), _tokens(_page(browser))
    assert len(first) == len(second) == 1
    assert first != second


def test_two_members_do_not_share_a_frame(ada: Persona, cem: Persona) -> None:
    name = ada.member.actor.name
    assert name in _page(ada.client())
    assert name not in _page(cem.client())
    assert name in _page(ada.client())


def test_a_new_name_is_in_the_frame_at_once(ada: Persona) -> None:
    browser = ada.client()
    _page(browser)
    Actor.objects.filter(id=ada.id).update(headline="Wire rod, gladly")
    assert "Wire rod, gladly" in _page(browser)


def test_a_message_is_shown_once(ada: Persona) -> None:
    browser = ada.client()
    _page(browser)
    browser.post("/posts/", {"text": "One coil left over.", "audience": "members", "draft": "a", "publish": "yes"})
    assert [page.count("Your post is published.") for page in (_page(browser), _page(browser))] == [1, 0]


def test_what_is_new_is_there_and_no_mark_is_left(ada: Persona) -> None:
    browser = ada.client()
    _page(browser)
    publish_post(author=ada.id, text="Die wear, again.", audience=EVERYBODY)
    page = _page(browser)
    assert "Die wear, again." in page
    assert "\0" not in page


def test_who_writes_what_others_release_begins_a_draft_beside_the_composer(
    ada: Persona, ben: Persona, cem: Persona
) -> None:
    company = make_company(ben.id, name="Haug")
    make_mandate(company, ben.id, cem.id)
    page = cem.client().get("/").content.decode()
    assert "Write a draft for Haug" in page
    assert f"/companies/{company.actor.handle}/drafts/new/" in page
    for persona in (ada, ben):
        assert "Write a draft for" not in persona.client().get("/").content.decode()
