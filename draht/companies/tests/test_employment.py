"""Who works there: what members say, what the company says to it, and what ends with it."""

from typing import Any

import pytest
from django.core import mail

from draht.actors.rules import may_speak_as
from draht.common.refusal import Refused
from draht.companies import actions
from draht.companies.models import Company, LogEntry, Role, TeamInvitation
from draht.companies.rules import rights_of
from draht.companies.tests.factories import make_company
from draht.conftest import Persona
from draht.members.actions import add_station, change_station, remove_station
from draht.members.models import Station
from draht.outbox.worker import run_until_idle


@pytest.fixture
def company(ada: Persona) -> Company:
    return make_company(ada.id)


def works(persona: Persona, company: Company, **facts: Any) -> Station:
    """A present station of somebody, tied to the company's page through the page where one chooses it."""
    station = add_station(member=persona.id, employer="Rheinseil", title="Splicer", from_year=2020, **facts)
    path = f"/company/stations/{station.id}/"
    answer = persona.client().post(path, {"company": company.actor.handle})
    assert answer.status_code == 303
    station.refresh_from_db()
    return station


def test_it_shows_a_claim_as_unconfirmed_until_the_company_says_so(
    ada: Persona, cem: Persona, company: Company
) -> None:
    station = works(cem, company)
    handle = company.actor.handle
    profile = f"/members/{cem.handle}/"
    assert "not confirmed" in ada.client().get(profile).content.decode()
    assert "Splicer" not in ada.client().get(f"/companies/{handle}/").content.decode()
    assert cem.handle in ada.client().get(f"/companies/{handle}/people/").content.decode()
    ada.client().post(f"/companies/{handle}/people/{station.id}/confirmation/")
    run_until_idle()
    text = ada.client().get(profile).content.decode()
    assert "confirmed" in text
    assert "not confirmed" not in text
    assert "Splicer" in ada.client().get(f"/companies/{handle}/").content.decode()


def test_it_finds_the_employer_by_name(cem: Persona, company: Company) -> None:
    station = add_station(member=cem.id, employer="Rheinseil", from_year=2020)
    assert "Rheinseil AG" in cem.client().get(f"/company/stations/{station.id}/").content.decode()
    assert "No company found" in cem.client().get(f"/company/stations/{station.id}/?q=nobody").content.decode()


def test_it_lets_nobody_touch_the_stations_of_others(ada: Persona, cem: Persona, company: Company) -> None:
    station = works(cem, company)
    assert ada.client().get(f"/company/stations/{station.id}/").status_code == 404
    path = f"/companies/{company.actor.handle}/people/{station.id}/confirmation/"
    assert cem.client().post(path).status_code == 403


def test_leaving_takes_roles_and_voice(ada: Persona, cem: Persona, company: Company) -> None:
    station = works(cem, company)
    actions.set_roles(company=company.actor_id, member=cem.id, roles={Role.EDITOR}, by=ada.id)
    actions.confirm_employment(company=company.actor_id, station=station, by=ada.id)
    change_station(member=cem.id, entry=station.id, employer="Rheinseil", title="Splicer", from_year=2020, to_year=2026)
    run_until_idle()
    assert not rights_of(cem.id, company.actor_id)
    assert not may_speak_as(cem.id, company.actor_id)
    station.refresh_from_db()
    assert station.employer_actor_id == company.actor_id


def test_the_company_ends_it_in_the_same_moment(ada: Persona, cem: Persona, company: Company) -> None:
    station = works(cem, company)
    actions.set_roles(company=company.actor_id, member=cem.id, roles={Role.EDITOR}, by=ada.id)
    actions.confirm_employment(company=company.actor_id, station=station, by=ada.id)
    path = f"/companies/{company.actor.handle}/people/{station.id}/end/"
    assert "Does Cem" in ada.client().get(path).content.decode()
    ada.client().post(path)
    assert not rights_of(cem.id, company.actor_id)
    assert not may_speak_as(cem.id, company.actor_id)
    station.refresh_from_db()
    assert not station.is_current
    run_until_idle()
    assert LogEntry.objects.filter(company=company.actor_id, what="ended").count() == 1


