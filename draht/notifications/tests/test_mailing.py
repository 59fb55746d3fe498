"""Notices by mail: once, together, only what is unread, and not in the quiet hours of a company."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail

from draht.common import clock
from draht.common.ids import id_at
from draht.common.refusal import Refused
from draht.companies.actions import set_quiet_hours
from draht.companies.models import Company
from draht.companies.tests.factories import make_company
from draht.conftest import Persona
from draht.notifications.actions import choose_kinds, give_notice, mark_read
from draht.notifications.mailing import mail_notices
from draht.notifications.models import Kind, Notice
from draht.outbox.worker import run_until_idle

FRIDAY = datetime(2026, 11, 27, 16, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def company(ada: Persona) -> Company:
    return make_company(ada.id)


def tell(persona: Persona, kind: Kind, by: int, at: datetime, *, company: int = 0) -> None:
    with clock.at(at):
        act = id_at(at)
        give_notice(id=act, recipient=persona.id, kinds={kind: act}, actor=by, object_id=act, company=company)


def mailed(at: datetime) -> list[str]:
    """The texts of the mail that goes at this moment."""
    mail.outbox.clear()
    with clock.at(at):
        mail_notices()
    run_until_idle()
    return [str(message.body) for message in mail.outbox]


def later(**passed: float) -> datetime:
    return FRIDAY + timedelta(**passed)


def test_several_notices_are_one_mail_and_each_goes_once(ada: Persona, ben: Persona, cem: Persona) -> None:
    tell(ada, Kind.REQUEST, ben.id, FRIDAY)
    tell(ada, Kind.REQUEST, cem.id, later(minutes=1))
    (text,) = mailed(later(minutes=5))
    assert "Ben Achterberg asks you for contact" in text
    assert "Cem Yıldırım asks you for contact" in text
    assert "/notices/" in text
    assert mailed(later(minutes=10)) == []
    assert mail.outbox == []


def test_the_mail_speaks_the_language_of_who_reads_it(ada: Persona, ben: Persona) -> None:
    ada.user.language = "de"
    ada.user.save()
    tell(ada, Kind.REQUEST, ben.id, FRIDAY)
    (text,) = mailed(later(minutes=5))
    assert "möchte" in text or "Kontakt" in text
    assert "asks you" not in text


def test_what_is_read_at_the_bell_by_then_is_not_mailed(ada: Persona, ben: Persona) -> None:
    tell(ada, Kind.REQUEST, ben.id, FRIDAY)
    mark_read(recipient=ada.id)
    assert mailed(later(minutes=5)) == []


def test_a_like_is_not_mailed_unless_one_wants_that(ada: Persona, ben: Persona) -> None:
    tell(ada, Kind.FOLLOW, ben.id, FRIDAY)
    assert mailed(later(minutes=5)) == []
    choose_kinds(member=ada.id, wanted=list(Kind), mailed=[Kind.FOLLOW])
    tell(ada, Kind.FOLLOW, ben.id, later(minutes=6))
    tell(ada, Kind.REQUEST, ben.id, later(minutes=7))
    Notice.objects.filter(kind=Kind.FOLLOW).update(waits_for_mail=True)
    (text,) = mailed(later(minutes=10))
    assert "follows you" in text
    assert "asks you for contact" not in text


def test_nobody_gets_mail_about_what_is_long_ago_or_with_a_closed_account(ada: Persona, ben: Persona) -> None:
    tell(ada, Kind.REQUEST, ben.id, FRIDAY)
    assert mailed(later(days=1, minutes=1)) == []
    tell(ada, Kind.REQUEST, ben.id, later(days=2))
    ada.user.is_active = False
    ada.user.save()
    assert mailed(later(days=2, minutes=5)) == []


def test_mail_about_a_company_waits_for_its_next_working_day_other_mail_does_not(
    company: Company, ada: Persona, ben: Persona
) -> None:
    with clock.at(FRIDAY):
        set_quiet_hours(company=company.actor_id, by=ada.id, begins=time(18), ends=time(7))
    tell(ada, Kind.OVERDUE, company.actor_id, later(hours=3), company=company.actor_id)
    tell(ada, Kind.REQUEST, ben.id, later(hours=3, minutes=1))
    (text,) = mailed(later(hours=3, minutes=5))
    assert "asks you for contact" in text
    assert "overdue" not in text
    assert mailed(later(days=1)) == []  # Saturday
    assert mailed(later(days=2, hours=14, minutes=59)) == []  # Monday, 6:59
    (text,) = mailed(later(days=2, hours=15))
    assert "An answer for Rheinseil AG is overdue" in text


def test_the_mail_goes_when_quiet_hours_end_for_good(company: Company, ada: Persona) -> None:
    set_quiet_hours(company=company.actor_id, by=ada.id, begins=time(18), ends=time(7))
    tell(ada, Kind.OVERDUE, company.actor_id, later(hours=3), company=company.actor_id)
    assert mailed(later(hours=4)) == []
    set_quiet_hours(company=company.actor_id, by=ada.id, begins=None, ends=None)
    assert len(mailed(later(hours=5))) == 1


@pytest.mark.parametrize(("begins", "ends", "field"), [(time(18), None, "ends"), (time(7), time(18), "ends")])
def test_half_or_turned_quiet_hours_are_refused(
    company: Company, ada: Persona, begins: time, ends: time | None, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        set_quiet_hours(company=company.actor_id, by=ada.id, begins=begins, ends=ends)
    assert refused.value.field == field


def test_owners_set_them_and_people_see_whose_mail_waits(company: Company, ada: Persona, ben: Persona) -> None:
    where = f"/companies/{company.actor.handle}/team/quiet-hours/"
    assert ben.client().get(where).status_code == 403
    client = ada.client()
    assert client.post(where, {"begins": "18:00", "ends": ""}).status_code == 422
    assert client.post(where, {"begins": "18:00", "ends": "07:00"}).status_code == 303
    assert (
        "until 07:00 of the next working day" in client.get(f"/companies/{company.actor.handle}/team/").content.decode()
    )
    assert "Rheinseil AG has quiet hours" in client.get("/notices/choices/").content.decode()


def test_the_choice_holds_for_bell_and_mail_apart(ada: Persona) -> None:
    client = ada.client()
    assert client.post("/notices/choices/", {"kinds": ["like"], "mailed": ["follow"]}).status_code == 303
    page = client.get("/notices/choices/").content.decode()
    assert 'name="kinds" value="like" aria-labelledby="kinds-like kind-like" checked' in page
    assert 'name="mailed" value="like" aria-labelledby="mailed-like kind-like">' in page
    assert 'name="mailed" value="follow" aria-labelledby="mailed-follow kind-follow" checked' in page


def test_whoever_is_held_back_holds_up_nobody_behind_them(
    company: Company, ada: Persona, ben: Persona, cem: Persona, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("draht.notifications.mailing._BATCH", 1)
    set_quiet_hours(company=company.actor_id, by=ada.id, begins=time(18), ends=time(7))
    tell(ada, Kind.OVERDUE, company.actor_id, later(hours=3), company=company.actor_id)
    tell(ben, Kind.REQUEST, cem.id, later(hours=3))
    assert ada.id < ben.id
    (text,) = mailed(later(hours=3, minutes=5))
    assert "Cem Yıldırım asks you for contact" in text
