"""The pages: who reads what, the builder, entering, the draw, the files."""

import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from draht.common import clock
from draht.companies.actions import withdraw_page
from draht.companies.models import Company
from draht.conftest import Persona
from draht.giveaways import recompute
from draht.giveaways.models import Entry, Giveaway, Outcome, State, Win
from draht.giveaways.queries import current_giveaways
from draht.giveaways.tests.factories import DRAWN, START, VALUE, closed, draft, drawn, entered, started
from draht.ties.actions import block

TYPED = {
    "title": "Cable cutters",
    "promoter": "Rheinseil AG, Duisburg",
    "count_0": "2",
    "what_0": "A cable cutter",
    "what_1": "A drum stand",
    "eligible": "Everybody from 18 on.",
    "closes": "2026-11-06T18:00",
    "value_named": "The numbers of the lottery",
    "value_source": "https://lottery.example/",
    "value_day": "2026-11-07",
    "confirm_days": "7",
    "data_use": "To send the prizes.",
    "deletes_on": "2026-12-15",
}


@pytest.fixture
def handle(company: int) -> str:
    return Company.objects.get(actor=company).actor.handle


def page(who: Client, giveaway: int, more: str = "") -> str:
    return who.get(f"/giveaways/{giveaway}/{more}").content.decode()


def first_of(people: list[Persona]) -> Persona:
    """Who was drawn first."""
    entry = Win.objects.get(place=1).entry
    return next(who for who in people if entry and who.id == entry.member_id)


# --- building ---------------------------------------------------------------------------------------------------------


def test_it_is_planned_previewed_and_started(ada: Persona, handle: str) -> None:
    client = ada.client()
    with clock.at(START):
        answer = client.post(f"/companies/{handle}/giveaways/new/", TYPED)
        assert answer.status_code == 303
        giveaway = Giveaway.objects.get()
        assert giveaway.prizes == [{"count": 2, "what": "A cable cutter"}, {"count": 1, "what": "A drum stand"}]
        assert "Start the giveaway" in page(client, giveaway.id)
        assert client.post(f"/giveaways/{giveaway.id}/start/").status_code == 303
    giveaway.refresh_from_db()
    assert giveaway.state == State.RUNNING
    shown = page(Client(), giveaway.id)
    assert giveaway.terms_digest in shown
    assert "No like, no recommendation, no following and no consent to advertising" in shown
    assert client.get(f"/giveaways/{giveaway.id}/edit/").status_code == 404


def test_a_draft_with_gaps_is_kept_and_says_what_it_needs(ada: Persona, handle: str) -> None:
    client = ada.client()
    client.post(f"/companies/{handle}/giveaways/new/", {"title": "Soon", "confirm_days": "7"})
    draft = Giveaway.objects.get()
    shown = page(client, draft.id)
    assert "Say who may take part." in shown
    assert "Start the giveaway" not in shown
    client.post(f"/giveaways/{draft.id}/start/")
    assert "Say who the promoter is" in page(client, draft.id)
    assert Giveaway.objects.get().state == State.DRAFT


def test_it_begins_with_the_imprint_as_promoter(ada: Persona, handle: str) -> None:
    assert "Ruhrorter Kai 12" in ada.client().get(f"/companies/{handle}/giveaways/new/").content.decode()


def test_it_loses_nothing_when_something_is_wrong(ada: Persona, handle: str) -> None:
    answer = ada.client().post(f"/companies/{handle}/giveaways/new/", TYPED | {"title": "", "count_1": "0"})
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "A drum stand" in shown
    assert 'id="id_title_error"' in shown
    assert 'id="id_count_1_error"' in shown


def test_it_asks_for_no_like_share_or_advertising(ada: Persona, handle: str) -> None:
    shown = ada.client().get(f"/companies/{handle}/giveaways/new/").content.decode()
    names = set(re.findall(r'name="(\w+)"', shown.split("novalidate", 1)[1]))
    assert not [name for name in names if re.search("like|share|follow|market|advert|recommend|newsletter", name)]


