"""Who knows whom: contacts. One row stands for both directions."""

from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from draht.portability.actions import Arrival
from draht.portability.snb.fields import identity, moment
from draht.portability.snb.network import Found, Network
from draht.portability.snb.persons import PERSON, own_persons
from draht.portability.snb.reading import BadRow
from draht.ties.intake import NewContact, bring_in_contacts

KNOWS = "contact"


class Knows(NamedTuple):
    """A row: two persons, and since when they know each other."""

    one: str
    other: str
    since: datetime


def bring_in_knows(network: Network) -> None:
    """Let everybody who knows somebody be in contact with them. Nothing of a business card is released by that."""
    for batch in network.folder.batches("person_knows_person", 3, _knows):
        rows = network.fresh(KNOWS, (Found(place, _pair(knows), knows) for place, knows in batch))
        own = own_persons(network, (id for row in rows for id in row.value[:2]))
        rows = network.only(rows, PERSON, lambda knows: knows[:2], own)
        with transaction.atomic():
            bring_in_contacts([NewContact(own[one], own[other], since) for _, _, (one, other, since) in rows])
            network.came_in(KNOWS, (Arrival(row.foreign) for row in rows))


def _pair(knows: Knows) -> str:
    return "-".join(sorted((knows.one, knows.other)))


def _knows(fields: list[str]) -> Knows:
    knows = Knows(identity(fields[0], PERSON), identity(fields[1], PERSON), moment(fields[2]))
    if knows.one == knows.other:
        raise BadRow(f"person {knows.one} knows only themself")
    return knows
