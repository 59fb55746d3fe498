"""What is told about mandates and the drafts under them."""

from datetime import timedelta

import pytest

from draht.common import clock
from draht.companies.actions import end_mandate, keep_terms, withdraw_page
from draht.companies.models import Company
from draht.companies.tests.factories import make_company, make_mandate
from draht.conftest import Persona
from draht.newsroom.actions import publish_draft, publish_due, return_draft
from draht.newsroom.tests.factories import change_draft, make_draft, newest
from draht.notifications.models import Kind, Notice
from draht.outbox.worker import run_until_idle


@pytest.fixture
def company(ada: Persona) -> Company:
    return make_company(ada.id)


def told(persona: Persona, kind: Kind) -> list[Notice]:
    """The notices of this kind that they have."""
    run_until_idle()
    return list(Notice.objects.filter(recipient=persona.id, kind=kind))


def leads(persona: Persona, kind: Kind) -> str:
    """Where the one notice of this kind leads, and the list of notices names who did it."""
    (notice,) = told(persona, kind)
    assert notice.actor.name in persona.client().get("/notices/").content.decode()
    return persona.client().get(f"/notices/{notice.id}/").headers["Location"]


def test_it_tells_of_an_offer(company: Company, ada: Persona, cem: Persona) -> None:
    mandate = make_mandate(company, ada.id, cem.id, is_accepted=False)
    assert leads(cem, Kind.MANDATE) == f"/company/mandates/{mandate.id}/"


def test_it_tells_both_sides_that_a_mandate_is_over_but_not_whoever_ended_it(
    company: Company, ada: Persona, ben: Persona, cem: Persona
) -> None:
    mandate = make_mandate(company, ada.id, cem.id)
    with clock.at(mandate.ends + timedelta(minutes=5)):
        keep_terms()
        assert leads(cem, Kind.ENDED) == leads(ada, Kind.LEFT) == f"/company/mandates/{mandate.id}/"
        for persona in (ada, cem):
            assert persona.client().get(f"/company/mandates/{mandate.id}/").status_code == 200
    revoked = make_mandate(company, ada.id, ben.id)
    end_mandate(mandate=revoked.id, by=ada.id)
    assert [notice.object_id for notice in told(ben, Kind.ENDED)] == [revoked.id]
    assert [notice.object_id for notice in told(ada, Kind.LEFT)] == [mandate.id]


def test_it_tells_of_a_draft_until_somebody_has_looked(company: Company, ada: Persona, cem: Persona) -> None:
    make_mandate(company, ada.id, cem.id)
    draft = make_draft(company, cem.id, "Wire.", lays=True)
    assert leads(ada, Kind.DRAFT) == f"/company/drafts/{draft}/"
    assert not told(cem, Kind.DRAFT)
    return_draft(draft=draft, by=ada.id, words="Which?")
    assert leads(cem, Kind.RETURNED) == f"/company/drafts/{draft}/"
    assert not told(ada, Kind.DRAFT)
    change_draft(draft, cem.id, "Spring wire.", lays=True)
    assert [notice.read for notice in told(ada, Kind.DRAFT)] == [False]
    publish_draft(draft=draft, by=ada.id, version=newest(draft))
    assert leads(cem, Kind.RELEASED) == f"/company/drafts/{draft}/"
    assert not told(ada, Kind.DRAFT)


def test_it_tells_whoever_planned_what_could_not_be_published(company: Company, ada: Persona) -> None:
    draft, tomorrow = make_draft(company, ada.id, "Wire."), clock.now() + timedelta(days=1)
    publish_draft(draft=draft, by=ada.id, version=newest(draft), at=tomorrow)
    withdraw_page(company=company.actor_id, by=ada.id)
    with clock.at(tomorrow):
        publish_due()
    assert leads(ada, Kind.STOPPED) == f"/company/drafts/{draft}/"
