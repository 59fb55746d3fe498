"""Passkeys, in a real browser with a virtual authenticator."""

from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from draht.accounts.models import User
from draht.accounts.tests.factories import PASSWORD, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="en")
    page = context.new_page()
    yield page
    context.close()


@pytest.fixture
def erna() -> User:
    return make_user("erna@example.org")


def sign_in(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/account/login/?next=/account/")
    page.get_by_label("E-mail address").fill("erna@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account")


def add_passkey(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/account/2fa/webauthn/add/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Add a passkey")
    page.get_by_role("textbox", name="Name").fill("Ernas Telefon")
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")


def plug_in(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})


def test_a_passkey_is_added_and_signs_in_alone(page: Page, live_server: LiveServer, erna: User) -> None:
    plug_in(page)
    sign_in(page, live_server)
    add_passkey(page, live_server)
    key = Authenticator.objects.get(type=Authenticator.Type.WEBAUTHN)
    assert key.user == erna
    assert key.wrap().name == "Ernas Telefon"
    page.context.clear_cookies()
    page.goto(f"{live_server.url}/account/login/?next=/account/2fa/webauthn/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Passkeys")
    expect(page.get_by_text("Ernas Telefon")).to_be_visible()
    assert page.url == f"{live_server.url}/account/2fa/webauthn/"


def test_a_passkey_is_the_second_step_after_a_password(page: Page, live_server: LiveServer, erna: User) -> None:
    plug_in(page)
    sign_in(page, live_server)
    add_passkey(page, live_server)
    page.context.clear_cookies()
    page.goto(f"{live_server.url}/account/login/?next=/account/")
    page.get_by_label("E-mail address").fill("erna@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("One more step")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account")


def test_a_passkey_proves_who_it_is_before_something_that_matters(
    page: Page, live_server: LiveServer, erna: User
) -> None:
    plug_in(page)
    sign_in(page, live_server)
    add_passkey(page, live_server)
    page.context.clear_cookies()
    page.goto(f"{live_server.url}/account/login/?next=/account/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account")
    page.goto(f"{live_server.url}/account/2fa/webauthn/reauthenticate/?next=/account/2fa/recovery-codes/generate/")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Make new recovery codes?")


def test_a_device_that_says_no_is_told_and_nothing_changes(page: Page, live_server: LiveServer, erna: User) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": {**DEVICE, "isUserVerified": False}})
    page.goto(f"{live_server.url}/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("That did not work.")).to_be_visible()


def test_without_script_the_page_says_that_a_passkey_needs_it(browser: Browser, live_server: LiveServer) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(f"{live_server.url}/account/login/")
    expect(page.get_by_text("A passkey needs JavaScript")).to_be_visible()
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()
    expect(page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
    context.close()
