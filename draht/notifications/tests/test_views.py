import re

import pytest
from pytest_django import DjangoAssertNumQueries

from draht.conftest import Persona
from draht.members.models import Member
from draht.notifications.models import MAILED, Kind, Notice
from draht.outbox.worker import run_until_idle
from draht.posts import actions
from draht.posts.tests.factories import make_post
from draht.ties.actions import follow


@pytest.fixture
def commented(ada: Persona, ben: Persona) -> int:
    """Ben has commented on a post of Ada's and likes it."""
    post = make_post(ada, "The die wears")
    actions.write_comment(author=ben.id, post=post.id, text="Which <b>die</b> & why?")
    actions.like_post(actor=ben.id, post=post.id)
    run_until_idle()
    return post.id


def test_lists_what_happened(ada: Persona, commented: int) -> None:
    page = ada.client().get("/notices/").content.decode()
    assert "<strong>Ben Achterberg</strong> commented on your post" in page
    assert "<strong>Ben Achterberg</strong> likes your post" in page
    assert "Which &lt;b&gt;die&lt;/b&gt; &amp; why?" in page
    assert page.count("data-unread") == 2


def test_speaks_german(ada: Persona, commented: int) -> None:
    ada.user.language = "de"
    ada.user.save()
    page = ada.client().get("/notices/").content.decode()
    assert "<strong>Ben Achterberg</strong> hat Ihren Beitrag kommentiert" in page
    assert "<strong>Ben Achterberg</strong> mag Ihren Beitrag" in page


def test_opening_one_marks_it_as_read_and_leads_there(ada: Persona, commented: int) -> None:
    client = ada.client()
    page = client.get("/notices/").content.decode()
    addresses = re.findall(r'href="(/notices/\d+/)"', page)
    targets = [client.get(address)["Location"] for address in addresses]
    assert targets[0] == f"/posts/{commented}/"
    assert targets[1].startswith(f"/posts/{commented}/comments/")
    assert "data-unread" not in client.get("/notices/").content.decode()
    assert Member.objects.get(actor=ada.id).unread_notices == 0


def test_leads_to_everything_it_tells_of(ada: Persona, cem: Persona) -> None:
    follow(source=cem.id, target=ada.id)
    run_until_idle()
    answer = ada.client().get(f"/notices/{Notice.objects.get().id}/")
    assert answer["Location"] == f"/members/{cem.handle}/"


def test_opens_nobody_elses_notices(cem: Persona, commented: int) -> None:
    assert cem.client().get(f"/notices/{Notice.objects.all()[0].id}/").status_code == 404


def test_marks_all_as_read(ada: Persona, commented: int) -> None:
    client = ada.client()
    assert ">2<" in client.get("/notices/count/").content.decode()
    assert client.post("/notices/read/").status_code == 303
    assert client.get("/notices/count/").content.decode().strip() == ""


def test_remembers_the_choice(ada: Persona) -> None:
    client = ada.client()
    assert client.get("/notices/choices/").content.decode().count("checked") == len(Kind) + len(MAILED)
    assert client.post("/notices/choices/", {"kinds": ["request", "answer"]}).status_code == 303
    assert client.get("/notices/choices/").content.decode().count("checked") == 2
    assert client.post("/notices/choices/", {"kinds": ["nonsense"]}).status_code == 422


def test_needs_few_queries(
    ada: Persona, ben: Persona, commented: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(30):
        post = make_post(ada, f"Post {number}")
        actions.like_post(actor=ben.id, post=post.id)
        actions.write_comment(author=ben.id, post=post.id, text="Yes")
    run_until_idle()
    client = ada.client()
    client.get("/notices/")
    with django_assert_max_num_queries(7):
        page = client.get("/notices/").content.decode()
    assert page.count('class="list-row"') == 20
    with django_assert_max_num_queries(2):
        client.get("/notices/count/")
    older = re.findall(r'href="(/notices/\?before=\d+)"', page)[0]
    shown = set(re.findall(r"/notices/\d+/", page))
    assert not shown & set(re.findall(r"/notices/\d+/", client.get(older).content.decode()))
