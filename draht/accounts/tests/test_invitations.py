"""Invitations: single, personal, never repeated by themselves."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from draht.accounts import actions, tasks
from draht.accounts.models import Invitation, InvitedAddress, User
from draht.accounts.rules import BUDGET, INVITATION_LASTS
from draht.accounts.tests.factories import last_mail, link_in, make_user, sent
from draht.accounts.tokens import invitation_token
from draht.common import clock
from draht.common.refusal import Refused

pytestmark = pytest.mark.django_db

WORDS = "Wir haben uns auf der wire gesehen.\nKommen Sie dazu!"


def invite(by: User, email: str = "tilda@example.org") -> Invitation:
    return actions.invite_by_mail(by=by, by_name="Erna Kessler", email=email, words=WORDS, language="de")


def test_a_member_writes_one_mail_with_own_words(as_erna: Client) -> None:
    answer = as_erna.post("/invitations/", {"email": "Tilda@example.org", "words": WORDS, "language": "en"})
    assert answer.status_code == 303
    to, subject, text = last_mail()
    assert to == "tilda@example.org"
    assert subject == "Erna Kessler invites you to Draht"
    assert WORDS in text
    assert "/never/" in text
    assert "tilda@example.org" in as_erna.get("/invitations/").content.decode()


def test_words_are_plain_text(as_erna: Client) -> None:
    as_erna.post("/invitations/", {"email": "tilda@example.org", "words": "<b>Hallo & mehr</b>", "language": "en"})
    text = last_mail()[2]
    assert "<b>Hallo & mehr</b>" in text
    assert "&lt;b&gt;Hallo" in Client().get(link_in(text)).content.decode()


@pytest.mark.parametrize("typed", [{"email": "x"}, {"words": ""}, {"words": "x" * 501}, {"language": "xx"}])
def test_what_is_wrong_is_said_and_nothing_is_lost(as_erna: Client, typed: dict[str, str]) -> None:
    whole = {"email": "tilda@example.org", "words": WORDS, "language": "en"} | typed
    answer = as_erna.post("/invitations/", whole)
    assert answer.status_code == 422
    assert whole["email"] in answer.content.decode()
    assert not sent()


def test_an_address_is_written_to_once_for_ever_by_anybody(erna: User, host: User) -> None:
    with clock.at(timezone.now() - timedelta(days=400)):
        invite(erna)
    for somebody in (erna, host):
        with pytest.raises(Refused) as refused:
            invite(somebody, "TILDA@example.org")
        assert refused.value.field == "email"
    assert len(sent()) == 1


def test_it_does_not_tell_whether_an_address_has_an_account(as_erna: Client, erna: User, host: User) -> None:
    invite(erna, "tilda@example.org")
    answers = [
        as_erna.post("/invitations/", {"email": email, "words": WORDS, "language": "en"}).content.decode()
        for email in ("tilda@example.org", host.email)
    ]
    assert all("We do not write to this address" in answer for answer in answers)


def test_the_invited_can_ask_never_to_be_written_to_again(client: Client, erna: User, host: User) -> None:
    invite(erna)
    path = next(line for line in last_mail()[2].split() if line.endswith("/never/")).removeprefix(
        "http://localhost:8000"
    )
    assert client.get(path).status_code == 200
    assert not InvitedAddress.objects.filter(never__isnull=False), "opening the page does nothing"
    assert "Promised" in client.post(path).content.decode()
    assert InvitedAddress.objects.get().never
    assert "tilda" not in str(list(InvitedAddress.objects.values()) + list(Invitation.objects.values()))
    with pytest.raises(Refused):
        invite(host)


def test_an_expired_invitation_can_be_asked_for_again_and_written_once_more(
    client: Client, as_erna: Client, erna: User
) -> None:
    with clock.at(timezone.now() - INVITATION_LASTS - timedelta(hours=1)):
        old = invite(erna)
    path = f"/invitation/{invitation_token(old.pk)}/"
    assert "has expired" in client.get(path).content.decode()
    assert client.post(f"{path}another/").status_code == 200
    assert "asks for another" in as_erna.get("/invitations/").content.decode()
    invite(erna)
    with pytest.raises(Refused):
        invite(erna)


def test_an_open_invitation_cannot_be_asked_for_again(client: Client, erna: User) -> None:
    invitation = invite(erna)
    assert client.post(f"/invitation/{invitation_token(invitation.pk)}/another/").status_code == 403


def test_a_personal_link_is_shown_to_its_maker_and_can_be_withdrawn(
    as_erna: Client, erna: User, client: Client
) -> None:
    as_erna.post("/invitations/links/")
    invitation = Invitation.objects.get()
    path = f"/invitation/{invitation_token(invitation.pk)}/"
    assert path in as_erna.get("/invitations/").content.decode()
    stranger = Client()
    stranger.force_login(make_user("cem@example.org"))
    assert path not in stranger.get("/invitations/").content.decode()
    assert stranger.post(f"/invitations/{invitation.pk}/withdrawal/").status_code == 404
    as_erna.post(f"/invitations/{invitation.pk}/withdrawal/")
    assert "does not work any more" in client.get(path).content.decode()


def test_the_link_of_a_mail_is_only_in_the_mail(as_erna: Client, erna: User) -> None:
    invitation = invite(erna)
    assert invitation_token(invitation.pk) not in as_erna.get("/invitations/").content.decode()


def test_nobody_collects_people_by_invitations(as_erna: Client, erna: User) -> None:
    for number in range(BUDGET.mails_a_week):
        invite(erna, f"nr{number}@example.org")
    with pytest.raises(Refused):
        invite(erna, "one.more@example.org")
    for _number in range(BUDGET.open - BUDGET.mails_a_week):
        actions.invite_by_link(by=erna, by_name="Erna Kessler")
    with pytest.raises(Refused):
        actions.invite_by_link(by=erna, by_name="Erna Kessler")
    as_erna.post("/invitations/links/")
    assert Invitation.objects.count() == BUDGET.open
    # Next week there are mails again, next month links.
    with clock.at(timezone.now() + INVITATION_LASTS + timedelta(hours=1)):
        invite(erna, "one.more@example.org")


def test_addresses_of_the_invited_are_not_kept(erna: User) -> None:
    with clock.at(timezone.now() - 2 * INVITATION_LASTS - timedelta(hours=1)):
        invite(erna, "long.ago@example.org")
    invite(erna, "new@example.org")
    tasks.prune.call()
    assert sorted(Invitation.objects.values_list("email", flat=True)) == ["", "new@example.org"]
    with pytest.raises(Refused):
        invite(erna, "long.ago@example.org")


def test_a_mail_stays_a_mail_in_the_list_when_its_address_is_gone(as_erna: Client, erna: User) -> None:
    with clock.at(timezone.now() - 2 * INVITATION_LASTS):
        invite(erna, "long.ago@example.org")
    tasks.prune.call()
    page = as_erna.get("/invitations/").content.decode()
    assert "Invitation by mail" in page
    assert "Personal link" not in page


def test_the_list_is_paged_by_what_is_older(as_erna: Client, erna: User) -> None:
    now = timezone.now()
    for day in range(31):
        with clock.at(now - timedelta(days=31 * (31 - day))):
            actions.invite_by_link(by=erna, by_name="Erna Kessler")
    first = as_erna.get("/invitations/").content.decode()
    assert first.count('class="list-row-title"') == 30
    older = first.split("?before=")[1].split('"')[0]
    assert as_erna.get(f"/invitations/?before={older}").content.decode().count('class="list-row-title"') == 1