def test_only_the_team_plans(cem: Persona, ada: Persona, company: int, handle: str) -> None:
    giveaway = draft(company, ada.id)
    client = cem.client()
    assert client.get(f"/companies/{handle}/giveaways/new/").status_code == 404
    for address in ("", "edit/", "delete/"):
        assert client.get(f"/giveaways/{giveaway}/{address}").status_code == 404
    for address in ("start/", "edit/", "delete/", "call-off/", "value/"):
        assert client.post(f"/giveaways/{giveaway}/{address}").status_code == 404
    assert Client().get(f"/giveaways/{giveaway}/").status_code == 404
    assert "Cable cutters" not in client.get(f"/companies/{handle}/giveaways/").content.decode()
    assert "Cable cutters" in ada.client().get(f"/companies/{handle}/giveaways/").content.decode()


def test_a_draft_can_be_changed_and_deleted(ada: Persona, company: int) -> None:
    giveaway, client = draft(company, ada.id), ada.client()
    assert 'value="2026-11-06T18:00"' in client.get(f"/giveaways/{giveaway}/edit/").content.decode()
    client.post(f"/giveaways/{giveaway}/edit/", TYPED | {"title": "Drum stands"})
    assert "Drum stands" in page(client, giveaway)
    assert client.get(f"/giveaways/{giveaway}/delete/").status_code == 200
    assert client.post(f"/giveaways/{giveaway}/delete/").status_code == 303
    assert not Giveaway.objects.exists()


def test_it_is_called_off_on_a_page_of_its_own(ada: Persona, company: int) -> None:
    giveaway, client = started(company, ada.id), ada.client()
    assert client.post(f"/giveaways/{giveaway}/call-off/", {"reason": ""}).status_code == 422
    assert client.post(f"/giveaways/{giveaway}/call-off/", {"reason": "It broke."}).status_code == 303
    assert "It broke." in page(Client(), giveaway)


# --- reading and taking part ------------------------------------------------------------------------------------------


def test_visitors_read_and_members_enter(ada: Persona, cem: Persona, company: int) -> None:
    giveaway = started(company, ada.id)
    with clock.at(START):
        assert "Members take part: one confirmed account" in page(Client(), giveaway)
        assert Client().post(f"/giveaways/{giveaway}/entry/").status_code == 303
        assert not Entry.objects.exists()
        client = cem.client()
        assert client.post(f"/giveaways/{giveaway}/entry/").status_code == 303
        entry = Entry.objects.get()
        shown = page(client, giveaway)
        assert recompute.mark_of(entry.salt, str(entry.id)) in shown
        assert entry.salt in shown
        assert entry.salt not in page(ada.client(), giveaway)
        client.post(f"/giveaways/{giveaway}/entry/withdraw/")
        assert not Entry.objects.exists()
        assert "You belong to the promoter" in page(ada.client(), giveaway)


def test_the_answer_comes_back_with_its_error(ada: Persona, cem: Persona, company: int) -> None:
    giveaway = started(company, ada.id, question="How thick?")
    with clock.at(START):
        answer = cem.client().post(f"/giveaways/{giveaway}/entry/", {"answer": " "})
    assert answer.status_code == 422
    assert "Please answer the question." in answer.content.decode()


def test_nothing_is_there_across_a_block(ada: Persona, cem: Persona, company: int, handle: str) -> None:
    giveaway = started(company, ada.id)
    block(source=cem.id, target=company)
    for address in (f"/giveaways/{giveaway}/", f"/giveaways/{giveaway}/proof.json", f"/companies/{handle}/giveaways/"):
        assert cem.client().get(address).status_code == 404
    assert cem.client().post(f"/giveaways/{giveaway}/entry/").status_code == 404


def test_who_takes_part_reads_on_when_the_page_is_withdrawn(
    ada: Persona, ben: Persona, cem: Persona, company: int
) -> None:
    giveaway = started(company, ada.id)
    entered(giveaway, [cem])
    withdraw_page(company=company, by=ada.id)
    assert cem.client().get(f"/giveaways/{giveaway}/").status_code == 200
    assert ben.client().get(f"/giveaways/{giveaway}/").status_code == 404


