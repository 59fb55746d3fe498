import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.test import Client

from draht.common.refusal import Refused
from draht.conftest import Persona
from draht.feed import views
from draht.posts.models import Post


def _pragma(words: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {words}")
        value: int = cursor.fetchall()[0][0]
    return value


@pytest.fixture
def impatient(transactional_db: None) -> Iterator[None]:
    """A database connection that gives up waiting for the writer after a tenth of a second."""
    _pragma("busy_timeout = 100")
    yield
    _pragma("busy_timeout = 5000")


def publish(client: Client, text: str = "Heard at the fair") -> int:
    """The status of publishing a post."""
    return client.post("/posts/", {"text": text, "audience": "everybody", "publish": "yes"}).status_code


only_sqlite = [pytest.mark.sqlite, pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite")]


class TestStorage:
    pytestmark = only_sqlite

    def test_it_says_so_when_the_database_is_locked(self, ada: Persona, impatient: None) -> None:
        client = ada.client()
        client.raise_request_exception = False
        with closing(sqlite3.connect(settings.DATABASES["default"]["NAME"], isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            answer = client.post("/posts/", {"text": "Heard at the fair", "audience": "everybody", "publish": "yes"})
            other.execute("ROLLBACK")
        assert answer.status_code == 503
        assert "not saved" in answer.content.decode()
        assert "Traceback" not in answer.content.decode()
        assert answer.headers["Retry-After"] == "60"
        assert Post.objects.count() == 0
        assert publish(client) == 303

    def test_it_confirms_nothing_that_a_full_disk_lost(self, ada: Persona, impatient: None) -> None:
        client = ada.client()
        client.raise_request_exception = False
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
        _pragma(f"max_page_count = {_pragma('page_count')}")
        codes = [publish(client, f"{number} " + "long " * 700) for number in range(25)]
        _pragma("max_page_count = 1073741823")
        assert set(codes) <= {303, 503}
        assert 503 in codes
        assert Post.objects.count() == codes.count(303)


def test_who_only_reads_is_not_told_that_something_was_lost(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def be_away() -> None:
        raise OperationalError("the connection is closed")

    monkeypatch.setattr(views, "public_feed", be_away)
    answer = client.get("/")
    assert answer.status_code == 503
    assert "Try again in a minute" in answer.content.decode()
    assert "not saved" not in answer.content.decode()


def test_it_says_why_when_an_act_is_refused(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise Refused("This cannot be done on a Sunday.")

    monkeypatch.setattr(views, "public_feed", refuse)
    answer = client.get("/")
    assert answer.status_code == 403
    assert "This cannot be done on a Sunday." in answer.content.decode()


def test_it_tells_nothing_of_its_inside_when_it_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "public_feed", lambda: 1 / 0)
    answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == 500
    assert "ZeroDivisionError" not in answer.content.decode()
    assert "our mistake" in answer.content.decode()


@pytest.mark.django_db
def test_it_has_a_page_for_what_is_not_there(client: Client) -> None:
    answer = client.get("/nothing/here/")
    assert answer.status_code == 404
    assert "There is nothing here" in answer.content.decode()


@pytest.mark.django_db
def test_it_refuses_a_form_from_elsewhere(ada: Persona) -> None:
    answer = Client(enforce_csrf_checks=True).post("/account/login/", {"login": ada.user.email, "password": "x"})
    assert answer.status_code == 403
    assert "The form has expired" in answer.content.decode()
