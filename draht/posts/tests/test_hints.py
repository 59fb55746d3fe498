"""Whoever speaks for a company is asked first, goes on with one click, and leaves nothing but a number."""

import re

import pytest

from draht.actors.actions import create_actor, grant_voice
from draht.actors.models import Kind
from draht.common.refusal import Refused
from draht.conftest import Persona
from draht.hints import actions
from draht.hints.models import HintCount
from draht.posts.models import Comment, Post

pytestmark = pytest.mark.django_db

SECRET = "Ask Mrs Berg: 0171 2345678."


@pytest.fixture
def company(ben: Persona) -> int:
    """A company for which Ben speaks."""
    actor = create_actor(kind=Kind.COMPANY, name="Kupferwerk Siegen").id
    grant_voice(speaker=ben.id, actor=actor)
    return actor


def _mark(page: str) -> str:
    found = re.search(r'name="agreed" value="(\w+)"', page)
    assert found
    return found[1]


def test_a_post_for_a_company_is_asked_about_once(company: int, ben: Persona) -> None:
    browser = ben.client()
    typed = {"text": SECRET, "audience": "members", "voice": company, "draft": "a"}
    answer = browser.post("/posts/", {**typed, "publish": "yes"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "0171 2345678" in page
    assert SECRET in page
    other = {**typed, "text": SECRET + " Or 0172 2345678.", "agreed": _mark(page)}
    assert browser.post("/posts/", other).status_code == 422
    assert not Post.objects.exists()
    assert browser.post("/posts/", {**typed, "agreed": _mark(page)}).status_code == 303
    assert Post.objects.get().text == SECRET
    count = HintCount.objects.get()
    assert (count.kind, count.shown, count.published) == ("phone", 2, 1)


def test_nobody_is_asked_about_what_they_say_privately(company: int, ben: Persona) -> None:
    typed = {"text": SECRET, "audience": "members", "publish": "yes", "draft": "a"}
    assert ben.client().post("/posts/", typed).status_code == 303
    assert not HintCount.objects.exists()


def test_a_comment_for_a_company_is_asked_about(company: int, ben: Persona, ada: Persona) -> None:
    ada.client().post("/posts/", {"text": "Who knows?", "audience": "everybody", "publish": "yes", "draft": "a"})
    post = Post.objects.get().id
    browser, typed = ben.client(), {"text": SECRET, "voice": company, "draft": "b"}
    answer = browser.post(f"/posts/{post}/comments/", typed)
    assert answer.status_code == 422
    agreed = {**typed, "agreed": _mark(answer.content.decode())}
    assert browser.post(f"/posts/{post}/comments/", agreed).status_code == 303
    assert Comment.objects.get().text == SECRET


def test_a_list_of_words_has_an_end(company: int) -> None:
    with pytest.raises(Refused):
        actions.set_watch(actor=company, words="\n".join(f"word {n}" for n in range(101)), known="")
    with pytest.raises(Refused):
        actions.set_watch(actor=company, words="x" * 81, known="")
