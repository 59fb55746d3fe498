"""The link in each mail about notices that ends them: by a button for whoever has it, and by mail programs."""

import re
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
import time_machine
from django.core import mail
from django.core.signing import TimestampSigner
from django.test import Client
from django.utils import timezone

from draht.accounts.tokens import invitation_token
from draht.common.ids import new_id
from draht.conftest import Persona
from draht.notifications.actions import choose_kinds, give_notice, turn_off_mail
from draht.notifications.mailing import mail_notices
from draht.notifications.models import Kind, Notice, NoticeChoice
from draht.notifications.queries import choices_of
from draht.notifications.tokens import no_mail_token
from draht.outbox.worker import run_until_idle

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def ask(asked: Persona, by: Persona) -> None:
    act = new_id()
    give_notice(id=act, recipient=asked.id, kinds={Kind.REQUEST: act}, actor=by.id, object_id=act)


def path_for(persona: Persona) -> str:
    return f"/notices/no-mail/{no_mail_token(persona.id)}/"


def is_mailed(persona: Persona) -> bool:
    return any(line.mailed for line in choices_of(persona.id))


@pytest.fixture
def provider() -> Client:
    """A mail provider: it has no cookies, and CSRF is checked as it is outside tests."""
    return Client(enforce_csrf_checks=True)


def test_a_mail_about_notices_says_how_it_ends(ada: Persona, ben: Persona, provider: Client) -> None:
    ask(ada, ben)
    mail_notices()
    run_until_idle()
    (message,) = mail.outbox
    # As the mail server gets it: encoded, no provider would recognize it. It is folded, as long as it is.
    sent = message_from_bytes(message.message().as_bytes(), policy=policy.default)
    found = re.fullmatch(r"<http://localhost:8000(/notices/no-mail/[^>\s]+/)>", sent["List-Unsubscribe"].strip())
    assert found
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert f"No more mail about notices:\nhttp://localhost:8000{found[1]}\n" in str(message.body)
    assert provider.post(found[1], ONE_CLICK).status_code == 200
    assert not is_mailed(ada)


def test_other_mail_does_not(client: Client, ada: Persona) -> None:
    client.post("/account/password/reset/", {"email": ada.user.email})
    run_until_idle()
    assert len(mail.outbox) == 1
    assert "List-Unsubscribe" not in mail.outbox[0].message()


@pytest.mark.parametrize("form", [ONE_CLICK, {}])
def test_one_click_ends_it_without_cookies(ada: Persona, ben: Persona, provider: Client, form: dict[str, str]) -> None:
    answer = provider.post(path_for(ada), form)
    assert answer.status_code == 200
    assert not answer.cookies
    assert "Mail about notices is turned off" in answer.content.decode()
    assert "/notices/choices/" in answer.content.decode()
    ask(ada, ben)
    assert not Notice.objects.get(recipient=ada.id).waits_for_mail
    assert is_mailed(ben)


def test_the_bell_keeps_what_was_chosen_for_it(ada: Persona, provider: Client) -> None:
    choose_kinds(member=ada.id, wanted=[Kind.REQUEST], mailed=[Kind.LIKE])
    provider.post(path_for(ada), ONE_CLICK)
    assert [line.kind for line in choices_of(ada.id) if line.wanted] == [Kind.REQUEST]
    assert not is_mailed(ada)


def test_what_waits_already_is_not_mailed_either_and_stays_at_the_bell(ada: Persona, ben: Persona) -> None:
    ask(ada, ben)
    turn_off_mail(member=ada.id)
    mail_notices()
    run_until_idle()
    assert mail.outbox == []
    assert not Notice.objects.get(recipient=ada.id).read


def test_a_kind_that_comes_later_is_not_mailed_either(ada: Persona, ben: Persona, provider: Client) -> None:
    provider.post(path_for(ada), ONE_CLICK)
    NoticeChoice.objects.filter(member=ada.id, kind=Kind.REQUEST).delete()
    ask(ada, ben)
    assert not Notice.objects.get(recipient=ada.id).waits_for_mail
    assert not is_mailed(ada)


def test_it_is_undone_where_one_chooses(ada: Persona, ben: Persona, provider: Client) -> None:
    provider.post(path_for(ada), ONE_CLICK)
    ada.client().post("/notices/choices/", {"kinds": ["request"], "mailed": ["request"]})
    ask(ada, ben)
    assert Notice.objects.get(recipient=ada.id).waits_for_mail


@pytest.mark.parametrize("method", ["get", "head"])
def test_opening_the_link_changes_nothing(ada: Persona, provider: Client, method: str) -> None:
    answer = getattr(provider, method)(path_for(ada))
    assert answer.status_code == 200
    assert not NoticeChoice.objects.exists()
    assert is_mailed(ada)


def test_the_page_says_what_its_button_does_and_not_whose_mail_it_is(ada: Persona, provider: Client) -> None:
    answer = provider.get(path_for(ada))
    page = answer.content.decode()
    assert "Then no notice comes by mail any more" in page
    assert "Turn off mail about notices" in page
    assert "Ada" not in page
    assert ada.user.email not in page
    assert not answer.cookies


def test_whoever_is_signed_in_as_somebody_else_ends_only_what_the_link_names(ada: Persona, ben: Persona) -> None:
    assert ben.client().post(path_for(ada)).status_code == 200
    assert is_mailed(ben)
    assert not is_mailed(ada)


def test_a_link_cannot_be_forged(ada: Persona, ben: Persona, provider: Client) -> None:
    signed = no_mail_token(ben.id).partition(":")[2]
    forged = [f"{ada.id}:{signed}", str(ada.id), f"{ada.id}:", TimestampSigner().sign(str(ada.id))]
    for token in [*forged, invitation_token(ada.id)]:
        answer = provider.post(f"/notices/no-mail/{token}/", ONE_CLICK)
        assert answer.status_code == 404
        assert "This link does not work" in answer.content.decode()
    assert not NoticeChoice.objects.exists()


@pytest.mark.parametrize(("day", "status"), [(59, 200), (61, 404)])
def test_a_link_works_for_sixty_days(ada: Persona, provider: Client, day: int, status: int) -> None:
    path = path_for(ada)
    with time_machine.travel(timezone.now() + timedelta(days=day), tick=False):
        assert provider.get(path).status_code == status
        assert provider.post(path, ONE_CLICK).status_code == status
    assert is_mailed(ada) == (status == 404)


def test_a_link_of_somebody_who_left_is_answered_like_any_other(ada: Persona, provider: Client) -> None:
    path = path_for(ada)
    ada.member.actor.delete()
    assert provider.post(path, ONE_CLICK).status_code == 200


def test_one_link_works_only_so_often_and_holds_up_no_other(ada: Persona, ben: Persona, provider: Client) -> None:
    statuses = [provider.post(path_for(ada), ONE_CLICK).status_code for _ in range(21)]
    assert statuses == [200] * 20 + [429]
    assert provider.post(path_for(ben), ONE_CLICK).status_code == 200
    assert provider.get(path_for(ada)).status_code == 200
