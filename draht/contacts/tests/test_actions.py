"""What asking, answering, releasing and ending promise."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from draht.common import clock
from draht.common.refusal import Refused
from draht.conftest import Persona
from draht.contacts import actions, queries
from draht.contacts.models import ContactNote, ContactRequest, ContactTag, Ground, PromisedRelease, Release, State
from draht.contacts.rules import LASTS, Standing, between, budget_of, may_see_field
from draht.contacts.tests.factories import agree, ask, make_field
from draht.members.models import CardField, CardGroup, CardKind, Member
from draht.members.tests.factories import surname
from draht.outbox.models import RecordedEvent
from draht.ties.actions import block, unblock
from draht.ties.rules import is_contact

MakePersona = Callable[[str, str], Persona]
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def waiting(persona: Persona) -> int:
    return Member.objects.get(actor=persona.id).open_requests


def events() -> list[str]:
    return [name.split(".")[1] for name in RecordedEvent.objects.order_by("id").values_list("name", flat=True)]


# --- asking -----------------------------------------------------------------------------------------------------------


def test_it_lets_somebody_ask_with_a_ground(ada: Persona, cem: Persona) -> None:
    request = ask_for_wire(ada, cem)
    assert (request.ground, request.detail, request.state, request.shown) == ("met", "wire 2026", "open", "open")
    assert waiting(cem) == 1
    assert waiting(ada) == 0
    assert "ContactRequested" in events()


def ask_for_wire(asker: Persona, asked: Persona) -> ContactRequest:
    return actions.ask_for_contact(asker=asker.id, asked=asked.id, ground=Ground.MET, detail="wire 2026")


@pytest.mark.parametrize(
    ("detail", "text", "field"),
    [
        ("", "Ring 0171 2345678", "text"),
        ("", "see draht.example.com", "text"),
        ("www.draht.example", "Hello", "detail"),
        ("", "mail a@b.example", "text"),
        ("", "x" * 301, "text"),
        ("x" * 121, "Hello", "detail"),
        ("", " \n ", "text"),
    ],
)
def test_it_says_at_the_field_what_a_request_may_not_carry(
    ada: Persona, cem: Persona, detail: str, text: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        actions.ask_for_contact(asker=ada.id, asked=cem.id, ground=Ground.MET, detail=detail, text=text)
    assert refused.value.field == field
    assert not ContactRequest.objects.exists()


def test_it_needs_words_for_another_reason(ada: Persona, cem: Persona) -> None:
    with pytest.raises(Refused):
        actions.ask_for_contact(asker=ada.id, asked=cem.id, ground=Ground.OTHER, detail="wire")


def test_it_refuses_to_ask_oneself_a_contact_and_twice(ada: Persona, ben: Persona, cem: Persona) -> None:
    ask(ada, cem)
    for other in (ada, ben, cem):
        with pytest.raises(Refused):
            ask(ada, other)
    assert ContactRequest.objects.count() == 1


def test_it_holds_one_open_request_between_two_in_the_database_too(ada: Persona, cem: Persona) -> None:
    ask(ada, cem)
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactRequest.objects.create(asker_id=cem.id, asked_id=ada.id, ground=Ground.MET)


def test_it_makes_contacts_of_two_who_ask_each_other(ada: Persona, cem: Persona) -> None:
    hers, his = make_field(ada), make_field(cem)
    ask(ada, cem, fields=[hers])
    request = ask(cem, ada, fields=[his])
    assert request.state == State.ACCEPTED
    assert is_contact(ada.id, cem.id)
    assert queries.released_ids(ada.id, cem.id) == {hers}
    assert queries.released_ids(cem.id, ada.id) == {his}
    assert waiting(cem) == 0


def test_it_stops_a_collector_at_the_budget(ada: Persona, make_persona: MakePersona) -> None:
    people = [make_persona("Person", surname(number)) for number in range(31)]
    for person in people[:30]:
        ask(ada, person)
    assert budget_of(ada.id).left == 0
    with pytest.raises(Refused, match="as many open requests"):
        ask(ada, people[30])
    actions.withdraw_request(request=ContactRequest.objects.earliest("id").id, asker=ada.id)
    with pytest.raises(Refused):  # withdrawing gives the place back later
        ask(ada, people[30])
    agree_to_one = ContactRequest.objects.filter(state=State.OPEN).earliest("id")
    actions.accept_request(request=agree_to_one.id, asked=agree_to_one.asked_id)
    ask(ada, people[30])


# --- answering --------------------------------------------------------------------------------------------------------


def test_it_releases_on_both_sides_exactly_what_each_chose(ada: Persona, cem: Persona) -> None:
    mail, mobile = make_field(ada), make_field(ada, CardKind.MOBILE, "+491712345678")
    office, home = make_field(cem), make_field(cem, group=CardGroup.PRIVATE)
    agree(ada, cem, promised=(mail,), released=(office, mobile))  # mobile is not his to give
    assert queries.released_ids(ada.id, cem.id) == {mail}
    assert queries.released_ids(cem.id, ada.id) == {office}
    assert may_see_field(ada.id, office)
    assert not may_see_field(ada.id, home)
    assert not may_see_field(cem.id, mobile)
    assert not may_see_field(None, office)
    assert "ContactAgreed" in events()
    assert waiting(cem) == 0
    assert not PromisedRelease.objects.exists()


def test_it_lets_only_the_asked_answer(ada: Persona, ben: Persona, cem: Persona) -> None:
    request = ask(ada, cem)
    for other in (ada, ben):
        for act in (actions.accept_request, actions.decline_request, actions.report_pitch, actions.block_asker):
            with pytest.raises(Refused):
                act(request=request.id, asked=other.id)
    for other in (ben, cem):
        with pytest.raises(Refused):
            actions.withdraw_request(request=request.id, asker=other.id)
    assert ContactRequest.objects.get().state == State.OPEN


@pytest.mark.parametrize("answer", [actions.decline_request, actions.report_pitch])
def test_it_keeps_a_refusal_from_the_asker_until_the_request_expires(
    ada: Persona, cem: Persona, answer: Callable[..., None]
) -> None:
    with clock.at(NOON):
        request = ask(ada, cem)
        before = (between(ada.id, cem.id), budget_of(ada.id))
    with clock.at(NOON + timedelta(days=3)):
        answer(request=request.id, asked=cem.id)
        assert (between(ada.id, cem.id), budget_of(ada.id)) == before
        assert between(ada.id, cem.id).standing == Standing.ASKED
        assert waiting(cem) == 0
    with clock.at(NOON + LASTS):
        assert actions.expire_requests() == 1
        request.refresh_from_db()
        assert request.shown == State.EXPIRED
        assert request.ended_at == NOON + LASTS


def test_it_treats_a_declined_and_an_ignored_request_alike_in_the_end(ada: Persona, cem: Persona, mo: Persona) -> None:
    with clock.at(NOON):
        declined = ask(ada, cem)
        ask(ada, mo)
    with clock.at(NOON + timedelta(days=1)):
        actions.decline_request(request=declined.id, asked=cem.id)
    with clock.at(NOON + LASTS):
        actions.expire_requests()
        one, other = between(ada.id, cem.id), between(ada.id, mo.id)
        assert one == other
        assert one.standing == Standing.PAUSE


def test_it_answers_whoever_withdraws_and_asks_again_after_a_refusal_with_silence(ada: Persona, cem: Persona) -> None:
    with clock.at(NOON):
        request = ask(ada, cem)
        actions.decline_request(request=request.id, asked=cem.id)
        actions.withdraw_request(request=request.id, asker=ada.id)
        assert between(ada.id, cem.id).standing == Standing.PAUSE
        with pytest.raises(Refused, match="pause"):
            ask(ada, cem)
    with clock.at(NOON + timedelta(days=31)):
        again = ask(ada, cem)
        assert again.shown == State.OPEN
        assert between(ada.id, cem.id).standing == Standing.ASKED
        assert waiting(cem) == 0
        assert between(cem.id, ada.id).standing == Standing.REFUSED
    with clock.at(NOON + timedelta(days=300)):
        actions.expire_requests()
        assert ask(ada, cem).state == State.OPEN
    assert events().count("ContactRequested") == 2


def test_it_lets_somebody_who_declined_change_their_mind_by_asking(ada: Persona, cem: Persona) -> None:
    hers = make_field(ada)
    request = ask(ada, cem, fields=[hers])
    actions.decline_request(request=request.id, asked=cem.id)
    assert ask(cem, ada, text="").state == State.ACCEPTED
    assert is_contact(ada.id, cem.id)
    assert queries.released_ids(ada.id, cem.id) == {hers}


def test_it_takes_a_withdrawn_request_away_from_the_asked(ada: Persona, cem: Persona) -> None:
    request = ask(ada, cem)
    actions.withdraw_request(request=request.id, asker=ada.id)
    assert waiting(cem) == 0
    with pytest.raises(Refused, match="no longer open"):
        actions.accept_request(request=request.id, asked=cem.id)
    assert not is_contact(ada.id, cem.id)


def test_it_lets_an_accepted_request_not_be_withdrawn_or_accepted_again(ada: Persona, cem: Persona) -> None:
    request = agree(ada, cem)
    with pytest.raises(Refused, match="no longer open"):
        actions.withdraw_request(request=request.id, asker=ada.id)
    with pytest.raises(Refused, match="no longer open"):
        actions.accept_request(request=request.id, asked=cem.id)
    assert events().count("ContactAgreed") == 1


def test_it_expires_requests_after_sixty_days_and_asks_for_a_pause(ada: Persona, cem: Persona) -> None:
    with clock.at(NOON):
        ask(ada, cem)
    with clock.at(NOON + LASTS - timedelta(minutes=1)):
        assert actions.expire_requests() == 0
    with clock.at(NOON + LASTS):
        assert actions.expire_requests() == 1
        assert actions.expire_requests() == 0
        assert waiting(cem) == 0
        assert between(cem.id, ada.id).standing == Standing.NONE
        assert between(ada.id, cem.id).until == NOON + LASTS + timedelta(days=180)
    with clock.at(NOON + LASTS + timedelta(days=181)):
        ask(ada, cem)


def test_it_lets_three_reports_weigh_and_fewer_not(ada: Persona, make_persona: MakePersona) -> None:
    start = budget_of(ada.id).limit
    for number in range(3):
        assert budget_of(ada.id).limit == start
        person = make_persona("Person", surname(number))
        actions.report_pitch(request=ask(ada, person).id, asked=person.id)
    assert budget_of(ada.id).limit < start - 10


# --- blocks -----------------------------------------------------------------------------------------------------------


def test_it_blocks_an_asker_and_keeps_the_place_in_their_budget_taken(ada: Persona, cem: Persona) -> None:
    request = ask(ada, cem)
    left = budget_of(ada.id).left
    actions.block_asker(request=request.id, asked=cem.id)
    assert between(ada.id, cem.id).standing == Standing.IMPOSSIBLE
    assert budget_of(ada.id).left == left
    request.refresh_from_db()
    assert (request.state, request.shown, request.text) == (State.BLOCKED, State.BLOCKED, "")
    assert waiting(cem) == 0
    with pytest.raises(Refused):
        ask(ada, cem)


def test_it_clears_everything_between_two_after_a_block(ada: Persona, ben: Persona) -> None:
    field = make_field(ben)
    actions.set_releases(owner=ben.id, contact=ada.id, fields=[field])
    actions.set_tags(owner=ada.id, contact=ben.id, tags=["wire"])
    block(source=ada.id, target=ben.id)
    assert not may_see_field(ada.id, field)  # at once, before any job has run
    actions.clear_after_block(one=ada.id, other=ben.id)
    assert not Release.objects.exists()
    assert not ContactTag.objects.exists()
    unblock(source=ada.id, target=ben.id)
    assert not may_see_field(ada.id, field)


# --- releases ---------------------------------------------------------------------------------------------------------


def test_it_changes_and_revokes_releases_at_any_time(ada: Persona, ben: Persona) -> None:
    mail, mobile = make_field(ben), make_field(ben, CardKind.MOBILE, "+491712345678")
    actions.set_releases(owner=ben.id, contact=ada.id, fields=[mail])
    assert may_see_field(ada.id, mail)
    actions.set_releases(owner=ben.id, contact=ada.id, fields=[mobile])
    assert not may_see_field(ada.id, mail)
    assert may_see_field(ada.id, mobile)
    actions.set_releases(owner=ben.id, contact=ada.id, fields=[])
    assert not may_see_field(ada.id, mobile)
    actions.set_releases(owner=ben.id, contact=ada.id, fields=[])
    assert events().count("ReleasesChanged") == 3


def test_it_releases_nothing_to_strangers(ada: Persona, cem: Persona) -> None:
    with pytest.raises(Refused):
        actions.set_releases(owner=ada.id, contact=cem.id, fields=[make_field(ada)])


def test_it_counts_no_release_without_the_tie(ada: Persona, cem: Persona) -> None:
    field = make_field(cem)
    Release.objects.create(owner_id=cem.id, contact_id=ada.id, field_id=field)
    assert not may_see_field(ada.id, field)


def test_it_releases_a_later_field_to_nobody_by_itself_and_offers_those_who_have_the_others(
    ada: Persona, ben: Persona, cem: Persona, mo: Persona
) -> None:
    mail = make_field(ben)
    agree(ben, cem, promised=(mail,))
    agree(ben, mo)
    actions.set_releases(owner=ben.id, contact=ada.id, fields=[mail])
    later = make_field(ben, CardKind.MOBILE, "+491712345678")
    private = make_field(ben, CardKind.MOBILE, "+491712345679", CardGroup.PRIVATE)
    assert not any(may_see_field(viewer.id, later) for viewer in (ada, cem, mo))
    assert set(queries.holders_without(ben.id, later)) == {ada.id, cem.id}
    assert queries.holders_without(ben.id, private) == []
    assert actions.release_to_holders(owner=ben.id, field=later) == 2
    assert [may_see_field(viewer.id, later) for viewer in (ada, cem, mo)] == [True, True, False]
    assert actions.release_to_holders(owner=ben.id, field=later) == 0
    assert actions.release_to_holders(owner=ada.id, field=later) == 0


def test_it_remembers_the_last_choice_of_each_group(ada: Persona, ben: Persona, cem: Persona) -> None:
    mail, mobile = make_field(ada), make_field(ada, CardKind.MOBILE, "+491712345678")
    home = make_field(ada, CardKind.ADDRESS, "", CardGroup.PRIVATE, parts={"city": "Hagen"})
    assert queries.starting_point(ada.id) == set()
    actions.set_releases(owner=ada.id, contact=ben.id, fields=[mail, home])
    ask(ada, cem, fields=[mobile])
    assert queries.starting_point(ada.id) == {mobile}
    assert queries.starting_point(ada.id, private=True) == {mobile, home}


def test_it_takes_a_field_that_is_deleted_from_everybody(ada: Persona, ben: Persona) -> None:
    mail = make_field(ben)
    actions.set_releases(owner=ben.id, contact=ada.id, fields=[mail])
    CardField.objects.filter(id=mail).delete()
    assert not Release.objects.exists()


# --- ending, tags, notes ----------------------------------------------------------------------------------------------


def test_it_ends_a_contact_with_all_releases_and_keeps_the_notes(ada: Persona, ben: Persona) -> None:
    hers, his = make_field(ada), make_field(ben)
    actions.set_releases(owner=ada.id, contact=ben.id, fields=[hers])
    actions.set_releases(owner=ben.id, contact=ada.id, fields=[his])
    actions.set_tags(owner=ada.id, contact=ben.id, tags=["wire"])
    actions.write_note(owner=ada.id, contact=ben.id, text="Met at wire 2026")
    actions.end_contact(one=ben.id, other=ada.id)
    assert not is_contact(ada.id, ben.id)
    assert not Release.objects.exists()
    assert not ContactTag.objects.exists()
    assert ContactNote.objects.filter(owner=ada.id).count() == 1
    assert "ContactEnded" in events()
    with pytest.raises(Refused):
        actions.end_contact(one=ada.id, other=ben.id)


def test_it_keeps_tags_tidy(ada: Persona, ben: Persona, cem: Persona) -> None:
    agree(ada, cem)
    actions.set_tags(owner=ada.id, contact=ben.id, tags=["Wire 2026", "  wire  2026 ", "dies", ""])
    actions.set_tags(owner=ada.id, contact=cem.id, tags=["WIRE 2026"])
    tags = ContactTag.objects.filter(owner=ada.id)
    assert sorted(tags.filter(contact=ben.id).values_list("tag", flat=True)) == ["Wire 2026", "dies"]
    assert list(tags.filter(contact=cem.id).values_list("tag", flat=True)) == ["Wire 2026"]
    with pytest.raises(Refused):
        actions.set_tags(owner=ada.id, contact=ben.id, tags=["x" * 41])
    with pytest.raises(Refused):
        actions.set_tags(owner=ada.id, contact=ben.id, tags=[str(number) for number in range(21)])


def test_it_lets_nobody_delete_the_note_of_another(ada: Persona, ben: Persona) -> None:
    note = actions.write_note(owner=ada.id, contact=ben.id, text="Met at wire")
    actions.delete_note(owner=ben.id, note=note.id)
    assert ContactNote.objects.exists()
    actions.delete_note(owner=ada.id, note=note.id)
    assert not ContactNote.objects.exists()
