"""Persons, with everything that belongs to one: addresses, languages, interests, work and study."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple, TypeVar

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from draht import richtext
from draht.actors.intake import Handles
from draht.actors.models import Kind
from draht.actors.queries import lines
from draht.common.refusal import Refused
from draht.members.actions import limits
from draht.members.actions.rows import MOST_ROWS
from draht.members.intake import (
    NewCardField,
    NewEducation,
    NewMember,
    NewStation,
    bring_in_members,
    taken_addresses,
)
from draht.members.models import CardKind
from draht.members.queries import language_names
from draht.portability.actions import Arrival
from draht.portability.snb.fields import day, id_at, identity, moment, year
from draht.portability.snb.names import Names
from draht.portability.snb.network import Found, Network, flat, side_by_side
from draht.portability.snb.reading import BadRow, Folder, pages_of

# What the columns of members and accounts hold.
_LONGEST_NAME = 60
_LONGEST_FULL_NAME = 120
_LONGEST_ADDRESS = 254
_LANGUAGES = frozenset(language_names("en"))
PERSON = "person"
T = TypeVar("T")


class Person(NamedTuple):
    """A row of the file of persons."""

    first_name: str
    last_name: str
    birthday: date | None
    joined: datetime
    place: str


class Belongings(NamedTuple):
    """What other files say about persons, by their ids."""

    emails: dict[str, list[str]]
    languages: dict[str, list[str]]
    interests: dict[str, list[str]]
    stations: dict[str, list[NewStation]]
    education: dict[str, list[NewEducation]]


def bring_in_persons(network: Network, names: Names) -> None:
    """Let every person of the network be a member here."""
    rows = [
        Found(place, id, person)
        for batch in network.folder.batches("person", 9, _person)
        for place, (id, person) in batch
    ]
    own = _read_belongings(network.folder, names, {row.foreign for row in rows})
    handles = Handles(Kind.MEMBER)
    for page in pages_of(rows):
        members = list(_members(network, network.fresh(PERSON, page), own, names))
        with transaction.atomic():
            bring_in_members([member for _, member in members], handles=handles)
            network.came_in(PERSON, (Arrival(foreign, member.id) for foreign, member in members))


def own_persons(network: Network, foreign: Iterable[str]) -> dict[str, int]:
    """What these persons became here. Those who have left since are left out."""
    own = network.own(PERSON, foreign)
    here = lines(found.id for found in own.values())
    return {id: found.id for id, found in own.items() if found.id in here}


def _members(
    network: Network, rows: list[Found[Person]], own: Belongings, names: Names
) -> Iterator[tuple[str, NewMember]]:
    taken = taken_addresses(email for row in rows for email in own.emails.get(row.foreign, ()))
    for place, id, person in rows:
        if person.place and person.place not in names.places:
            network.problem(place, f"there is no place {person.place}; the person comes without")
        emails = own.emails.get(id, [])
        free = next((email for email in emails if email not in taken), None)
        if emails and not free:
            network.problem(place, f"{emails[0]} belongs to another account; it is on the business card only")
        # Everybody can be signed in: those without an address have one that reaches nobody (RFC 2606).
        address = free or f"person-{id}@{network.domain}"
        taken.add(address)
        yield id, _member(id, person, own, names, address)


def _member(id: str, person: Person, own: Belongings, names: Names, address: str) -> NewMember:
    card = [NewCardField(CardKind.MAIL, email) for email in own.emails.get(id, ())]
    if person.birthday:
        card.append(NewCardField(CardKind.BIRTHDAY, person.birthday.isoformat()))
    return NewMember(
        id=id_at(person.joined),
        joined=person.joined,
        email=address,
        first_name=person.first_name,
        last_name=person.last_name,
        place=names.places.get(person.place, "")[: limits.PLACE],
        stations=own.stations.get(id, ()),
        education=own.education.get(id, ()),
        languages=list(dict.fromkeys(own.languages.get(id, ()))),
        interests=list({name.casefold(): name for name in own.interests.get(id, ())}.values()),
        card=card,
    )


def _person(fields: list[str]) -> tuple[str, Person]:
    id, first, last, _gender, birthday, created, _address, _browser, place = fields
    first_name, last_name = _real_name(first), _real_name(last)
    _at_most(_LONGEST_FULL_NAME, f"{first_name} {last_name}", "a full name")
    return identity(id, PERSON), Person(
        first_name=first_name,
        last_name=last_name,
        birthday=day(birthday) if birthday else None,
        joined=moment(created),
        place=identity(place, "place") if place else "",
    )


def _real_name(field: str) -> str:
    try:
        name = richtext.clean_name(field)
    except Refused as refused:
        raise BadRow(refused.message) from None
    return _at_most(_LONGEST_NAME, name, "a name")


def _at_most(longest: int, text: str, what: str) -> str:
    if len(text) > longest:
        raise BadRow(f"{what} of {len(text)} characters; {longest} are possible")
    return text


# --- what belongs to a person -----------------------------------------------------------------------------------------


def _read_belongings(folder: Folder, names: Names, persons: set[str]) -> Belongings:
    def read(name: str, columns: int, value: Callable[[list[str]], T]) -> dict[str, list[T]]:
        rows: Counter[str] = Counter()

        def parse(fields: list[str]) -> tuple[str, T]:
            id = identity(fields[0], PERSON)
            if id not in persons:
                raise BadRow(f"there is no person {id}")
            if rows[id] >= MOST_ROWS:
                raise BadRow(f"person {id} has more than {MOST_ROWS} rows here")
            rows[id] += 1
            return id, value(fields)

        return side_by_side(flat(folder.batches(name, columns, parse)))

    def organisation(fields: list[str]) -> str:
        name = _named(names.organisations, fields[1], "organisation")
        return _at_most(limits.NAME, name, "an organisation")

    def interest(fields: list[str]) -> str:
        return _at_most(limits.WORD, _named(names.tags, fields[1], "tag"), "an interest")

    return Belongings(
        emails=read("person_email_emailaddress", 2, _email),
        languages=read("person_speaks_language", 2, _language),
        interests=read("person_hasInterest_tag", 2, interest),
        stations=read("person_workAt_organisation", 3, lambda row: NewStation(organisation(row), year(row[2]))),
        education=read("person_studyAt_organisation", 3, lambda row: NewEducation(organisation(row), year(row[2]))),
    )


def _named(names: dict[str, str], field: str, what: str) -> str:
    id = identity(field, what)
    if id not in names:
        raise BadRow(f"there is no {what} {id}")
    return names[id]


def _email(fields: list[str]) -> str:
    email = _at_most(_LONGEST_ADDRESS, fields[1].strip().lower(), "an address")
    try:
        validate_email(email)
    except ValidationError:
        raise BadRow(f"{email[:60]!r} is no mail address") from None
    return email


def _language(fields: list[str]) -> str:
    code = fields[1].strip().lower()
    if code not in _LANGUAGES:
        raise BadRow(f"{code[:40]!r} is no code of a language")
    return code