def test_another_station_there_keeps_the_roles(ada: Persona, cem: Persona, company: Company) -> None:
    first, second = works(cem, company), works(cem, company, from_month=3)
    actions.set_roles(company=company.actor_id, member=cem.id, roles={Role.EDITOR}, by=ada.id)
    remove_station(member=cem.id, entry=first.id)
    run_until_idle()
    assert rights_of(cem.id, company.actor_id)
    remove_station(member=cem.id, entry=second.id)
    run_until_idle()
    assert not rights_of(cem.id, company.actor_id)


def test_the_last_owner_stays_when_their_station_ends(ada: Persona, company: Company) -> None:
    station = works(ada, company)
    change_station(member=ada.id, entry=station.id, employer="Elsewhere", from_year=2020)
    run_until_idle()
    assert rights_of(ada.id, company.actor_id)
    assert LogEntry.objects.filter(company=company.actor_id, what="kept").exists()


def test_another_employer_is_another_page(cem: Persona, company: Company) -> None:
    station = works(cem, company)
    change_station(member=cem.id, entry=station.id, employer="rheinseil", title="Head", from_year=2020)
    station.refresh_from_db()
    assert station.employer_actor_id == company.actor_id
    change_station(member=cem.id, entry=station.id, employer="Nordkabel", title="Head", from_year=2020)
    station.refresh_from_db()
    assert station.employer_actor_id is None


def test_mail_at_a_proved_domain_confirms_it(ada: Persona, cem: Persona, company: Company) -> None:
    station = works(cem, company)
    handle = company.actor.handle
    actions.set_domain(company=company.actor_id, domain="rheinseil.example", by=ada.id)
    page = f"/companies/{handle}/employment/"
    assert "by mail" not in cem.client().get(page).content.decode()  # the domain may be anybody's
    actions.prove_by_mail(company=company.actor_id, domain="rheinseil.example", by=ada.id)
    assert cem.client().post(page, {"address": "cem@elsewhere.example"}).status_code == 422
    assert cem.client().post(page, {"address": "cem@rheinseil.example"}).status_code == 303
    run_until_idle()
    link = next(line for line in mail.outbox[-1].body.splitlines() if "/company/letters/" in line)
    path = link.strip().split("8000", 1)[1]
    assert ada.client().get(path).status_code == 404
    assert cem.client().post(path).status_code == 303
    station.refresh_from_db()
    assert station.confirmed


def test_an_invitation_that_is_accepted_confirms_it_too(ada: Persona, cem: Persona, company: Company) -> None:
    station = works(cem, company)
    handle = company.actor.handle
    assert ada.client().post(f"/companies/{handle}/team/new/{cem.handle}/", {}).status_code == 422
    ada.client().post(f"/companies/{handle}/team/new/{cem.handle}/", {"roles": ["editor", "analyst"]})
    path = f"/company/invitations/{TeamInvitation.objects.get().id}/"
    assert ada.client().get(path).status_code == 404
    assert "Rheinseil AG" in cem.client().get(path).content.decode()
    cem.client().post(path)
    assert rights_of(cem.id, company.actor_id)
    station.refresh_from_db()
    assert station.confirmed


def test_a_refused_claim_leads_nowhere(ada: Persona, cem: Persona, company: Company) -> None:
    station = works(cem, company)
    ada.client().post(f"/companies/{company.actor.handle}/people/{station.id}/refusal/")
    station.refresh_from_db()
    assert (station.employer, station.employer_actor_id) == ("Rheinseil", None)


def test_nobody_is_asked_twice_or_without_a_role(ada: Persona, cem: Persona, company: Company) -> None:
    with pytest.raises(Refused):
        actions.invite(company=company.actor_id, member=cem.id, roles=[], by=ada.id)
    with pytest.raises(Refused):
        actions.invite(company=company.actor_id, member=ada.id, roles=[Role.EDITOR], by=ada.id)
