"""Members who come in from elsewhere, many at a time: an import of a network.

Everything is as `actions` would have left it: an account without a password, the actor, profile, business card and the
words of the directory. Nothing is recorded, so nobody gets a notice: these people joined elsewhere, and long ago.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from draht.accounts.models import HouseRules, User
from draht.actors.intake import Handles, NewActor, bring_in_actors
from draht.actors.models import Kind
from draht.common import clock
from draht.common.ids import new_id
from draht.members.models import (
    CardField,
    CardGroup,
    CardKind,
    Education,
    Interest,
    Language,
    Member,
    NameWord,
    Profile,
    Station,
)
from draht.members.words import findable, findable_employer


class NewStation(NamedTuple):
    """A time of work that lasts until now."""

    employer: str
    from_year: int


class NewEducation(NamedTuple):
    """A school, and the year in which it was left."""

    school: str
    to_year: int


class NewCardField(NamedTuple):
    """A private contact detail in its normal form."""

    kind: CardKind
    value: str


class NewMember(NamedTuple):
    """A person with an id that carries the time at which they joined. `email` is lower case and nobody else's; names
    come from `richtext.clean_name`, everything else keeps to `actions.limits`."""

    id: int
    joined: datetime
    email: str
    first_name: str
    last_name: str
    place: str
    stations: Sequence[NewStation]
    education: Sequence[NewEducation]
    languages: Sequence[str]
    interests: Sequence[str]
    card: Sequence[NewCardField]

    @property
    def name(self) -> str:
        """The full name."""
        return f"{self.first_name} {self.last_name}"


def taken_addresses(emails: Iterable[str]) -> set[str]:
    """Those of these addresses that belong to an account already."""
    return User.objects.taken(emails)


@transaction.atomic
def bring_in_members(rows: Sequence[NewMember], *, handles: Handles) -> None:
    """Let these people be members. They enter by a one-time link, or ask for a password at the sign-in page."""
    bring_in_actors(
        NewActor(row.id, Kind.MEMBER, row.name, handles.draw(row.name), _headline(row), row.joined) for row in rows
    )
    rules = HouseRules.objects.newest_version()
    users = [_account(row, rules) for row in rows]
    User.objects.bring_in(users)
    Member.objects.bulk_create(
        Member(actor_id=row.id, user=user, first_name=row.first_name, last_name=row.last_name)
        for row, user in zip(rows, users, strict=True)
    )
    Profile.objects.bulk_create(Profile(member_id=row.id, place=row.place) for row in rows)
    NameWord.objects.bulk_create(NameWord(member_id=row.id, word=word) for row in rows for word in sorted(_words(row)))
    Station.objects.bulk_create(
        Station(member_id=row.id, employer=station.employer, from_year=station.from_year)
        for row in rows
        for station in row.stations
    )
    Education.objects.bulk_create(
        Education(member_id=row.id, school=education.school, to_year=education.to_year)
        for row in rows
        for education in row.education
    )
    Language.objects.bulk_create(Language(member_id=row.id, code=code) for row in rows for code in row.languages)
    Interest.objects.bulk_create(
        Interest(member_id=row.id, name=name, position=position)
        for row in rows
        for position, name in enumerate(row.interests)
    )
    CardField.objects.bulk_create(
        CardField(member_id=row.id, group=CardGroup.PRIVATE, kind=field.kind, value=field.value, position=position)
        for row in rows
        for position, field in enumerate(row.card)
    )


def _account(row: NewMember, rules: int) -> User:
    with clock.at(row.joined):
        id = new_id()
    return User(
        id=id,
        email=row.email,
        language=settings.LANGUAGE_CODE,
        rules_version=rules,  # as in `create_user`: whoever makes an account for somebody answers for that
        created=row.joined,
        password=make_password(None),
    )


def _headline(row: NewMember) -> str:
    """As `actions.stations` makes it: of several employers the one where they began last."""
    newest = max(enumerate(row.stations), key=lambda entry: (entry[1].from_year, entry[0]), default=None)
    return newest[1].employer if newest else ""


def _words(row: NewMember) -> set[str]:
    return findable(row.name).union(*(findable_employer(station.employer) for station in row.stations))
