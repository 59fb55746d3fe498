"""From the draft to the start, entering, and calling off."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from draht.common import clock
from draht.common.refusal import Refused
from draht.companies.actions import end_mandate, set_roles
from draht.companies.models import Company, LogEntry, Role
from draht.companies.tests.factories import make_company, make_mandate
from draht.conftest import Persona
from draht.giveaways import actions
from draht.giveaways.models import Entry, Giveaway, State
from draht.giveaways.recompute import canonical, sha256
from draht.giveaways.rules import TRANSITIONS, may_build
from draht.giveaways.tests.factories import CLOSES, START, closed, draft, entered, plan, started
from draht.outbox.worker import run_until_idle


@pytest.mark.parametrize(
    ("lacking", "words"),
    [
        ({"promoter": ""}, "promoter"),
        ({"prizes": ()}, "to win"),
        ({"eligible": ""}, "who may take part"),
        ({"closes": None}, "until when"),
        ({"closes": START}, "lie ahead"),
        ({"closes": START + timedelta(days=400)}, "half a year"),
        ({"value_named": ""}, "public value"),
        ({"value_source": ""}, "look up"),
        ({"value_day": None}, "which day"),
        ({"value_day": date(2026, 11, 6)}, "later day"),
        ({"confirm_days": 1}, "days to confirm"),
        ({"data_use": ""}, "used for"),
        ({"deletes_on": None}, "deleted"),
        ({"deletes_on": date(2026, 11, 20)}, "a week longer"),
        ({"deletes_on": date(2027, 11, 20)}, "half a year"),
    ],
)
def test_it_does_not_start_without(ada: Persona, company: int, lacking: dict[str, Any], words: str) -> None:
    giveaway = draft(company, ada.id, **lacking)
    with clock.at(START), pytest.raises(Refused, match=words):
        actions.start_giveaway(giveaway=giveaway, by=ada.id)
    assert Giveaway.objects.get(id=giveaway).state == State.DRAFT


def test_it_does_not_start_for_a_page_that_nobody_sees(ada: Persona) -> None:
    giveaway = draft(make_company(ada.id, "Hidden AG", is_published=False).actor_id, ada.id)
    with clock.at(START), pytest.raises(Refused, match="publish"):
        actions.start_giveaway(giveaway=giveaway, by=ada.id)


def test_it_freezes_and_hashes_the_terms_at_the_start(ada: Persona, company: int) -> None:
    giveaway = Giveaway.objects.get(id=started(company, ada.id))
    terms = json.loads(giveaway.terms)
    assert canonical(terms).decode() == giveaway.terms
    assert sha256(giveaway.terms.encode()) == giveaway.terms_digest
    assert terms["draw"]["commitment"] == sha256(giveaway.secret.encode())
    assert giveaway.secret not in giveaway.terms
    assert terms["entry"]["tied_to"] == []
    assert (terms["opens"], terms["closes"]) == ("2026-11-02T08:00:00Z", "2026-11-06T17:00:00Z")
    assert terms["draw"]["value_from"] == "2026-11-06T23:00:00Z"  # midnight in Berlin
    with pytest.raises(Refused, match="do not change"):
        actions.change_draft(giveaway=giveaway.id, plan=plan(title="Something else"))
    with pytest.raises(Refused, match="not deleted"):
        actions.delete_draft(giveaway=giveaway.id, by=ada.id)


def test_it_writes_every_step_into_the_log_of_the_company(ada: Persona, company: int) -> None:
    giveaway = started(company, ada.id)
    closed(giveaway)
    found = LogEntry.objects.filter(company=company, what__startswith="giveaway-").order_by("id")
    assert [(entry.what, entry.member_id) for entry in found] == [
        ("giveaway-draft", ada.id),
        ("giveaway-running", ada.id),
        ("giveaway-closed", None),
    ]


def test_it_takes_one_entry_each_and_gives_it_back_until_the_end(ada: Persona, cem: Persona, company: int) -> None:
    giveaway = started(company, ada.id)
    entered(giveaway, [cem, cem])
    assert Entry.objects.count() == 1
    with clock.at(CLOSES - timedelta(seconds=1)):
        actions.withdraw_entry(giveaway=giveaway, member=cem.id)
        assert not Entry.objects.exists()
        actions.enter(giveaway=giveaway, member=cem.id)
    with clock.at(CLOSES):
        with pytest.raises(Refused, match="not open"):
            actions.enter(giveaway=giveaway, member=ada.id)
        with pytest.raises(Refused, match="fixed"):
            actions.withdraw_entry(giveaway=giveaway, member=cem.id)


def test_it_keeps_the_team_out_also_when_they_come_later(ada: Persona, cem: Persona, company: int) -> None:
    giveaway = started(company, ada.id)
    with pytest.raises(Refused, match="belong to the promoter"):
        entered(giveaway, [ada])
    entered(giveaway, [cem])
    set_roles(company=company, member=cem.id, roles={Role.RECRUITER}, by=ada.id)
    closed(giveaway)
    assert not Entry.objects.exists()


def test_it_asks_for_an_answer_where_there_is_a_question(ada: Persona, cem: Persona, company: int) -> None:
    giveaway = started(company, ada.id, question="How thick is your thinnest wire?")
    with pytest.raises(Refused, match="answer"):
        entered(giveaway, [cem])
    entered(giveaway, [cem], answer="0.02 mm")
    assert Entry.objects.get().answer == "0.02 mm"


def test_it_can_be_called_off_with_a_reason_until_it_is_drawn(ada: Persona, cem: Persona, company: int) -> None:
    giveaway = started(company, ada.id)
    with pytest.raises(Refused, match="say why"):
        actions.call_off(giveaway=giveaway, reason=" ", by=ada.id)
    actions.call_off(giveaway=giveaway, reason="The prize was stolen.", by=ada.id)
    with clock.at(START), pytest.raises(Refused, match="not open"):
        actions.enter(giveaway=giveaway, member=cem.id)
    with pytest.raises(Refused, match="moved on"):
        actions.call_off(giveaway=giveaway, reason="Again.", by=ada.id)


def test_it_leads_every_state_to_its_end() -> None:
    reached, at = set[State](), [State.DRAFT]
    while at:
        state = at.pop()
        reached.add(state)
        at += TRANSITIONS[state] - reached
    assert reached == set(State)
    assert not TRANSITIONS[State.CLEARED]


def test_it_deletes_who_entered_at_the_date_of_the_terms(ada: Persona, people: list[Persona], company: int) -> None:
    giveaway = started(company, ada.id)
    entered(giveaway, people)
    closed(giveaway)
    with clock.at(datetime(2026, 12, 14, 22, 59, tzinfo=UTC)):
        actions.clear_giveaways()
    assert Entry.objects.count() == len(people)
    with clock.at(datetime(2026, 12, 14, 23, 0, tzinfo=UTC)):
        actions.clear_giveaways()
    run_until_idle()
    assert not Entry.objects.exists()
    assert Giveaway.objects.get(id=giveaway).state == State.CLEARED


def test_a_caretaker_with_four_eyes_starts_none(company: int, ada: Persona, cem: Persona) -> None:
    page = Company.objects.get(actor=company)
    mandate = make_mandate(page, ada.id, cem.id)
    assert not may_build(cem.id, company)
    end_mandate(mandate=mandate.id, by=ada.id)
    make_mandate(page, ada.id, cem.id, four_eyes=False)
    assert may_build(cem.id, company)
