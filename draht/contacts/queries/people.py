"""Two people: how they stand to each other, and the page of a contact."""

from dataclasses import dataclass
from datetime import datetime

from draht.actors.models import Kind
from draht.actors.queries import ActorLine, by_handle, lines
from draht.contacts.models import ContactRequest, Ground, State
from draht.contacts.queries.book import News, Note, newest_changes, notes_on, tags_of
from draht.contacts.queries.common_ground import CommonGround, common_ground
from draht.contacts.queries.releases import CardGroups, grouped, released_fields, released_ids
from draht.contacts.rules import Between, Standing, may_ask
from draht.members.models import Member
from draht.members.queries import CardLine, card_fields, current_station
from draht.ties.models import Tie, TieKind
from draht.ties.queries import kinds_between
from draht.ties.rules import is_contact, is_hidden


@dataclass(frozen=True, slots=True)
class Panel:
    """What the page of a person shows about the viewer and them."""

    who: ActorLine
    standing: Standing
    request: int | None
    until: datetime | None
    since: datetime | None
    common: CommonGround
    path: list[ActorLine]
    is_following: bool
    is_muted: bool


def panel(viewer: int | None, member: int) -> Panel | None:
    """The panel beside somebody's profile; None for visitors, for oneself and across a block."""
    found = may_ask(viewer, member)
    if viewer is None or found.standing in (Standing.ONESELF, Standing.IMPOSSIBLE):
        return None
    known = lines([viewer, member])
    kinds = kinds_between(viewer, member)
    common = common_ground(viewer, [member])[member]
    direct = TieKind.CONTACT in kinds
    path = [] if direct or not common.mutual else [known[viewer], common.mutual[0], known[member]]
    return Panel(
        who=known[member],
        standing=found.standing,
        request=found.request,
        until=found.until,
        since=contact_since(viewer, member) if direct else None,
        common=common,
        path=path,
        is_following=TieKind.FOLLOW in kinds,
        is_muted=TieKind.MUTE in kinds,
    )


def contact_since(one: int, other: int) -> datetime | None:
    """Since when these two are contacts."""
    rows = Tie.objects.filter(source=one, kind=TieKind.CONTACT, target=other)
    return rows.values_list("since", flat=True).first()


def person(viewer: int, handle: str) -> ActorLine | None:
    """The member behind a handle as far as `viewer` may know of them, or None: also across a block."""
    line = by_handle(Kind.MEMBER, handle)
    return None if line is None or is_hidden(viewer, line.id) else line


def contact(viewer: int, handle: str) -> ActorLine | None:
    """The viewer's contact with this handle, or None: nobody learns who else exists."""
    line = person(viewer, handle)
    return line if line and is_contact(viewer, line.id) else None


def line_of(member: int) -> ActorLine:
    """The line of a member who exists."""
    return lines([member])[member]


def own_card(viewer: int) -> list[CardLine]:
    """The viewer's own business card, to choose from."""
    return card_fields(viewer)


def standing(viewer: int, other: int) -> Between:
    """How the viewer stands to somebody, and whether they may ask."""
    return may_ask(viewer, other)


@dataclass(frozen=True, slots=True)
class FirstRequest:
    """How a contact began."""

    own: bool
    ground: str
    detail: str
    text: str


@dataclass(frozen=True, slots=True)
class ContactPage:
    """Everything about one contact of the viewer."""

    who: ActorLine
    since: datetime | None
    theirs: CardGroups
    mine: list[CardLine]
    released: set[int]
    first: FirstRequest | None
    tags: list[str]
    notes: list[Note]
    news: list[News]
    common: CommonGround


def contact_details(viewer: int, who: ActorLine) -> ContactPage:
    """The page of a contact: what each releases to the other, how it began, the viewer's tags and notes."""
    return ContactPage(
        who=who,
        since=contact_since(viewer, who.id),
        theirs=grouped(released_fields(viewer, who.id)),
        mine=card_fields(viewer),
        released=released_ids(viewer, who.id),
        first=_first_request(viewer, who.id),
        tags=tags_of(viewer, who.id),
        notes=notes_on(viewer, who.id),
        news=newest_changes(viewer, limit=5, of=who.id),
        common=common_ground(viewer, [who.id])[who.id],
    )


def _first_request(viewer: int, other: int) -> FirstRequest | None:
    pair = [viewer, other]
    rows = ContactRequest.objects.filter(asker__in=pair, asked__in=pair, state=State.ACCEPTED).order_by("-id")
    row = rows.first()
    if row is None:
        return None
    return FirstRequest(row.asker_id == viewer, str(Ground(row.ground).label), row.detail, row.text)


@dataclass(frozen=True, slots=True)
class Card:
    """A contact's business card as a file needs it: only what is released to the viewer."""

    who: ActorLine
    first_name: str
    last_name: str
    employer: str
    title: str
    fields: list[CardLine]


def card_for(viewer: int, who: ActorLine) -> Card:
    """The card of a contact for the viewer's phone."""
    names = Member.objects.filter(actor=who.id).values_list("first_name", "last_name").first()
    first, last = names or ("", who.name)
    station = current_station(who.id)
    employer, title = (station.employer, station.title) if station else ("", "")
    return Card(who, first, last, employer, title, released_fields(viewer, who.id))
