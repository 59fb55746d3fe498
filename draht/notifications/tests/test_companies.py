"""What members are told about companies: invitations, employment and its end, the host's decisions."""

import pytest

from draht.companies import actions
from draht.companies.models import ClaimKind, Company, PageClaim, Role
from draht.companies.tests.factories import make_company
from draht.conftest import Persona
from draht.members.actions import add_station, link_employer
from draht.members.models import Station
from draht.notifications.models import Kind, Notice
from draht.outbox.worker import run_until_idle
from draht.ties.actions import follow


@pytest.fixture
def company(ada: Persona) -> Company:
    return make_company(ada.id)


@pytest.fixture
def station(cem: Persona, company: Company) -> Station:
    made = add_station(member=cem.id, employer="Rheinseil", title="Splicer", from_year=2020)
    link_employer(member=cem.id, entry=made.id, company=company.actor_id)
    return Station.objects.get(id=made.id)


def leads(persona: Persona, kind: Kind) -> str:
    """Where the one notice of this kind leads."""
    run_until_idle()
    notice = Notice.objects.get(recipient=persona.id, kind=kind)
    assert "Rheinseil AG" in persona.client().get("/notices/").content.decode()
    return persona.client().get(f"/notices/{notice.id}/").headers["Location"]


def test_it_tells_who_is_asked_into_a_team(ada: Persona, cem: Persona, company: Company) -> None:
    actions.invite(company=company.actor_id, member=cem.id, roles=[Role.EDITOR], by=ada.id)
    assert cem.client().get(leads(cem, Kind.TEAM)).status_code == 200


def test_it_tells_of_a_confirmed_employment_and_of_its_end_once(
    ada: Persona, cem: Persona, company: Company, station: Station
) -> None:
    actions.confirm_employment(company=company.actor_id, station=station, by=ada.id)
    assert leads(cem, Kind.EMPLOYED) == f"/companies/{company.actor.handle}/"
    actions.end_employment(company=company.actor_id, station=station, by=ada.id)
    assert leads(cem, Kind.DEPARTED) == "/card/"


def test_it_tells_what_the_host_decided(cem: Persona, company: Company) -> None:
    actions.claim_page(company=company.actor_id, member=cem.id, kind=ClaimKind.RUN, words="I lead it.")
    actions.decide_claim(claim=PageClaim.objects.get(), is_accepted=False, answer="Please ask the team.")
    assert leads(cem, Kind.DECISION) == f"/companies/{company.actor.handle}/claim/"


def test_it_writes_no_notices_for_a_company(cem: Persona, company: Company) -> None:
    follow(source=cem.id, target=company.actor_id)
    run_until_idle()
    assert not Notice.objects.filter(recipient=company.actor_id).exists()
