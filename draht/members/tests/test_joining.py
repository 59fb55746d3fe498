"""What joining promises."""

import pytest

from draht.accounts.models import User
from draht.actors.queries import lines
from draht.common.refusal import Refused
from draht.conftest import Persona
from draht.members.actions import join
from draht.members.models import NameWord
from draht.members.tests.factories import make_member
from draht.outbox.models import RecordedEvent
from draht.ties.rules import is_contact

pytestmark = pytest.mark.django_db


def test_it_gives_a_new_member_a_name_and_an_address_of_their_own() -> None:
    one, other = make_member("Jörg", "Groß"), make_member("Jörg", "Groß", email="another@example.org")
    found = lines([one.actor_id, other.actor_id])
    assert [line.name for line in found.values()] == ["Jörg Groß", "Jörg Groß"]
    assert {line.handle for line in found.values()} == {"joerg-gross", "joerg-gross-2"}


def test_it_says_that_somebody_joined() -> None:
    member = make_member()
    event = RecordedEvent.objects.get(name="members.MemberJoined")
    assert event.facts == {"member": member.actor_id}


def test_it_can_be_found_under_both_spellings_of_a_name() -> None:
    member = make_member("Jürgen", "Öztürk-Weiß")
    words = set(NameWord.objects.filter(member=member).values_list("word", flat=True))
    assert {"jurgen", "juergen", "ozturk", "oeztuerk", "weiss"} == words


def test_it_refuses_a_name_that_is_none_and_leaves_nothing_behind() -> None:
    user = User.objects.create_user("nobody@example.org")
    with pytest.raises(Refused):
        join(user=user, first_name="Ada", last_name="4711")
    assert not RecordedEvent.objects.exists()


def test_it_signs_personas_in(ada: Persona, ben: Persona) -> None:
    assert is_contact(ada.id, ben.id)
    assert ada.client().session["_auth_user_id"] == str(ada.user.id)
