"""The account page: language, addresses, leaving; and what is forgotten by the clock."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from draht.accounts import actions, tasks
from draht.accounts.models import SharedValue, User
from draht.accounts.rules import CLOSED_LASTS
from draht.accounts.tests.factories import PASSWORD, last_mail, link_in
from draht.common import clock
from draht.outbox.models import RecordedEvent

pytestmark = pytest.mark.django_db


def test_a_visitor_chooses_a_language_for_the_session(client: Client) -> None:
    assert client.post("/language/", {"language": "de", "next": "/house-rules/"}).headers["Location"] == "/house-rules/"
    assert '<html lang="de"' in client.get("/house-rules/").content.decode()
    client.post("/language/", {"language": "xx"})
    assert '<html lang="de"' in client.get("/house-rules/").content.decode()


def test_a_member_chooses_a_language_for_ever(as_erna: Client, erna: User) -> None:
    as_erna.post("/language/", {"language": "de"})
    erna.refresh_from_db()
    assert erna.language == "de"
    assert as_erna.post("/language/", {"language": "xx"}).status_code == 403


def test_a_visitors_language_form_works_as_it_stands_on_the_page_and_from_nowhere_else() -> None:
    browser = Client(enforce_csrf_checks=True)
    assert "csrfmiddlewaretoken" not in language_form_in(browser, "/house-rules/")
    elsewhere = browser.post("/language/", {"language": "de"}, headers={"sec-fetch-site": "cross-site"})
    assert (elsewhere.status_code, "draht" in elsewhere.cookies) == (403, False)
    browser.post("/language/", {"language": "de"}, headers={"sec-fetch-site": "same-origin"})
    assert '<html lang="de"' in browser.get("/house-rules/").content.decode()


@pytest.mark.parametrize("path", ["/account/", "/account/reauthenticate/"])
def test_a_members_language_form_works_as_it_stands_on_the_page(erna: User, path: str) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(erna, backend="allauth.account.auth_backends.AuthenticationBackend")
    form = language_form_in(browser, path)
    sent = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    assert browser.post("/language/", {**sent, "language": "de"}).headers["Location"] == path
    erna.refresh_from_db()
    assert erna.language == "de"


def language_form_in(browser: Client, path: str) -> str:
    """The form behind the language switch."""
    found = re.search(r'<form id="language".*?</form>', browser.get(path).content.decode())
    assert found
    return found[0]


def test_another_address_is_confirmed_before_one_signs_in_with_it(client: Client, erna: User) -> None:
    client.post("/account/login/", {"login": "erna@example.org", "password": PASSWORD})
    client.post("/account/reauthenticate/", {"password": PASSWORD, "next": "/account/"})
    client.post("/account/email/", {"action_add": "1", "email": "erna@kupfer.example"})
    to, subject, text = last_mail()
    assert (to, subject) == ("erna@kupfer.example", "Please confirm your address")
    client.post("/account/email/", {"action_primary": "1", "email": "erna@kupfer.example"})
    assert EmailAddress.objects.get(primary=True).email == "erna@example.org"
    client.post(link_in(text))
    client.post("/account/email/", {"action_primary": "1", "email": "erna@kupfer.example"})
    erna.refresh_from_db()
    assert erna.email == "erna@kupfer.example"
    # The old address hears of it.
    assert last_mail()[:2] == ("erna@example.org", "You sign in with another address now")


def test_an_address_of_somebody_else_is_not_betrayed(client: Client, erna: User, host: User) -> None:
    client.post("/account/login/", {"login": "erna@example.org", "password": PASSWORD})
    client.post("/account/reauthenticate/", {"password": PASSWORD, "next": "/account/"})
    for address in (host.email, "nobody@example.org"):
        answer = client.post("/account/email/", {"action_add": "1", "email": address})
        assert answer.headers["Location"] == "/account/email/"


def test_who_leaves_is_gone_at_once(client: Client, erna: User) -> None:
    client.post("/account/login/", {"login": "erna@example.org", "password": PASSWORD})
    other = Client()
    other.post("/account/login/", {"login": "erna@example.org", "password": PASSWORD})
    client.post("/account/reauthenticate/", {"password": PASSWORD, "next": "/account/closure/"})
    assert "Farewell" in client.post("/account/closure/").content.decode()
    for browser in (client, other):
        assert browser.get("/account/").status_code == 302
    assert Client().post("/account/login/", {"login": "erna@example.org", "password": PASSWORD}).status_code == 422
    erna.refresh_from_db()
    assert "erna" not in erna.email
    assert not EmailAddress.objects.exists()
    assert RecordedEvent.objects.get(name="accounts.AccountClosed").facts == {"user_id": erna.pk}
    assert last_mail()[:2] == ("erna@example.org", "Your account is closed")


def test_an_address_of_a_closed_account_can_come_back(erna: User) -> None:
    actions.close_account(user=erna)
    assert User.objects.create_user("erna@example.org").pk != erna.pk


def test_a_closed_account_disappears_for_good_after_a_week(erna: User, host: User) -> None:
    with clock.at(timezone.now() - CLOSED_LASTS - timedelta(minutes=1)):
        actions.close_account(user=erna)
    actions.close_account(user=host)
    tasks.prune.call()
    assert list(User.objects.values_list("pk", flat=True)) == [host.pk]


def test_counts_of_rate_limits_are_shared_and_forgotten(client: Client, erna: User) -> None:
    client.post("/account/login/", {"login": "erna@example.org", "password": "falsch geraten"})
    assert SharedValue.objects.exists(), "in the database, where every web process sees them"
    SharedValue.objects.update(expires=timezone.now() - timedelta(days=1))
    tasks.prune.call()
    assert not SharedValue.objects.exists()


def test_a_session_that_ran_out_is_forgotten_with_its_device(client: Client, erna: User, as_erna: Client) -> None:
    client.post("/account/login/", {"login": "erna@example.org", "password": PASSWORD})
    assert UserSession.objects.count() == 1
    Session.objects.filter(session_key=client.session.session_key).update(
        expire_date=timezone.now() - timedelta(days=1)
    )
    tasks.prune.call()
    assert Session.objects.count() == 1
    assert not UserSession.objects.exists()


def test_the_account_page_asks_the_database_little(
    as_erna: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    as_erna.get("/account/")  # the version of the house rules is remembered from now on
    with django_assert_max_num_queries(9):
        as_erna.get("/account/")
