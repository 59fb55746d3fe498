"""What every page of this room keeps: forms from here only, no frames, one cookie."""

import re

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from draht.accounts.models import User
from draht.accounts.tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db

VISITOR_PAGES = [
    "/account/login/",
    "/account/signup/",
    "/account/password/reset/",
    "/account/password/reset/done/",
    "/account/password/reset/key/1-x/",
    "/account/password/reset/key/done/",
    "/account/confirm-email/",
    "/account/confirm-email/xyz/",
    "/account/inactive/",
    "/account/waiting/",
    "/account/link/xyz/",
    "/house-rules/",
]
MEMBER_PAGES = [
    "/account/",
    "/account/email/",
    "/account/password/change/",
    "/account/logout/",
    "/account/closure/",
    "/account/sessions/",
    "/account/reauthenticate/",
    "/account/2fa/",
    "/account/2fa/webauthn/",
    "/invitations/",
]
HOST_PAGES = ["/host/members/", "/host/house-rules/"]


def all_paths(patterns: list[URLPattern | URLResolver], prefix: str = "/") -> list[str]:
    """The addresses of this room and of allauth's pages, with something in the place of arguments."""
    found = []
    for pattern in patterns:
        path = prefix + re.sub(r"<[\w:]+>", "x", re.sub(r"<int:\w+>", "1", str(pattern.pattern)))
        if isinstance(pattern, URLResolver):
            found += all_paths(pattern.url_patterns, path)
        elif "^" not in path:
            found.append(path)
    return found


OURS = ("/account/", "/invitation", "/house-rules/", "/language/", "/host/members/", "/host/house-rules/")


def test_no_form_is_taken_from_elsewhere(erna: User, host: User) -> None:
    paths = [path for path in all_paths(get_resolver().url_patterns) if path.startswith(OURS)]
    assert len(paths) > 25
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(host)
    refused = {path: browser.post(path, {"language": "de"}).status_code for path in paths}
    # A page that takes no POST at all says so.
    assert {path: status for path, status in refused.items() if status not in (403, 405)} == {}


@pytest.mark.parametrize("path", VISITOR_PAGES + MEMBER_PAGES + HOST_PAGES)
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_page_opens_and_is_safe(path: str, language: str) -> None:
    browser = Client(headers={"accept-language": language})
    if path in MEMBER_PAGES + HOST_PAGES:
        browser.force_login(make_user(is_host=path in HOST_PAGES, language=language))
    answer = browser.get(path)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in page
    assert page.count("<h1") == 1
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert not re.search(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=", page), "nothing inline"
    assert set(browser.cookies) <= {"draht"}


def test_the_one_cookie_is_out_of_reach_for_scripts_and_other_sites(client: Client, erna: User) -> None:
    client.post("/account/login/", {"login": "erna@example.org", "password": PASSWORD})
    assert set(client.cookies) == {"draht"}
    cookie = client.cookies["draht"]
    assert cookie["httponly"] is True
    assert cookie["samesite"] == "Lax"


def test_the_cookie_is_for_https_only_behind_a_proxy() -> None:
    import os
    import subprocess
    import sys

    told = subprocess.run(
        [sys.executable, "-c", "from django.conf import settings as s; print(s.SESSION_COOKIE_SECURE)"],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "draht.config.settings", "DRAHT_BEHIND_PROXY": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "True"


def test_a_visitor_who_only_reads_gets_no_cookie(client: Client) -> None:
    client.get("/house-rules/")
    client.get("/account/waiting/")
    assert "draht" not in client.cookies or not client.cookies["draht"].value


def test_what_matters_asks_who_it_is(client: Client, erna: User) -> None:
    client.post("/account/login/", {"login": "erna@example.org", "password": PASSWORD})
    for path, typed in (
        ("/account/email/", {"action_add": "1", "email": "other@example.org"}),
        ("/account/closure/", {}),
        ("/account/2fa/webauthn/add/", {}),
        ("/account/2fa/totp/activate/", {}),
        ("/account/2fa/recovery-codes/generate/", {}),
    ):
        answer = client.post(path, typed)
        assert answer.headers["Location"].startswith("/account/reauthenticate/"), path
    assert User.objects.filter(closed=None, is_active=True).count() == 1
