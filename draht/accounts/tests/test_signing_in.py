"""Sign-in, sign-out, reset, links, devices."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user
from django.http import HttpRequest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from draht.accounts import actions
from draht.accounts.models import SignInLink, User
from draht.accounts.tests.factories import PASSWORD, last_mail, link_in, make_user, sent
from draht.common import clock
from draht.common.refusal import Refused

pytestmark = pytest.mark.django_db

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1"


def sign_in(client: Client, email: str = "erna@example.org", password: str = PASSWORD, **more: str) -> str:
    """Where the sign-in form leads; "" if it comes back."""
    answer = client.post("/account/login/", {"login": email, "password": password, **more})
    return answer.headers.get("Location", "")


def is_in(client: Client) -> bool:
    request = HttpRequest()
    request.session = client.session
    return get_user(request).is_authenticated


# --- password ---------------------------------------------------------------------------------------------------------


def test_it_signs_in_by_address_in_any_case(client: Client, erna: User) -> None:
    assert sign_in(client, "Erna@Example.org") == "/"
    assert is_in(client)


def test_a_new_session_begins_with_a_sign_in(client: Client, erna: User) -> None:
    client.post("/language/", {"language": "de"})
    before = client.cookies["draht"].value
    sign_in(client)
    after = client.cookies["draht"].value
    assert before != after
    thief = Client()
    thief.cookies["draht"] = before
    assert not is_in(thief)


def test_a_wrong_password_and_an_unknown_address_look_alike(erna: User) -> None:
    answers = [
        Client().post("/account/login/", {"login": address, "password": "falsch geraten"})
        for address in ("erna@example.org", "nora@example.org")
    ]
    assert [answer.status_code for answer in answers] == [422, 422]
    pages = [answer.content.decode() for answer in answers]
    assert "The address or the password is not right." in pages[0]
    assert without_tokens(pages[0]).replace("erna@", "nora@") == without_tokens(pages[1])


def without_tokens(page: str) -> str:
    return re.sub(r'value="\w{64}"', "", page)


def test_an_unknown_address_costs_a_hash_too(client: Client, erna: User, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[str] = []
    monkeypatch.setattr(User, "set_password", lambda _user, password: hashed.append(password))
    sign_in(client, "nora@example.org", "falsch geraten")
    assert hashed == ["falsch geraten"]


def test_guessing_is_stopped_for_the_address_whoever_asks(client: Client, erna: User) -> None:
    for _attempt in range(5):
        assert sign_in(client, password="falsch geraten") == ""
    answer = client.post("/account/login/", {"login": "erna@example.org", "password": PASSWORD})
    assert "Too many attempts" in answer.content.decode()
    assert not is_in(client)


def test_too_many_requests_get_an_honest_page(client: Client, erna: User) -> None:
    statuses = [client.post("/account/login/", {"login": "", "password": ""}).status_code for _ in range(31)]
    assert statuses[:30] == [422] * 30
    assert statuses[30] == 429
    page = client.post("/account/login/", {"login": "", "password": ""}).content.decode()
    assert "That was too often" in page


def test_a_closed_account_is_not_entered(client: Client, erna: User) -> None:
    User.objects.update(is_active=False)
    assert sign_in(client) == "/account/inactive/"
    assert not is_in(client)


@pytest.mark.parametrize("evil", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_it_leads_only_to_pages_of_this_host(client: Client, erna: User, evil: str) -> None:
    assert sign_in(client, next=evil) == "/"
    assert client.post("/account/logout/", {"next": evil}).headers["Location"] == "/"
    assert client.post("/language/", {"language": "de", "next": evil}).headers["Location"] == "/"


def test_it_leads_back_to_where_one_wanted_to_go(client: Client, erna: User) -> None:
    wanted = client.get("/invitations/").headers["Location"]
    assert wanted == "/account/login/?next=/invitations/"
    assert sign_in(client, next="/invitations/") == "/invitations/"


# --- forgotten password -----------------------------------------------------------------------------------------------


def test_a_reset_answers_the_same_whether_the_address_is_known_or_not(erna: User) -> None:
    seen = []
    for address in ("erna@example.org", "nora@example.org"):
        browser = Client()
        answer = browser.post("/account/password/reset/", {"email": address})
        seen.append((answer.status_code, answer.headers["Location"], browser.get(answer.headers["Location"]).content))
    assert seen[0] == seen[1]
    assert {letter.to[0]: letter.subject for letter in sent()} == {
        "erna@example.org": "A new password for Draht",
        "nora@example.org": "There is no account with this address",
    }


def test_a_reset_sets_the_password_once_and_signs_out_everywhere(client: Client, erna: User, as_erna: Client) -> None:
    client.post("/account/password/reset/", {"email": "erna@example.org"})
    path = link_in(last_mail()[2])
    form = client.get(path).headers["Location"]
    new = {"password1": "ein ganz neues wort", "password2": "ein ganz neues wort"}
    assert client.post(form, new).status_code == 302
    assert not is_in(as_erna)
    assert sign_in(client, password="ein ganz neues wort") == "/"
    assert last_mail()[1] == "Your password was changed"
    assert "does not work any more" in Client().get(path, follow=True).content.decode()


def _made_alone(email: str) -> None:
    User.objects.create_user(email)


def _brought_in(email: str) -> None:
    user = User(email=email)
    user.set_unusable_password()
    User.objects.bring_in([user])


@pytest.mark.parametrize("make", [_made_alone, _brought_in])
def test_whose_account_somebody_else_made_gets_a_password_by_mail(client: Client, make: Callable[[str], None]) -> None:
    make("nora@example.org")
    client.post("/account/password/reset/", {"email": "nora@example.org"})
    form = client.get(link_in(last_mail()[2])).headers["Location"]
    new = {"password1": "ein ganz neues wort", "password2": "ein ganz neues wort"}
    assert client.post(form, new).status_code == 302
    browser = Client()
    sign_in(browser, "nora@example.org", "ein ganz neues wort")
    assert is_in(browser)


# --- one-time links ---------------------------------------------------------------------------------------------------


def test_a_sign_in_link_works_once_and_only_when_the_button_is_pressed(client: Client, erna: User) -> None:
    secret = actions.make_sign_in_link(user=erna)
    path = f"/account/link/{secret}/"
    assert not SignInLink.objects.filter(digest__contains=secret).exists(), "the table cannot sign anybody in"
    for _scanner in range(2):
        assert client.get(path).status_code == 200
    assert not is_in(client)
    assert client.post(path).headers["Location"] == "/"
    assert is_in(client)
    other = Client()
    assert other.post(path).status_code == 403
    assert not is_in(other)


def test_a_sign_in_link_expires(client: Client, erna: User) -> None:
    with clock.at(timezone.now() - timedelta(minutes=16)):
        secret = actions.make_sign_in_link(user=erna)
    assert client.post(f"/account/link/{secret}/").status_code == 403
    assert not is_in(client)


def test_there_is_no_link_into_a_closed_account(erna: User) -> None:
    erna.is_active = False
    with pytest.raises(Refused):
        actions.make_sign_in_link(user=erna)


# --- second factor ----------------------------------------------------------------------------------------------------


def now_code(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def test_an_app_is_asked_for_a_code_and_a_recovery_code_replaces_it_once(client: Client, erna: User) -> None:
    secret = generate_totp_secret()
    TOTP.activate(erna, secret)
    code = RecoveryCodes.activate(erna).get_unused_codes()[0]
    assert sign_in(client) == "/account/2fa/authenticate/"
    assert not is_in(client)
    assert client.post("/account/2fa/authenticate/", {"code": "000000"}).status_code == 422
    assert client.post("/account/2fa/authenticate/", {"code": now_code(secret)}).headers["Location"] == "/"
    assert is_in(client)
    for browser, enters in ((Client(), True), (Client(), False)):
        sign_in(browser)
        browser.post("/account/2fa/authenticate/", {"code": code})
        assert is_in(browser) is enters


def test_an_app_is_set_up_with_proof_and_told_by_mail(
    client: Client, erna: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    sign_in(client)
    assert client.get("/account/2fa/totp/activate/").headers["Location"].startswith("/account/reauthenticate/")
    client.post("/account/reauthenticate/", {"password": PASSWORD, "next": "/account/2fa/totp/activate/"})
    assert client.get("/account/2fa/totp/activate/").status_code == 200
    secret = client.session["mfa.totp.secret"]
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/account/2fa/totp/activate/", {"code": now_code(secret)})
    assert answer.headers["Location"] == "/account/2fa/recovery-codes/"
    assert client.get("/account/2fa/recovery-codes/").content.decode().count("<li><code>") == 10
    assert client.get("/account/2fa/recovery-codes/download/").content.decode().count("\n") >= 10
    assert "An authenticator app was set up" in [letter.subject for letter in sent()]
    for path in (
        "/account/2fa/",
        "/account/",
        "/account/2fa/recovery-codes/generate/",
        "/account/2fa/totp/deactivate/",
    ):
        assert client.get(path).status_code == 200, path
    client.post("/account/2fa/totp/deactivate/")
    assert not Authenticator.objects.filter(type=Authenticator.Type.TOTP).exists()


# --- devices ----------------------------------------------------------------------------------------------------------


def test_the_list_of_devices_names_them_and_signs_out_one_or_all_others(erna: User) -> None:
    here, phone, third = Client(), Client(), Client()
    for browser, agent in ((here, FIREFOX), (phone, SAFARI), (third, "")):
        browser.defaults["HTTP_USER_AGENT"] = agent
        sign_in(browser)
    page = here.get("/account/sessions/").content.decode()
    assert "Firefox on Linux" in page
    assert "Safari on iPhone" in page
    assert "an unknown device" in page
    phone_id = UserSession.objects.get(user_agent=SAFARI).pk
    here.post(f"/account/device/{phone_id}/")
    assert [is_in(browser) for browser in (here, phone, third)] == [True, False, True]
    here.post("/account/sessions/")
    assert [is_in(browser) for browser in (here, phone, third)] == [True, False, False]


def test_nobody_signs_out_the_device_of_somebody_else(client: Client, erna: User) -> None:
    sign_in(client)
    stranger = Client()
    stranger.force_login(make_user("cem@example.org"))
    assert stranger.post(f"/account/device/{UserSession.objects.get(user=erna).pk}/").status_code == 404
    assert is_in(client)


def test_a_changed_password_signs_out_all_other_devices_and_is_told_by_mail(client: Client, erna: User) -> None:
    sign_in(client)
    other = Client()
    sign_in(other)
    new = {"oldpassword": PASSWORD, "password1": "ein ganz neues wort", "password2": "ein ganz neues wort"}
    assert client.post("/account/password/change/", new).headers["Location"] == "/account/"
    assert is_in(client)
    assert not is_in(other)
    assert last_mail()[1] == "Your password was changed"


def test_notices_are_written_in_the_language_of_the_reader(client: Client) -> None:
    make_user("erna@example.org", language="de")
    client.defaults["HTTP_USER_AGENT"] = FIREFOX
    sign_in(client)
    new = {"oldpassword": PASSWORD, "password1": "ein ganz neues wort", "password2": "ein ganz neues wort"}
    client.post("/account/password/change/", new)
    _to, subject, text = last_mail()
    assert subject == "Ihr Passwort wurde geändert"
    assert "Das geschah mit Firefox auf Linux." in text
