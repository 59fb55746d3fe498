"""Contacts that come in many at a time are as if each had been agreed."""

from datetime import UTC, datetime

from draht.conftest import Persona
from draht.outbox.models import RecordedEvent
from draht.ties.actions import block, tie_contacts
from draht.ties.intake import NewContact, bring_in_contacts
from draht.ties.models import Tie, TieKind
from draht.ties.rules import is_contact

SINCE = datetime(2011, 2, 1, tzinfo=UTC)


def test_they_are_contacts_on_both_sides_since_then(ada: Persona, cem: Persona) -> None:
    assert bring_in_contacts([NewContact(ada.id, cem.id, SINCE)]) == 1
    assert is_contact(ada.id, cem.id)
    assert is_contact(cem.id, ada.id)
    assert {tie.since for tie in Tie.objects.filter(kind=TieKind.CONTACT)} == {SINCE}


def test_who_is_in_contact_already_stays_so_since_the_beginning(ada: Persona, cem: Persona) -> None:
    tie_contacts(one=ada.id, other=cem.id)
    first = set(Tie.objects.values_list("since", flat=True))
    bring_in_contacts([NewContact(cem.id, ada.id, SINCE), NewContact(ada.id, cem.id, SINCE)])
    assert set(Tie.objects.values_list("since", flat=True)) == first
    assert Tie.objects.count() == 2


def test_a_block_is_stronger_than_an_import(ada: Persona, ben: Persona, cem: Persona) -> None:
    block(source=cem.id, target=ada.id)
    pairs = [NewContact(ada.id, cem.id, SINCE), NewContact(ben.id, ben.id, SINCE), NewContact(ben.id, cem.id, SINCE)]
    assert bring_in_contacts(pairs) == 1
    assert not is_contact(ada.id, cem.id)
    assert is_contact(ben.id, cem.id)


def test_nothing_is_told(ada: Persona, cem: Persona) -> None:
    before = RecordedEvent.objects.count()
    bring_in_contacts([NewContact(ada.id, cem.id, SINCE)])
    assert RecordedEvent.objects.count() == before
