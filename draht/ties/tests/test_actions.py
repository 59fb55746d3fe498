"""What ties promise."""

import pytest

from draht.common.refusal import Refused
from draht.conftest import Persona
from draht.outbox.models import RecordedEvent
from draht.ties.actions import block, follow, tie_contacts, unblock, untie_contacts
from draht.ties.models import Tie, TieKind
from draht.ties.queries import common_contact_ids, kinds_between, page_of_targets, tied_to
from draht.ties.rules import is_contact, is_hidden


def test_it_makes_a_contact_two_rows_and_ends_both(ada: Persona, cem: Persona) -> None:
    tie_contacts(one=ada.id, other=cem.id)
    tie_contacts(one=cem.id, other=ada.id)
    assert is_contact(ada.id, cem.id)
    assert is_contact(cem.id, ada.id)
    assert Tie.objects.count() == 2
    untie_contacts(one=cem.id, other=ada.id)
    assert not Tie.objects.exists()


def test_it_makes_no_contact_and_no_follow_across_a_block(ada: Persona, cem: Persona) -> None:
    block(source=ada.id, target=cem.id)
    for one, other in ((ada, cem), (cem, ada)):
        with pytest.raises(Refused):
            tie_contacts(one=one.id, other=other.id)
        with pytest.raises(Refused):
            follow(source=one.id, target=other.id)
    unblock(source=ada.id, target=cem.id)
    tie_contacts(one=ada.id, other=cem.id)


def test_it_keeps_the_block_of_the_other_side(ada: Persona, cem: Persona) -> None:
    block(source=ada.id, target=cem.id)
    block(source=cem.id, target=ada.id)
    unblock(source=ada.id, target=cem.id)
    assert is_hidden(ada.id, cem.id)
    assert is_hidden(cem.id, ada.id)


def test_it_records_what_happened_once(ada: Persona, cem: Persona) -> None:
    before = RecordedEvent.objects.count()
    follow(source=ada.id, target=cem.id)
    follow(source=ada.id, target=cem.id)
    assert RecordedEvent.objects.count() == before + 1
    assert kinds_between(ada.id, cem.id) == {TieKind.FOLLOW}
    assert tied_to(ada.id, [cem.id]) == {cem.id}


def test_it_knows_mutual_contacts_without_those_one_must_not_see(ada: Persona, ben: Persona, cem: Persona) -> None:
    tie_contacts(one=cem.id, other=ben.id)
    assert common_contact_ids(ada.id, cem.id, limit=5) == [ben.id]
    block(source=ben.id, target=ada.id)
    assert common_contact_ids(ada.id, cem.id, limit=5) == []


def test_it_pages_through_whom_one_follows(ada: Persona, ben: Persona, cem: Persona) -> None:
    for other in (ben, cem):
        follow(source=ada.id, target=other.id)
    first = page_of_targets(ada.id, TieKind.FOLLOW, before=(1 << 63) - 1, size=1)
    second = page_of_targets(ada.id, TieKind.FOLLOW, before=first.older or 0, size=1)
    assert {line.id for line in (*first.items, *second.items)} == {ben.id, cem.id}
    assert second.older is None
