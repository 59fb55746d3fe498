"""The door: who comes in, and how others get back to where they stood."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from draht.conftest import Persona
from draht.posts.models import Post

pytestmark = pytest.mark.django_db

POST = {"text": "Heard at the fair", "audience": "everybody", "publish": "yes"}
HERE = "http://testserver"


def test_it_leads_a_visitor_to_sign_in_and_back(client: Client) -> None:
    assert client.get("/contacts/?sort=newest").headers["Location"] == "/account/login/?next=/contacts/%3Fsort%3Dnewest"


@pytest.mark.parametrize(
    ("referer", "target"),
    [
        (f"{HERE}/members/ada-lindner/?before=7", "/members/ada-lindner/%3Fbefore%3D7"),
        (f"{HERE}//elsewhere.example/", "/elsewhere.example/"),
        ("https://elsewhere.example/trap/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_it_leads_back_to_the_page_on_which_a_form_stood(client: Client, referer: str, target: str) -> None:
    answer = client.post("/posts/", POST, headers={"referer": referer} if referer else None)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/account/login/?next={target}")


def test_it_leads_back_to_the_page_that_a_part_belongs_to() -> None:
    client = Client(headers={"hx-request": "true", "hx-current-url": f"{HERE}/contacts/"})
    answer = client.get("/feed/new/?after=1")
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, "/account/login/?next=/contacts/")


def test_what_is_sent_after_the_session_ended_comes_back_to_its_page(ada: Persona) -> None:
    client = ada.client()
    client.handler.enforce_csrf_checks = True
    Session.objects.all().delete()
    answer = client.post("/posts/", POST, headers={"referer": f"{HERE}/members/ada-lindner/"})
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "You are signed out" in page
    assert "What you wrote is kept as a draft" in page
    assert "Heard at the fair</textarea>" in page, "to be taken along without script"
    assert 'href="/account/login/?next=/members/ada-lindner/"' in page
    assert not Post.objects.exists()


def test_a_button_pressed_after_the_session_ended_leads_to_sign_in(ada: Persona) -> None:
    client = ada.client(htmx=True)
    client.handler.enforce_csrf_checks = True
    Session.objects.all().delete()
    answer = client.post("/posts/1/like/", headers={"hx-current-url": f"{HERE}/posts/1/"})
    assert answer.headers["HX-Redirect"] == "/account/login/?next=/posts/1/"


def test_an_old_form_of_somebody_signed_in_is_only_told_to_reload(ada: Persona) -> None:
    client = ada.client()
    client.handler.enforce_csrf_checks = True
    page = client.post("/posts/", POST).content.decode()
    assert "The form has expired" in page
    assert "Sign in again" not in page


def test_an_account_without_a_member_is_not_sent_around_in_circles(ada: Persona) -> None:
    client = ada.client()
    ada.member.delete()
    assert client.get("/contacts/").status_code == 403
