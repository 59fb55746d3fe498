"""Winners of giveaways hear of it, and nothing is left of that once the data are deleted."""

from collections.abc import Callable
from datetime import UTC, datetime

from draht.common import clock
from draht.companies.tests.factories import make_company, make_mandate
from draht.conftest import Persona
from draht.giveaways.actions import clear_giveaways, tell_of_values
from draht.giveaways.models import Entry, Win
from draht.giveaways.tests.factories import DRAWN, LISTED, closed, crowd, drawn, entered, started
from draht.notifications.models import Kind, Notice
from draht.outbox.worker import run_until_idle


def test_it_tells_winners_and_leads_them_to_the_giveaway(
    ada: Persona, make_persona: Callable[[str, str], Persona]
) -> None:
    people = crowd(make_persona, 4)
    giveaway = started(make_company(ada.id).actor_id, ada.id)
    entered(giveaway, people)
    closed(giveaway)
    drawn(giveaway, ada.id)
    run_until_idle()
    told = list(Notice.objects.filter(kind=Kind.WIN))
    winners = Entry.objects.filter(id__in=Win.objects.values("entry")).values_list("member_id", flat=True)
    assert {notice.recipient_id for notice in told} == set(winners)
    winner = next(person for person in people if person.id == told[0].recipient_id)
    client = winner.client()
    assert "You have won in a giveaway by" in client.get("/notices/").content.decode()
    assert client.get(f"/notices/{told[0].id}/")["Location"] == f"/giveaways/{giveaway}/"
    with clock.at(datetime(2026, 12, 15, 9, 0, tzinfo=UTC)):
        clear_giveaways()
    run_until_idle()
    assert not Notice.objects.filter(kind=Kind.WIN).exists()


def test_it_tells_once_that_the_value_can_be_entered(ada: Persona, ben: Persona, cem: Persona) -> None:
    company = make_company(ada.id)
    make_mandate(company, ada.id, cem.id)
    giveaway, late = started(company.actor_id, ada.id), started(company.actor_id, ada.id, title="Late")
    entered(giveaway, [ben])
    closed(giveaway)
    with clock.at(LISTED):
        tell_of_values()
        run_until_idle()
    assert not Notice.objects.filter(kind=Kind.VALUE).exists()
    drawn(late, ada.id)
    with clock.at(DRAWN):
        for _twice in range(2):
            tell_of_values()
            run_until_idle()
        (notice,) = Notice.objects.filter(kind=Kind.VALUE)
        assert (notice.recipient_id, notice.company_id) == (ada.id, company.actor_id)
        client = ada.client()
        assert "can be drawn" in client.get("/notices/").content.decode()
        assert client.get(f"/notices/{notice.id}/")["Location"] == f"/giveaways/{giveaway}/"