def test_a_company_shows_what_can_be_won_now(ada: Persona, company: int, handle: str) -> None:
    giveaway = started(company, ada.id)
    draft(company, ada.id, title="Not yet")
    assert [line.id for line in current_giveaways(company)] == [giveaway]
    assert "Not yet" not in Client().get(f"/companies/{handle}/giveaways/").content.decode()


# --- the draw ---------------------------------------------------------------------------------------------------------


def test_the_team_enters_the_value_twice_and_draws(ada: Persona, people: list[Persona], company: int) -> None:
    giveaway, client = started(company, ada.id), ada.client()
    entered(giveaway, people)
    secret = Giveaway.objects.get().secret
    closed(giveaway)
    shown = page(Client(), giveaway, "draw/")
    assert "not known yet" in shown
    assert secret not in shown + page(Client(), giveaway, "proof.json") + page(client, giveaway)
    with clock.at(DRAWN):
        typed = {"value": VALUE, "again": VALUE + "0", "source": "https://lottery.example/"}
        assert client.post(f"/giveaways/{giveaway}/value/", typed).status_code == 422
        assert client.post(f"/giveaways/{giveaway}/value/", typed | {"again": VALUE}).status_code == 303
        assert client.get(f"/giveaways/{giveaway}/value/").status_code == 303
    shown = page(Client(), giveaway, "draw/")
    assert "everything holds" in shown
    assert secret in shown
    for win in Win.objects.all():
        assert win.mark in shown


def test_a_winner_accepts_and_only_the_team_learns_how(ada: Persona, people: list[Persona], company: int) -> None:
    giveaway = started(company, ada.id)
    entered(giveaway, people)
    closed(giveaway)
    drawn(giveaway, ada.id)
    winner = first_of(people)
    client, name = winner.client(), str(winner.member)
    with clock.at(DRAWN):
        assert "You have won" in page(client, giveaway)
        assert client.post(f"/giveaways/{giveaway}/win/", {"reach": ""}).status_code == 422
        assert name not in page(ada.client(), giveaway, "team/")
        client.post(f"/giveaways/{giveaway}/win/", {"reach": "Wire Street 7"})
    assert Win.objects.get(place=1).outcome == Outcome.CONFIRMED
    team = page(ada.client(), giveaway, "team/")
    assert name in team
    assert "Wire Street 7" in team
    public = page(Client(), giveaway) + page(Client(), giveaway, "draw/")
    assert name not in public
    assert "A member" in public
    assert people[0].client().get(f"/giveaways/{giveaway}/team/").status_code == 404


def test_a_winner_leaves_the_prize_to_the_next(ada: Persona, people: list[Persona], company: int) -> None:
    giveaway = started(company, ada.id)
    entered(giveaway, people)
    closed(giveaway)
    drawn(giveaway, ada.id)
    winner = first_of(people)
    with clock.at(DRAWN):
        winner.client().post(f"/giveaways/{giveaway}/win/decline/")
    assert Win.objects.get(place=4).instead_of == 1


def test_the_files_are_what_the_page_says(ada: Persona, company: int) -> None:
    giveaway = Giveaway.objects.get(id=started(company, ada.id))
    terms = Client().get(f"/giveaways/{giveaway.id}/terms.json")
    assert recompute.sha256(terms.content) == giveaway.terms_digest
    program = Client().get("/giveaways/recompute.py")
    assert program.content == Path(recompute.__file__).read_bytes()
    assert "attachment" in program["Content-Disposition"]


def test_a_page_costs_the_same_for_many(
    ada: Persona, people: list[Persona], company: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    giveaway = started(company, ada.id)
    entered(giveaway, people)
    closed(giveaway)
    drawn(giveaway, ada.id)
    client = people[0].client()
    page(client, giveaway)
    with django_assert_max_num_queries(16):
        page(client, giveaway)
    with django_assert_max_num_queries(20):
        page(client, giveaway, "draw/")
