"""Makes card fields, requests and contacts for tests."""

from typing import Any, Protocol

from draht.accounts.models import User
from draht.actors.models import Actor, Kind
from draht.common import clock
from draht.common.ids import new_id
from draht.contacts.actions import accept_request, ask_for_contact
from draht.contacts.models import ContactRequest, Ground
from draht.members.actions import add_card_field
from draht.members.models import CardGroup, CardKind, Member, NameWord
from draht.members.words import findable
from draht.ties.models import Tie, TieKind


class HasId(Protocol):
    """A persona, or an actor."""

    @property
    def id(self) -> int: ...


def make_field(
    owner: HasId,
    kind: CardKind = CardKind.MAIL,
    value: str = "office@example.org",
    group: CardGroup = CardGroup.BUSINESS,
    **more: Any,
) -> int:
    """A field on somebody's business card; its id."""
    return add_card_field(member=owner.id, group=group, kind=kind, value=value, **more).id


def ask(asker: HasId, asked: HasId, text: str = "We met at wire 2026.", **more: Any) -> ContactRequest:
    """Somebody asks somebody for contact."""
    return ask_for_contact(asker=asker.id, asked=asked.id, ground=Ground.MET, text=text, **more)


def agree(asker: HasId, asked: HasId, promised: tuple[int, ...] = (), released: tuple[int, ...] = ()) -> ContactRequest:
    """Two become contacts; the asked gets `promised`, the asker `released`."""
    request = ask(asker, asked, fields=promised)
    return accept_request(request=request.id, asked=asked.id, fields=released)


def make_contacts(owner: HasId, people: list[tuple[str, str]]) -> list[int]:
    """Many contacts at once, as an import would make them."""
    ids = [new_id() for _ in people]
    User.objects.bulk_create(User(id=new_id(), email=f"{id}@example.org", password="!") for id in ids)
    users = dict(User.objects.filter(email__endswith="@example.org").values_list("email", "id"))
    Actor.objects.bulk_create(
        Actor(id=id, kind=Kind.MEMBER, name=f"{first} {last}", handle=f"p-{id}", headline=f"Drawer at Mill {n % 50}")
        for n, (id, (first, last)) in enumerate(zip(ids, people, strict=True))
    )
    Member.objects.bulk_create(
        Member(actor_id=id, user_id=users[f"{id}@example.org"], first_name=first, last_name=last)
        for id, (first, last) in zip(ids, people, strict=True)
    )
    NameWord.objects.bulk_create(
        NameWord(member_id=id, word=word)
        for id, (first, last) in zip(ids, people, strict=True)
        for word in findable(first, last)
    )
    since = clock.now()
    ties = [(owner.id, id) for id in ids] + [(id, owner.id) for id in ids]
    Tie.objects.bulk_create(Tie(source_id=a, kind=TieKind.CONTACT, target_id=b, since=since) for a, b in ties)
    return ids
