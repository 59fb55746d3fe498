"""What a host does at the command line about members."""

from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client

from draht.accounts.models import User
from draht.conftest import Persona
from draht.members.models import Member


def said(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def path_in(text: str) -> str:
    link = text.strip().splitlines()[-1]
    assert link.startswith(settings.DRAHT_ADDRESS)
    return link.removeprefix(settings.DRAHT_ADDRESS)


@pytest.mark.parametrize("named_by", ["address", "handle", "id"])
def test_a_link_signs_somebody_in_once(ada: Persona, named_by: str) -> None:
    who = {"address": ada.user.email.upper(), "handle": ada.handle, "id": str(ada.id)}[named_by]
    path = path_in(said("signin_link", who))
    browser = Client()
    browser.post(path)
    assert browser.get("/").wsgi_request.user == ada.user
    other = Client()
    other.post(path)
    assert other.get("/").wsgi_request.user.is_anonymous


def test_nobody_is_named_by_a_guess(ada: Persona) -> None:
    for who in ("nobody", "nobody@example.org", "9" * 40, ""):
        with pytest.raises(CommandError, match="Nobody here is called"):
            said("signin_link", who)


def test_an_account_that_is_closed_has_no_link(ada: Persona) -> None:
    User.objects.filter(id=ada.user.id).update(is_active=False)
    with pytest.raises(CommandError, match="cannot be entered"):
        said("signin_link", ada.handle)


def test_the_first_host_comes_in_by_hand(db: None) -> None:
    path = path_in(said("add_member", "Mo.Rahimi@example.org", "Mo", "Rahimi", "--host"))
    mo = Member.objects.select_related("user").get()
    assert (mo.user.email, mo.user.is_host, str(mo)) == ("mo.rahimi@example.org", True, "Mo Rahimi")
    browser = Client()
    browser.post(path)
    assert browser.get("/host/jobs/").status_code == 200


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["no address", "Mo", "Rahimi"], "is no mail address"),
        (["ada.lindner@example.org", "Ada", "Lindner"], "has an account already"),
        (["mo@example.org", "12", "34"], "needs at least one letter"),
    ],
)
def test_who_cannot_come_in_leaves_nothing_behind(ada: Persona, words: list[str], reason: str) -> None:
    with pytest.raises(CommandError, match=reason):
        said("add_member", *words)
    assert User.objects.count() == 1


def test_a_member_becomes_a_host(ada: Persona) -> None:
    assert "Ada Lindner is a host now." in said("make_host", ada.handle)
    assert User.objects.get(id=ada.user.id).is_host
