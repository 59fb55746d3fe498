"""Members who come in many at a time are as if each had joined and written their profile."""

from datetime import UTC, datetime
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.db import models

from draht.accounts.models import User
from draht.actors.intake import Handles
from draht.actors.models import Actor, Kind
from draht.common import clock
from draht.common.ids import new_id
from draht.members.actions import add_station, join
from draht.members.intake import NewCardField, NewEducation, NewMember, NewStation, bring_in_members, taken_addresses
from draht.members.models import CardField, CardKind, Interest, Language, Member, NameWord, Profile, Station
from draht.outbox.models import RecordedEvent

pytestmark = pytest.mark.django_db
JOINED = datetime(2011, 1, 3, 8, tzinfo=UTC)


def newcomer(email: str = "joerg@example.org", **changed: Any) -> NewMember:
    with clock.at(JOINED):
        id = new_id()
    facts: dict[str, Any] = {
        "id": id,
        "joined": JOINED,
        "email": email,
        "first_name": "Jörg",
        "last_name": "Groß",
        "place": "Siegen",
        "stations": [NewStation("Höver Seile GmbH", 2008), NewStation("Drahtwerk Altena", 2010)],
        "education": [NewEducation("Universität Siegen", 2007)],
        "languages": ["de"],
        "interests": ["Kupfer"],
        "card": [NewCardField(CardKind.MAIL, "joerg@example.org")],
    }
    return NewMember(**facts | changed)


def _facts(model: type[models.Model], *leave_out: str, **filters: object) -> list[dict[str, object]]:
    rows = model._default_manager.filter(**filters).order_by("pk").values()
    return [{name: value for name, value in row.items() if name not in leave_out} for row in rows]


def test_a_newcomer_is_as_if_they_had_joined() -> None:
    row = newcomer()
    bring_in_members([row], handles=Handles(Kind.MEMBER))
    user = User.objects.create_user("second@example.org", language="en")
    joined = join(user=user, first_name="Jörg", last_name="Groß")
    Profile.objects.filter(member=joined).update(place="Siegen")
    add_station(member=joined.actor_id, employer="Höver Seile GmbH", from_year=2008)
    add_station(member=joined.actor_id, employer="Drahtwerk Altena", from_year=2010)
    for model, own, leave_out in (
        (Actor, "id", ("id", "handle", "hue", "created")),
        (Member, "actor", ("actor_id", "user_id")),
        (Profile, "member", ("member_id",)),
        (NameWord, "member", ("member_id",)),
        (Station, "member", ("id", "member_id")),
    ):
        brought, made = (_facts(model, *leave_out, **{own: id}) for id in (row.id, joined.actor_id))
        assert brought == made
        assert made
    account, other = (
        _facts(User, "id", "email", "password", "created", member__actor=id)[0] for id in (row.id, joined.actor_id)
    )
    assert account == other
    addresses = EmailAddress.objects.values_list("email", "verified", "primary")
    assert set(addresses) == {(email, True, True) for email in User.objects.values_list("email", flat=True)}


def test_handles_stay_apart_and_passwords_are_none() -> None:
    handles = Handles(Kind.MEMBER)
    bring_in_members([newcomer(), newcomer("second@example.org")], handles=handles)
    bring_in_members([newcomer("third@example.org")], handles=handles)
    found = Actor.objects.filter(kind=Kind.MEMBER).order_by("handle").values_list("handle", flat=True)
    assert list(found) == ["joerg-gross", "joerg-gross-2", "joerg-gross-3"]
    assert not any(user.has_usable_password() for user in User.objects.all())


def test_of_two_employers_since_the_same_year_the_later_named_is_the_headline() -> None:
    stations = [NewStation("First", 2010), NewStation("Second", 2010)]
    row = newcomer(stations=stations)
    bring_in_members([row], handles=Handles(Kind.MEMBER))
    assert Actor.objects.get(id=row.id).headline == "Second"


def test_everything_else_is_there_and_nothing_is_told() -> None:
    row = newcomer()
    bring_in_members([row], handles=Handles(Kind.MEMBER))
    assert Language.objects.get(member=row.id).code == "de"
    assert Interest.objects.get(member=row.id).name == "Kupfer"
    assert CardField.objects.get(member=row.id).value == "joerg@example.org"
    assert RecordedEvent.objects.count() == 0
    assert taken_addresses(["joerg@example.org", "free@example.org"]) == {"joerg@example.org"}
