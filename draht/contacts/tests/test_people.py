"""What the panel beside a profile and the common ground promise."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from draht.actors.actions import create_actor
from draht.actors.models import Kind
from draht.common import clock
from draht.common.ids import LARGEST
from draht.conftest import Persona
from draht.contacts import actions, queries
from draht.contacts.budget import REFUSALS_COUNT_FOR, START
from draht.contacts.rules import LASTS, Standing, budget_of, record_of
from draht.contacts.tests.factories import agree, ask
from draht.members.actions import add_station, set_interests, set_skills, set_visibility
from draht.members.models import Audience, Section
from draht.members.tests.factories import surname
from draht.ties.actions import block, follow

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
MakePersona = Callable[[str, str], Persona]


def body(persona: Persona, other: Persona) -> str:
    response = persona.client().get(f"/members/{other.handle}/")
    assert response.status_code == 200
    return str(response.content.decode())


def test_it_says_on_the_profile_how_two_stand_to_each_other(ada: Persona, ben: Persona, cem: Persona) -> None:
    assert "Ask for contact" in body(ada, cem)
    assert "Contacts since" in body(ada, ben)
    assert 'id="panel"' not in body(ada, ada)
    request = ask(ada, cem)
    assert "You have asked." in body(ada, cem)
    assert "Ada Lindner asks you for contact." in body(cem, ada)
    actions.decline_request(request=request.id, asked=cem.id)
    assert "You have asked." in body(ada, cem)
    assert "Ask for contact" in body(cem, ada)
    actions.withdraw_request(request=request.id, asker=ada.id)
    assert "You can ask again from" in body(ada, cem)


def test_it_shows_no_panel_to_visitors_and_nothing_across_a_block(client: Client, ada: Persona, cem: Persona) -> None:
    assert queries.panel(None, ada.id) is None
    assert 'id="panel"' not in client.get(f"/members/{ada.handle}/").content.decode()
    block(source=ada.id, target=cem.id)
    for one, other in ((ada, cem), (cem, ada)):
        assert queries.panel(one.id, other.id) is None
        assert one.client().get(f"/members/{other.handle}/").status_code == 404


def test_it_draws_the_path_over_a_mutual_contact(ada: Persona, ben: Persona, cem: Persona) -> None:
    agree(cem, ben)
    panel = queries.panel(ada.id, cem.id)
    assert panel
    assert [line.id for line in panel.path] == [ada.id, ben.id, cem.id]
    assert "via Ben Achterberg" in body(ada, cem)
    follow(source=ada.id, target=cem.id)
    assert "Unfollow" in body(ada, cem)
    block(source=ben.id, target=ada.id)
    panel = queries.panel(ada.id, cem.id)
    assert panel
    assert panel.path == []


def test_it_names_what_both_have_in_common_and_no_more_than_one_may_see(ada: Persona, cem: Persona) -> None:
    for person in (ada, cem):
        add_station(member=person.id, employer="Rheinseil AG", title="Drawer", from_year=2010)
        set_skills(member=person.id, names=["Wire drawing", "Dies"])
        set_interests(member=person.id, names=["Rowing"])
    set_interests(member=cem.id, names=["rowing ", "Chess"])
    ground = queries.common_ground(ada.id, [cem.id])[cem.id]
    assert ground.facts == {"employer": ["Rheinseil AG"], "skill": ["Dies", "Wire drawing"], "interest": ["rowing"]}
    set_visibility(member=cem.id, section=Section.STATIONS, audience=Audience.CONTACTS)
    assert "employer" not in queries.common_ground(ada.id, [cem.id])[cem.id].facts
    agree(ada, cem)
    assert "employer" in queries.common_ground(ada.id, [cem.id])[cem.id].facts


def test_it_reads_a_page_of_requests_in_few_queries(ada: Persona, ben: Persona, make_persona: MakePersona) -> None:
    for number in range(8):
        person = make_persona("Person", surname(number))
        agree(person, ben)
        ask(person, ada)
    with CaptureQueriesContext(connection) as captured:
        page = queries.received_requests(ada.id, before=LARGEST, size=20)
    assert len(page.items) == 8
    assert all(line.common.mutual for line in page.items)
    assert len(captured) <= 7


# --- the budget as the database tells it ------------------------------------------------------------------------------


def test_it_counts_refusals_from_the_day_the_asker_sees_the_end(ada: Persona, cem: Persona) -> None:
    with clock.at(NOON):
        actions.decline_request(request=ask(ada, cem).id, asked=cem.id)
    with clock.at(NOON + LASTS - timedelta(hours=1)):
        assert (record_of(ada.id).open, record_of(ada.id).refused) == (1, 0)
    with clock.at(NOON + LASTS):
        actions.expire_requests()
        assert (record_of(ada.id).open, record_of(ada.id).refused) == (0, 1)
        assert budget_of(ada.id).limit == START - 1
    with clock.at(NOON + LASTS + REFUSALS_COUNT_FOR):
        assert budget_of(ada.id).limit == START


@pytest.mark.parametrize(("days", "taken"), [(0, 1), (29, 1), (30, 0)])
def test_it_gives_the_place_of_a_withdrawn_request_back_after_a_while(
    ada: Persona, cem: Persona, days: int, taken: int
) -> None:
    with clock.at(NOON):
        actions.withdraw_request(request=ask(ada, cem).id, asker=ada.id)
    with clock.at(NOON + timedelta(days=days, minutes=1)):
        assert budget_of(ada.id).taken == taken


def test_it_gives_more_after_acceptances_for_half_a_year(ada: Persona, cem: Persona) -> None:
    with clock.at(NOON):
        agree(ada, cem)
        assert budget_of(ada.id).limit == START + 2
        assert budget_of(cem.id).limit == START
    with clock.at(NOON + timedelta(days=180)):
        assert budget_of(ada.id).limit == START


def test_it_knows_no_way_to_ask_what_is_no_person(ada: Persona) -> None:

    company = create_actor(kind=Kind.COMPANY, name="Rheinseil AG")
    assert queries.standing(ada.id, company.id).standing == Standing.IMPOSSIBLE
    assert ada.client().get(f"/contacts/ask/{company.handle}/").status_code == 404
