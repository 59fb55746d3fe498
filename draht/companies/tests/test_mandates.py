"""Mandates: who gives them, what they allow, and that they end to the second."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from draht.actors.queries import voices_of
from draht.actors.rules import may_speak_as
from draht.common import clock
from draht.common.refusal import Refused
from draht.companies.actions import (
    accept_mandate,
    end_mandate,
    keep_terms,
    offer_mandate,
    publish_page,
    set_roles,
    withdraw_page,
)
from draht.companies.models import Company, Ending, LogEntry, Mandate, Role, Scope
from draht.companies.rules import Right, people_with, rights_of
from draht.companies.tests.factories import RECORD, make_company, make_mandate
from draht.conftest import Persona

TODAY = date(2026, 3, 2)
MORNING = datetime.fromisoformat("2026-03-02T09:00:00+01:00")


@pytest.fixture
def company(ada: Persona) -> Company:
    return make_company(ada.id)


def offered(company: Company, ada: Persona, cem: Persona, **changes: Any) -> Mandate:
    facts = {"scope": [Scope.WRITE], "starts": TODAY, "ends": TODAY + timedelta(days=30), **RECORD, **changes}
    return Mandate.objects.get(id=offer_mandate(company=company.actor_id, caretaker=cem.id, by=ada.id, **facts))


def test_it_allows_what_its_scope_says_once_it_is_accepted(company: Company, ada: Persona, cem: Persona) -> None:
    with clock.at(MORNING):
        mandate = offered(company, ada, cem, scope=[Scope.ANSWER, Scope.WRITE])
        assert rights_of(cem.id, company.actor_id) == frozenset()
        accept_mandate(mandate=mandate.id)
        assert rights_of(cem.id, company.actor_id) == {Right.WRITE, Right.ANSWER}
        assert people_with(company.actor_id, Right.ANSWER) == sorted([ada.id, cem.id])


def test_it_gives_a_voice_in_the_caretakers_name_that_must_not_publish(
    company: Company, ada: Persona, cem: Persona
) -> None:
    make_mandate(company, ada.id, cem.id)
    (voice,) = voices_of(cem.id)
    assert voice.agency is not None
    assert (voice.agency.id, voice.may_publish) == (cem.id, False)
    assert not may_speak_as(cem.id, company.actor_id)


def test_without_four_eyes_it_speaks_while_the_page_is_published(company: Company, ada: Persona, cem: Persona) -> None:
    make_mandate(company, ada.id, cem.id, four_eyes=False)
    assert may_speak_as(cem.id, company.actor_id)
    withdraw_page(company=company.actor_id, by=ada.id)
    assert not may_speak_as(cem.id, company.actor_id)
    publish_page(company=company.actor_id, by=ada.id)
    assert may_speak_as(cem.id, company.actor_id)


def test_publishing_the_page_gives_no_caretaker_with_four_eyes_a_free_voice(
    company: Company, ada: Persona, cem: Persona
) -> None:
    make_mandate(company, ada.id, cem.id)
    withdraw_page(company=company.actor_id, by=ada.id)
    publish_page(company=company.actor_id, by=ada.id)
    assert not may_speak_as(cem.id, company.actor_id)


def test_it_ends_to_the_second_and_the_clock_writes_it_down(company: Company, ada: Persona, cem: Persona) -> None:
    with clock.at(MORNING):
        mandate = offered(company, ada, cem, ends=TODAY, four_eyes=False)
        accept_mandate(mandate=mandate.id)
    midnight = datetime.fromisoformat("2026-03-03T00:00:00+01:00")
    with clock.at(midnight - timedelta(seconds=1)):
        assert may_speak_as(cem.id, company.actor_id)
        assert rights_of(cem.id, company.actor_id) == {Right.WRITE}
    with clock.at(midnight):
        # The clock has not come yet.
        assert not may_speak_as(cem.id, company.actor_id)
        assert rights_of(cem.id, company.actor_id) == frozenset()
    with clock.at(midnight + timedelta(minutes=5)):
        keep_terms()
        keep_terms()
    mandate.refresh_from_db()
    assert (mandate.ended, mandate.ending, mandate.ended_by) == (midnight, Ending.TERM, None)
    assert LogEntry.objects.filter(company=company, what="mandate term").count() == 1


def test_it_begins_on_its_first_day(company: Company, ada: Persona, cem: Persona) -> None:
    with clock.at(MORNING):
        mandate = offered(company, ada, cem, starts=TODAY + timedelta(days=2))
        accept_mandate(mandate=mandate.id)
        keep_terms()
        assert rights_of(cem.id, company.actor_id) == frozenset()
    with clock.at(MORNING + timedelta(days=2)):
        keep_terms()
        assert rights_of(cem.id, company.actor_id) == {Right.WRITE}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"scope": []}, "scope"),
        ({"ends": TODAY - timedelta(days=1)}, "ends"),
        ({"starts": TODAY + timedelta(days=3), "ends": TODAY}, "ends"),
        ({"ends": date(2028, 3, 3)}, "ends"),
        ({"instructions": "  "}, "instructions"),
        ({"subprocessors": ""}, "subprocessors"),
    ],
)
def test_it_needs_a_scope_a_term_and_the_record(
    company: Company, ada: Persona, cem: Persona, changes: dict[str, Any], field: str
) -> None:
    with clock.at(MORNING), pytest.raises(Refused) as refused:
        offered(company, ada, cem, **changes)
    assert refused.value.field == field


def test_it_is_for_others_than_the_team(company: Company, ada: Persona, cem: Persona) -> None:
    with pytest.raises(Refused, match="in the team"):
        make_mandate(company, ada.id, ada.id)
    make_mandate(company, ada.id, cem.id)
    with pytest.raises(Refused, match="End the mandate"):
        set_roles(company=company.actor_id, member=cem.id, roles={Role.EDITOR}, by=ada.id)


def test_nobody_brings_an_agency_that_is_not_theirs(company: Company, ada: Persona, ben: Persona, cem: Persona) -> None:
    agency = make_company(ben.id, "Kupfernotiz GmbH")
    with pytest.raises(Refused, match="do not speak for this agency"):
        make_mandate(company, ada.id, cem.id, agency=agency.actor_id)
    set_roles(company=agency.actor_id, member=cem.id, roles={Role.EDITOR}, by=ben.id)
    accept_mandate(mandate=Mandate.objects.get().id)
    voice = next(voice for voice in voices_of(cem.id) if voice.actor.id == company.actor_id)
    assert voice.agency is not None
    assert voice.agency.name == "Kupfernotiz GmbH"


def test_either_side_ends_it_at_once(company: Company, ada: Persona, cem: Persona) -> None:
    mandate = make_mandate(company, ada.id, cem.id, four_eyes=False)
    end_mandate(mandate=mandate.id, by=ada.id)
    mandate.refresh_from_db()
    assert mandate.ending == Ending.REVOKED
    assert rights_of(cem.id, company.actor_id) == frozenset()
    assert not may_speak_as(cem.id, company.actor_id)
    with pytest.raises(Refused, match="over"):
        end_mandate(mandate=mandate.id, by=cem.id)
    again = make_mandate(company, ada.id, cem.id)
    end_mandate(mandate=again.id, by=cem.id)
    again.refresh_from_db()
    assert again.ending == Ending.GIVEN_UP


def test_its_pages_lead_from_the_offer_to_the_end(company: Company, ada: Persona, cem: Persona) -> None:
    there = f"/companies/{company.actor.handle}/mandates/"
    assert cem.client().get(there).status_code == 403
    owner = ada.client()
    assert f"{there}new/{cem.handle}/" in owner.get(there, {"q": cem.member.actor.name}).content.decode()
    form = {"scope": ["write"], "starts": "2020-01-01", "ends": "2020-01-02", "four_eyes": "on", **RECORD}
    answer = owner.post(f"{there}new/{cem.handle}/", form)
    assert (answer.status_code, b"over before the mandate" in answer.content) == (422, True)
    assert RECORD["subject"] in answer.content.decode()
    today = clock.now().date()
    form |= {"starts": today.isoformat(), "ends": (today + timedelta(days=90)).isoformat()}
    assert owner.post(f"{there}new/{cem.handle}/", form).status_code == 303
    where = f"/company/mandates/{Mandate.objects.get().id}/"
    assert where in cem.client().get("/companies/").content.decode()
    assert RECORD["subject"] in cem.client().get(where).content.decode()
    assert owner.post(f"{where}acceptance/").status_code == 403
    assert cem.client().post(f"{where}acceptance/").status_code == 303
    page = owner.get(f"/companies/{company.actor.handle}/").content.decode()
    assert "Looked after by" in page
    assert cem.client().post(f"{where}words/", {"words": "Ask Ines."}).status_code == 303
    assert owner.post(f"{where}end/").status_code == 303
    assert "revoked by the company" in cem.client().get(where).content.decode()


def test_it_is_seen_by_nobody_else(company: Company, ada: Persona, ben: Persona, cem: Persona) -> None:
    mandate = make_mandate(company, ada.id, cem.id)
    where = f"/company/mandates/{mandate.id}/"
    for path in (where, f"{where}handover.json"):
        assert ben.client().get(path).status_code == 404
    assert ben.client().post(f"{where}end/").status_code == 404
