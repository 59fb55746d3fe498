"""House rules: published, acknowledged, asked for again."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from draht.accounts import actions, rules
from draht.accounts.models import Acknowledgement, HouseRules, User
from draht.accounts.tests.factories import PASSWORD, make_user
from draht.common.refusal import Refused
from draht.conftest import Persona

pytestmark = pytest.mark.django_db


@pytest.fixture
def new_version(ada: Persona, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> HouseRules:
    """Ada had agreed to the first version; now there is a second."""
    with django_capture_on_commit_callbacks(execute=True):
        return actions.publish_house_rules(text_en="1. **Be kind.**", text_de="1. **Seien Sie freundlich.**")


def test_a_new_draht_has_ten_rules_in_both_languages(client: Client) -> None:
    for language, word in (("en", "Real names."), ("de", "Echte Namen.")):
        page = client.get("/house-rules/", headers={"accept-language": language}).content.decode()
        assert word in page
        assert page.count("<li><strong>") == 10


def test_writing_waits_until_the_new_version_is_agreed_to(new_version: HouseRules, ada: Persona) -> None:
    browser = ada.client()
    answer = browser.post("/invitations/links/", headers={"referer": "http://testserver/invitations/"})
    assert answer.status_code == 303
    ask = answer.headers["Location"]
    assert ask == "/house-rules/accept/?next=/invitations/"
    page = browser.get(ask).content.decode()
    assert "Be kind." in page
    answer = browser.post("/house-rules/accept/", {"version": "2", "next": "/invitations/"})
    assert answer.headers["Location"] == "/invitations/"
    assert Acknowledgement.objects.filter(user=ada.user, version=2).exists()
    assert browser.post("/invitations/links/").headers["Location"] == "/invitations/"


def test_the_first_page_asks_so_that_nothing_typed_is_lost_later(new_version: HouseRules, ada: Persona) -> None:
    browser, by_hand = ada.client(), {"sec-fetch-dest": "document"}
    ask = browser.get("/members/?q=a", headers=by_hand).headers["Location"]
    assert ask == "/house-rules/accept/?next=/members/%3Fq%3Da"
    assert 'href="/members/?q=a"' in browser.get(ask, headers=by_hand).content.decode(), (
        "one may go on without agreeing"
    )
    assert browser.get("/members/?q=a", headers=by_hand).status_code == 200, "and is asked once"


def test_a_part_of_a_page_leads_the_whole_page_to_the_rules(new_version: HouseRules, ada: Persona) -> None:
    answer = ada.client(htmx=True).post("/invitations/links/")
    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"].startswith("/house-rules/accept/")


def test_only_the_version_on_the_page_is_agreed_to(new_version: HouseRules, ada: Persona) -> None:
    browser = ada.client()
    assert browser.post("/house-rules/accept/", {"version": "1"}).status_code == 200
    assert rules.must_acknowledge(User.objects.get(pk=ada.user.pk).rules_version)


def test_who_does_not_agree_can_read_leave_and_sign_out(new_version: HouseRules, ada: Persona) -> None:
    browser = ada.client()
    for path in ("/", "/house-rules/", "/account/"):
        assert browser.get(path).status_code == 200
    assert browser.post("/language/", {"language": "de", "next": "/account/"}).headers["Location"] == "/account/"
    assert not browser.post("/account/closure/").headers["Location"].startswith("/house-rules/")
    assert browser.post("/account/logout/").headers["Location"] == "/"


def test_a_visitor_is_not_asked(new_version: HouseRules, client: Client) -> None:
    assert client.post("/account/login/", {"login": "x"}).status_code == 422


def test_a_sign_in_leads_to_the_new_rules_first(new_version: HouseRules, ada: Persona, client: Client) -> None:
    User.objects.filter(pk=ada.user.pk).update(rules_version=1)
    secret = actions.make_sign_in_link(user=ada.user)
    client.post(f"/account/link/{secret}/")
    assert client.post("/invitations/links/").headers["Location"].startswith("/house-rules/accept/")


def test_a_sign_in_by_password_shows_the_new_rules_at_once(new_version: HouseRules, client: Client) -> None:
    make_user("erna@example.org")
    User.objects.update(rules_version=1)
    answer = client.post(
        "/account/login/", {"login": "erna@example.org", "password": PASSWORD, "next": "/invitations/"}
    )
    assert answer.headers["Location"] == "/house-rules/accept/?next=%2Finvitations%2F"


@pytest.mark.parametrize("evil", ["https://evil.example/", "//evil.example"])
def test_agreeing_leads_only_to_pages_of_this_host(new_version: HouseRules, ada: Persona, evil: str) -> None:
    answer = ada.client().post("/house-rules/accept/", {"version": "2", "next": evil})
    assert answer.headers["Location"] == "/"


def test_the_host_publishes_and_agrees(mo: Persona) -> None:
    browser = mo.client()
    form = browser.get("/host/house-rules/").content.decode()
    assert "Real names." in form
    assert browser.post("/host/house-rules/", {"text_en": "Be kind.", "text_de": ""}).status_code == 422
    answer = browser.post("/host/house-rules/", {"text_en": "Be kind.", "text_de": "Seien Sie freundlich."})
    assert answer.headers["Location"] == "/house-rules/"
    assert HouseRules.objects.newest_version() == 2
    assert User.objects.get(pk=mo.user.pk).rules_version == 2
    assert HouseRules.objects.get(version=1).text_en.startswith("1. **Real names.**"), "the old version stays"


def test_only_the_host_publishes(ada: Persona) -> None:
    answer = ada.client().post("/host/house-rules/", {"text_en": "Be kind.", "text_de": "Seien Sie freundlich."})
    assert answer.status_code == 403
    assert HouseRules.objects.newest_version() == 1


def test_both_languages_are_needed() -> None:
    with pytest.raises(Refused):
        actions.publish_house_rules(text_en="Be kind.", text_de=" ")


def test_reading_costs_no_query_for_the_rules(ada: Persona, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    browser = ada.client()
    browser.get("/account/waiting/")
    # The session and the viewer; the version is remembered.
    with django_assert_num_queries(2):
        browser.get("/account/waiting/")


def test_the_host_publishes_by_a_command(tmp_path: Path) -> None:
    english, german = tmp_path / "en.md", tmp_path / "de.md"
    english.write_text("Be kind.")
    german.write_text("Seien Sie freundlich.")
    call_command("house_rules", "publish", str(english), str(german), stdout=StringIO())
    assert HouseRules.objects.get(version=2).text_de == "Seien Sie freundlich."
    with pytest.raises(CommandError):
        call_command("house_rules", "publish", str(english), str(tmp_path / "missing.md"))
    assert HouseRules.objects.newest_version() == 2
