"""Two people act in the same moment: one of them is told, and nothing is half done."""

import threading
from collections.abc import Callable

import pytest
from django.db import close_old_connections, connection

from draht.common.refusal import Refused
from draht.conftest import Persona
from draht.contacts import actions
from draht.contacts.models import ContactRequest, State
from draht.contacts.rules import budget_of
from draht.contacts.tests.factories import ask
from draht.members.models import Member
from draht.members.tests.factories import surname
from draht.outbox.models import RecordedEvent
from draht.ties.actions import block
from draht.ties.rules import is_contact, is_hidden

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Run these in threads of their own that start together; what each came to: "done" or the refusal."""
    start, results = threading.Barrier(len(acts)), [""] * len(acts)

    def run(place: int, act: Callable[[], object]) -> None:
        close_old_connections()
        start.wait()
        try:
            act()
            results[place] = "done"
        except Refused as refused:
            results[place] = refused.message
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place, act)) for place, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def agreed() -> int:
    return RecordedEvent.objects.filter(name="contacts.ContactAgreed").count()


@pytest.mark.parametrize("turn", range(3))
def test_it_accepts_once_however_often_one_presses(ada: Persona, cem: Persona, turn: int) -> None:
    request = ask(ada, cem).id
    results = at_once(*[lambda: actions.accept_request(request=request, asked=cem.id)] * 4)
    assert results.count("done") == 1
    assert agreed() == 1
    assert is_contact(ada.id, cem.id)


@pytest.mark.parametrize("turn", range(5))
def test_it_lets_one_win_of_accepting_and_withdrawing(ada: Persona, cem: Persona, turn: int) -> None:
    request = ask(ada, cem).id
    results = at_once(
        lambda: actions.accept_request(request=request, asked=cem.id),
        lambda: actions.withdraw_request(request=request, asker=ada.id),
    )
    assert results.count("done") == 1
    state = ContactRequest.objects.get().state
    assert is_contact(ada.id, cem.id) == (state == State.ACCEPTED) == (results[0] == "done")
    assert Member.objects.get(actor=cem.id).open_requests == 0


@pytest.mark.parametrize("turn", range(3))
def test_it_makes_contacts_of_two_who_ask_each_other_in_the_same_moment(ada: Persona, cem: Persona, turn: int) -> None:
    results = at_once(lambda: ask(ada, cem), lambda: ask(cem, ada))
    assert results == ["done", "done"]
    assert ContactRequest.objects.count() == 1
    assert is_contact(ada.id, cem.id)
    assert agreed() == 1


@pytest.mark.parametrize("turn", range(3))
def test_it_never_leaves_a_contact_across_a_block(ada: Persona, cem: Persona, turn: int) -> None:
    request = ask(ada, cem).id
    at_once(
        lambda: actions.accept_request(request=request, asked=cem.id),
        lambda: block(source=ada.id, target=cem.id),
    )
    assert is_hidden(ada.id, cem.id)
    assert not is_contact(ada.id, cem.id)


def test_it_keeps_the_budget_when_many_are_asked_at_once(
    ada: Persona, make_persona: Callable[[str, str], Persona]
) -> None:
    people = [make_persona("Person", surname(number)) for number in range(32)]
    for person in people[:28]:
        ask(ada, person)
    results = at_once(*[lambda person=person: ask(ada, person) for person in people[28:]])
    assert results.count("done") == 2
    assert budget_of(ada.id).left == 0
