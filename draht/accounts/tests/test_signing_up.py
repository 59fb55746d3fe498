"""Coming in: open, by approval, by invitation."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from draht.accounts import actions, tasks
from draht.accounts.models import Acknowledgement, SignUp, User
from draht.accounts.rules import UNCONFIRMED_LASTS
from draht.accounts.tests.factories import PASSWORD, last_mail, link_in, make_user, sent, sign_up
from draht.accounts.tokens import invitation_token
from draht.common import clock
from draht.outbox.models import RecordedEvent

pytestmark = pytest.mark.django_db


def confirm(client: Client) -> str:
    """Open the newest link and press its button; the page where that leads."""
    _to, _subject, text = last_mail()
    path = link_in(text)
    assert client.get(path).status_code == 200
    answer = client.post(path)
    assert answer.status_code == 302
    return answer.headers["Location"]


def is_member(user: User) -> bool:
    return hasattr(User.objects.get(pk=user.pk), "member")


def events(name: str) -> list[dict[str, object]]:
    return list(RecordedEvent.objects.filter(name=f"accounts.{name}").values_list("facts", flat=True))


def test_it_lets_one_in_who_confirms_the_address(client: Client) -> None:
    sign_up(client)
    user = User.objects.get()
    assert not is_member(user), "nobody is seen here before the address is confirmed"
    assert confirm(client) == "/"
    assert is_member(user)
    assert b"Erna Kessler" in client.get("/account/").content
    assert events("AccountOpened") == [{"user_id": user.pk}]


def test_it_writes_down_who_agreed_to_which_house_rules(client: Client) -> None:
    sign_up(client)
    user = User.objects.get()
    assert Acknowledgement.objects.filter(user=user, version=1).exists()
    assert user.rules_version == 1


def test_it_writes_in_the_language_of_the_page(client: Client) -> None:
    client.get("/account/signup/", headers={"accept-language": "de"})
    client.post("/language/", {"language": "de"})
    sign_up(client)
    assert User.objects.get().language == "de"
    assert last_mail()[1] == "Ihr Weg zu Draht"


def test_it_lets_nobody_in_before_the_address_is_confirmed(client: Client) -> None:
    sign_up(client)
    answer = Client().post("/account/login/", {"login": "erna@example.org", "password": PASSWORD})
    assert answer.headers["Location"] == "/account/confirm-email/"
    assert not SignUp.objects.get().confirmed


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("first_name", "", "required"),
        ("first_name", "C\u0435m", "mixes alphabets"),
        ("last_name", "<b>", "cannot contain"),
        ("last_name", "Kessler2", "cannot contain"),
        ("last_name", "https://example.org", "cannot contain"),
        ("last_name", "example.org", "web address"),
        ("last_name", "\u0421\u043e\u0440", "looks like another word"),
        ("house_rules", "", "without the house rules"),
        ("password1", "kurz", "too short"),
        ("password1", "password1234", "too common"),
        ("email", "nobody", "valid email"),
    ],
)
def test_it_says_at_the_field_what_is_wrong_and_loses_nothing(
    client: Client, field: str, value: str, sentence: str
) -> None:
    typed = {"first_name": "Erna", "last_name": "Kessler", "email": "erna@example.org", "password1": PASSWORD}
    typed |= {"house_rules": "on", field: value}
    answer = client.post("/account/signup/", {name: text for name, text in typed.items() if text})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert re.search(f'id="id_{field}_error".*{sentence}', page)
    assert 'value="Kessler"' in page or field == "last_name"


def test_an_address_with_an_account_gets_the_same_answer_and_another_mail(client: Client) -> None:
    make_user("erna@example.org")
    other = Client()
    sign_up(client, "erna@example.org")
    sign_up(other, "frieda@example.org")
    pages = [browser.get("/account/confirm-email/").content for browser in (client, other)]
    assert pages[0].replace(b"erna@", b"frieda@") == pages[1]
    subjects = {letter.to[0]: letter.subject for letter in sent()}
    assert subjects["erna@example.org"] == "You have an account already"
    assert subjects["frieda@example.org"] == "Your way into Draht"
    assert User.objects.filter(email="erna@example.org").count() == 1


def test_an_address_with_an_account_costs_a_hash_too(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make_user("erna@example.org")
    hashed: list[str] = []
    monkeypatch.setattr("draht.accounts.forms.make_password", hashed.append)
    sign_up(client, "erna@example.org")
    assert hashed == [PASSWORD]


def test_a_sign_up_that_is_never_confirmed_is_forgotten(client: Client) -> None:
    long_ago = timezone.now() - UNCONFIRMED_LASTS
    with clock.at(long_ago - timedelta(minutes=1)):
        sign_up(client, "late@example.org")
    sign_up(Client(), "soon@example.org")
    tasks.prune.call()
    assert list(User.objects.values_list("email", flat=True)) == ["soon@example.org"]


# --- by approval ------------------------------------------------------------------------------------------------------


@pytest.fixture
def by_approval(settings: Settings) -> None:
    settings.DRAHT_SIGN_UP = "approval"


@pytest.fixture
def waiting(client: Client, host: User, by_approval: None) -> User:
    """Erna has confirmed her address and waits."""
    sign_up(client, words="Ziehmeisterin bei Kupferwerk Siegen.")
    assert confirm(client) == "/account/waiting/"
    return User.objects.get(email="erna@example.org")


def test_the_host_is_told_and_nobody_is_in_yet(waiting: User, client: Client) -> None:
    to, subject, text = last_mail()
    assert (to, subject) == ("mo@example.org", "Erna Kessler would like to come in")
    assert "Ziehmeisterin" in text
    assert not is_member(waiting)
    answer = client.post("/account/login/", {"login": "erna@example.org", "password": PASSWORD})
    assert answer.headers["Location"] == "/account/waiting/"
    assert client.get("/account/").status_code == 302


def test_the_host_lets_in(waiting: User, as_host: Client) -> None:
    assert b"Ziehmeisterin" in as_host.get("/host/members/").content
    assert as_host.post(f"/host/members/{waiting.pk}/approval/").status_code == 303
    assert is_member(waiting)
    assert last_mail()[:2] == ("erna@example.org", "You are in")
    browser = Client()
    answer = browser.post("/account/login/", {"login": "erna@example.org", "password": PASSWORD})
    assert answer.headers["Location"] == "/"
    assert as_host.post(f"/host/members/{waiting.pk}/approval/").status_code == 403, "decided once"


def test_the_host_declines_with_a_reason_and_everything_is_deleted(waiting: User, as_host: Client) -> None:
    assert as_host.get(f"/host/members/{waiting.pk}/refusal/").status_code == 200
    as_host.post(f"/host/members/{waiting.pk}/refusal/", {"words": "Nur für die Drahtbranche."})
    to, subject, text = last_mail()
    assert (to, subject) == ("erna@example.org", "Your wish to join Draht")
    assert "Nur für die Drahtbranche." in text
    assert not User.objects.filter(pk=waiting.pk).exists()


def test_the_desk_is_for_the_host_only(waiting: User, client: Client) -> None:
    stranger = Client()
    stranger.force_login(make_user("cem@example.org"))
    for browser, status, after_post in ((stranger, 403, 403), (Client(), 302, 303)):
        assert browser.get("/host/members/").status_code == status
        assert browser.post(f"/host/members/{waiting.pk}/approval/").status_code == after_post
    assert SignUp.objects.filter(user=waiting).exists()


def test_an_unconfirmed_address_does_not_reach_the_host(client: Client, as_host: Client, by_approval: None) -> None:
    sign_up(client)
    assert b"Erna" not in as_host.get("/host/members/").content


def test_whom_a_host_invited_need_not_wait(client: Client, host: User, by_approval: None) -> None:
    invitation = actions.invite_by_link(by=host, by_name="Mo Rahimi")
    client.post(f"/invitation/{invitation_token(invitation.pk)}/")
    sign_up(client)
    assert confirm(client) == "/"
    assert is_member(User.objects.get(email="erna@example.org"))


# --- by invitation ----------------------------------------------------------------------------------------------------


@pytest.fixture
def by_invitation(settings: Settings) -> None:
    settings.DRAHT_SIGN_UP = "invitation"


def test_without_an_invitation_the_door_is_closed(client: Client, by_invitation: None) -> None:
    assert b"One comes in by invitation" in client.get("/account/signup/").content
    client.post("/account/signup/", {"first_name": "Erna", "email": "erna@example.org"})
    assert not User.objects.exists()
    assert client.get("/invitation/1:forged/").status_code == 404


def test_an_invitation_lets_one_person_in(client: Client, host: User, by_invitation: None) -> None:
    invitation = actions.invite_by_link(by=host, by_name="Mo Rahimi")
    path = f"/invitation/{invitation_token(invitation.pk)}/"
    assert b"Mo Rahimi invites you" in client.get(path).content
    assert client.post(path).headers["Location"] == "/account/signup/"
    sign_up(client)
    assert confirm(client) == "/"
    newcomer = User.objects.get(email="erna@example.org")
    assert is_member(newcomer)
    assert events("InvitationAccepted") == [
        {"invitation_id": invitation.pk, "by_user_id": host.pk, "user_id": newcomer.pk}
    ]
    second = Client()
    assert b"does not work any more" in second.get(path).content
    second.post(path)
    assert b"One comes in by invitation" in second.get("/account/signup/").content


def test_an_invitation_by_mail_confirms_the_address(client: Client, host: User, by_invitation: None) -> None:
    actions.invite_by_mail(by=host, by_name="Mo Rahimi", email="erna@example.org", words="Kommen Sie!", language="de")
    client.post(link_in(last_mail()[2]))
    assert b'value="erna@example.org"' in client.get("/account/signup/").content
    sign_up(client)
    assert is_member(User.objects.get(email="erna@example.org"))
    assert client.get("/account/").status_code == 200


def test_an_invitation_by_mail_confirms_no_other_address(client: Client, host: User, by_invitation: None) -> None:
    actions.invite_by_mail(by=host, by_name="Mo Rahimi", email="erna@example.org", words="Kommen Sie!", language="de")
    client.post(link_in(last_mail()[2]))
    sign_up(client, "somebody@example.org")
    assert not is_member(User.objects.get(email="somebody@example.org"))
    assert confirm(client) == "/"
