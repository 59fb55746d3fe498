"""Who hears of enquiries: the team, the asker, and those to whom the clock turns."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from draht.accounts.actions import close_account
from draht.common import clock
from draht.common.ids import LARGEST
from draht.companies.actions import set_roles
from draht.companies.models import Company, Place
from draht.conftest import Persona
from draht.enquiries import actions
from draht.enquiries.tests.factories import ask, ask_as_guest, make_page
from draht.notifications.models import Notice
from draht.notifications.queries import notices
from draht.outbox.worker import run_until_idle

BERLIN = ZoneInfo("Europe/Berlin")


def local(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=BERLIN)


@pytest.fixture
def company(ada: Persona, ben: Persona) -> Company:
    """Ada's, in North Rhine-Westphalia; Ben answers."""
    page = make_page(ada, ben)
    Place.objects.create(company=page, city="Duisburg", country="DE", region="NW")
    return page


def bell(persona: Persona, *, only_unread: bool = False) -> list[str]:
    """What somebody was told, oldest first."""
    run_until_idle()
    lines = notices(persona.id, before=LARGEST).items
    return [line.kind for line in reversed(lines) if line.unread or not only_unread]


def test_the_team_hears_of_a_question_until_somebody_has_answered(
    company: Company, ada: Persona, ben: Persona, cem: Persona
) -> None:
    enquiry = ask(company, cem, subject="Fine wire")
    assert bell(ada) == bell(ben) == ["enquiry"]
    assert notices(ada.id, before=LARGEST).items[0].words == "Fine wire"
    actions.answer_enquiry(enquiry=enquiry.id, by=ben.id, text="Yes.")
    assert bell(ada, only_unread=True) == bell(ben, only_unread=True) == []
    assert bell(cem) == ["reply"]
    assert notices(cem.id, before=LARGEST).items[0].people[0].name == "Rheinseil AG"


def test_one_who_looks_after_it_hears_of_what_is_asked_back(
    company: Company, ada: Persona, ben: Persona, cem: Persona
) -> None:
    enquiry = ask(company, cem)
    actions.answer_enquiry(enquiry=enquiry.id, by=ben.id, text="Yes.")
    run_until_idle()
    actions.ask_back(enquiry=enquiry.id, text="And galvanised?")
    assert bell(ben, only_unread=True) == ["enquiry"]
    assert bell(ada, only_unread=True) == []


def test_a_notice_leads_to_the_enquiry(company: Company, ada: Persona, ben: Persona, cem: Persona) -> None:
    enquiry = ask(company, cem)
    actions.assign_enquiry(enquiry=enquiry.id, by=ada.id, member=ben.id)
    assert set(bell(ben)) == {"enquiry", "assignment"}
    for notice in Notice.objects.filter(recipient=ben.id):
        assert ben.client().get(f"/notices/{notice.id}/")["Location"] == f"/enquiries/{enquiry.id}/"
    page = ben.client().get("/notices/").content.decode()
    assert "Do you draw 0.15 mm?" in page


def test_whoever_left_the_team_reads_nothing_of_it_any_more(company: Company, ada: Persona, ben: Persona) -> None:
    ask_as_guest(company)
    assert bell(ben) == ["enquiry"]
    set_roles(company=company.actor_id, member=ben.id, roles=(), by=ada.id)
    assert bell(ben) == []


def test_an_enquiry_that_is_gone_takes_its_notices_along(company: Company, ada: Persona, cem: Persona) -> None:
    ask(company, cem)
    assert bell(ada) == ["enquiry"]
    close_account(user=cem.user)
    run_until_idle()
    assert not Notice.objects.filter(recipient=ada.id).exists()


# --- the clock --------------------------------------------------------------------------------------------------------


def tick(moment: str) -> None:
    """What the clock does at this moment, and who hears of it."""
    with clock.at(local(moment)):
        actions.tell_of_waits()
        run_until_idle()


def told(persona: Persona) -> list[str]:
    """What the clock told somebody, oldest first."""
    kinds = [line.kind for line in notices(persona.id, before=LARGEST).items]
    return [kind for kind in reversed(kinds) if kind in ("reminder", "due", "overdue")]


def test_the_clock_tells_the_team_then_the_owner_each_once(
    company: Company, ada: Persona, ben: Persona, cem: Persona
) -> None:
    with clock.at(local("2026-03-06 15:00")):  # a Friday
        ask(company, cem)
    tick("2026-03-09 10:59")
    assert told(ben) == []
    for _again in range(2):
        tick("2026-03-09 11:00")  # half of eight working hours
    assert told(ada) == told(ben) == ["reminder"]
    tick("2026-03-09 15:00")
    assert told(ben) == ["reminder"]
    assert told(ada) == ["reminder", "due"]  # without a deputy
    for _again in range(2):
        tick("2026-03-09 17:00")
    assert told(ada) == ["reminder", "due", "overdue"]
    assert told(ben) == ["reminder"]


def test_whoever_looks_after_it_is_reminded_and_the_deputy_steps_in(
    company: Company, ada: Persona, ben: Persona, cem: Persona
) -> None:
    actions.arrange_desk(company=company.actor_id, by=ada.id, promise_hours=4, deputy=ben.id, guests_may_ask=True)
    with clock.at(local("2026-03-04 10:00")):
        enquiry = ask(company, cem)
    actions.assign_enquiry(enquiry=enquiry.id, by=ada.id, member=ada.id)
    tick("2026-03-04 12:00")
    assert (told(ada), told(ben)) == (["reminder"], [])
    tick("2026-03-04 14:00")
    assert (told(ada), told(ben)) == (["reminder"], ["due"])
    tick("2026-03-04 16:00")
    assert (told(ada), told(ben)) == (["reminder", "overdue"], ["due"])


def test_after_a_night_without_a_worker_only_the_last_stage_is_told(
    company: Company, ada: Persona, ben: Persona, cem: Persona
) -> None:
    with clock.at(local("2026-03-04 10:00")):
        ask(company, cem)
    tick("2026-03-09 10:00")
    assert (told(ada), told(ben)) == (["overdue"], [])


def test_what_was_told_and_is_answered_since_is_not_told_late(company: Company, ada: Persona, cem: Persona) -> None:
    with clock.at(local("2026-03-06 15:00")):
        enquiry = ask(company, cem)
    with clock.at(local("2026-03-09 11:00")):
        actions.tell_of_waits()
        actions.answer_enquiry(enquiry=enquiry.id, by=ada.id, text="Yes.")
        run_until_idle()
    assert told(ada) == []
