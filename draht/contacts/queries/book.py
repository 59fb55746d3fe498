"""A member's contacts: the list, what is new, tags and notes."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from draht.actors.queries import ActorLine, lines
from draht.common import clock
from draht.common.ids import time_of
from draht.contacts.models import Change, ContactNote, ContactTag, Release
from draht.members.models import NameWord, Station
from draht.members.queries import CardLine, card_lines
from draht.members.words import folded
from draht.ties.models import Tie, TieKind
from draht.ties.queries import contact_ids
from draht.ties.rules import hidden_from

NEWS_FOR = timedelta(days=180)
_WORDS = 5


class Sort(StrEnum):
    """Orders of the list."""

    NAME = "name"
    NEWEST = "newest"
    CHANGED = "changed"


class ContactLine(NamedTuple):
    """A contact in the list."""

    who: ActorLine
    since: datetime
    tags: list[str]
    changed: datetime | None


class BookPage(NamedTuple):
    """Some contacts, the id to pass as `after` for more (None: there are none), and how many there are in all."""

    items: list[ContactLine]
    after: int | None
    total: int


class _Row(NamedTuple):
    id: int
    since: datetime
    last: str | None
    first: str | None


def contact_page(
    viewer: int, *, find: str = "", tag: str = "", sort: Sort = Sort.NAME, after: int = 0, size: int
) -> BookPage:
    """A part of the viewer's contacts. `find` is the beginning of words of name, employer, headline, own tag or note.

    Only the viewer's own contacts are read, and of each no more than its place in the order; five thousand take a few
    hundredths of a second.
    """
    ties = _contacts(viewer, find, tag)
    rows = [_Row(*row) for row in ties.values_list("target_id", "since", *_NAME)]
    changed = _last_changes(viewer, {row.id: row.since for row in rows}) if sort == Sort.CHANGED else {}
    rows.sort(key=_order(sort, changed))
    start = next((place for place, row in enumerate(rows, 1) if row.id == after), 0) if after else 0
    part = rows[start : start + size]
    items = _lines(viewer, part, changed)
    more = part[-1].id if start + size < len(rows) else None
    return BookPage(items, more, len(rows))


_NAME = ("target__member__last_name", "target__member__first_name")


def _contacts(viewer: int, find: str, tag: str) -> QuerySet[Tie]:
    ties = Tie.objects.filter(source=viewer, kind=TieKind.CONTACT).exclude(target__in=hidden_from(viewer))
    if tag:
        ties = ties.filter(target__in=ContactTag.objects.filter(owner=viewer, tag=tag).values("contact"))
    for word in find.split()[:_WORDS]:
        ties = ties.filter(_beginning_with(word) | _kept_by(viewer, word))
    return ties


def _beginning_with(word: str) -> Q:
    headline = Q(target__headline__istartswith=word) | Q(target__headline__icontains=f" {word}")
    parts = folded(word)
    if not parts:
        return headline
    names = Q()
    for part in parts:
        names &= Q(Exists(NameWord.objects.filter(member=OuterRef("target"), word__startswith=part)))
    return names | headline


def _kept_by(viewer: int, word: str) -> Q:
    """What the viewer wrote down about a contact has a word that begins so."""
    of_contact = {"owner": viewer, "contact": OuterRef("target")}
    tags = ContactTag.objects.filter(Q(tag__istartswith=word) | Q(tag__icontains=f" {word}"), **of_contact)
    in_text = Q(text__istartswith=word) | Q(text__icontains=f" {word}") | Q(text__icontains=f"\n{word}")
    notes = ContactNote.objects.filter(in_text, **of_contact)
    return Q(Exists(tags)) | Q(Exists(notes))


@lru_cache(maxsize=20_000)
def _sorted_as(name: str) -> str:
    return " ".join(folded(name))


def _order(sort: Sort, changed: dict[int, datetime]) -> Callable[[_Row], tuple[object, ...]]:
    if sort == Sort.NAME:
        return lambda row: (_sorted_as(row.last or ""), _sorted_as(row.first or ""), row.id)
    if sort == Sort.NEWEST:
        return lambda row: (-row.since.timestamp(), row.id)
    return lambda row: (-changed[row.id].timestamp() if row.id in changed else 0.0, -row.since.timestamp(), row.id)


def _lines(viewer: int, rows: list[_Row], changed: dict[int, datetime]) -> list[ContactLine]:
    known = lines(row.id for row in rows)
    tags: dict[int, list[str]] = {}
    owned = ContactTag.objects.filter(owner=viewer, contact__in=list(known)).order_by("tag")
    for contact, tag in owned.values_list("contact_id", "tag"):
        tags.setdefault(contact, []).append(tag)
    return [ContactLine(known[row.id], row.since, tags.get(row.id, []), changed.get(row.id)) for row in rows]


# --- what is new ------------------------------------------------------------------------------------------------------


class News(NamedTuple):
    """Something new about a contact: where they work now, or a field of their card that is released to the viewer."""

    who: ActorLine
    what: str
    at: datetime
    station: Station | None
    card: CardLine | None


def _visible_changes(viewer: int, members: Iterable[int] | QuerySet[Tie, int]) -> QuerySet[Change]:
    """The changes of these contacts that `viewer` may learn of: of the card only what is released to them."""
    released = Release.objects.filter(contact=viewer, owner=OuterRef("member"), field=OuterRef("object_id"))
    recent = Change.objects.filter(member__in=members, at__gt=clock.now() - NEWS_FOR)
    return recent.exclude(member__in=hidden_from(viewer)).filter(~Q(what=Change.What.FIELD) | Exists(released))


def _last_changes(viewer: int, since: dict[int, datetime]) -> dict[int, datetime]:
    """When each contact changed last, if after they became one."""
    changes = _visible_changes(viewer, contact_ids(viewer)).order_by("at").values_list("member_id", "at")
    return {member: at for member, at in changes if member in since and at > since[member]}


def newest_changes(viewer: int, *, limit: int, of: int | None = None) -> list[News]:
    """What is new about the viewer's contacts, or about one, newest first; nothing that is older than the contact."""
    contacts = contact_ids(viewer)
    rows = _visible_changes(viewer, contacts if of is None else contacts.filter(target=of))
    before = Tie.objects.filter(
        source=viewer, kind=TieKind.CONTACT, target=OuterRef("member"), since__lt=OuterRef("at")
    )
    rows = rows.filter(Exists(before)).order_by("-at", "object_id")
    changes = list(rows.values_list("member_id", "what", "object_id", "at")[:limit])
    known = lines(member for member, *_ in changes)
    stations = {
        row.id: row for row in Station.objects.filter(id__in=[id for _, what, id, _ in changes if what != "field"])
    }
    cards = card_lines(id for _, what, id, _ in changes if what == Change.What.FIELD)
    news = (News(known[m], what, at, stations.get(id), cards.get(id)) for m, what, id, at in changes)
    return [line for line in news if line.station or line.card]


# --- own tags and notes -----------------------------------------------------------------------------------------------


def own_tags(viewer: int) -> list[tuple[str, int]]:
    """The viewer's tags, and how many contacts carry each."""
    rows = ContactTag.objects.filter(owner=viewer).exclude(contact__in=hidden_from(viewer))
    counts = rows.values_list("tag").annotate(Count("contact"))
    return sorted(counts, key=lambda row: row[0].casefold())


def tags_of(viewer: int, contact: int) -> list[str]:
    """The viewer's tags on one contact."""
    rows = ContactTag.objects.filter(owner=viewer, contact=contact)
    return sorted(rows.values_list("tag", flat=True), key=str.casefold)


class Note(NamedTuple):
    """A private note, and about whom."""

    id: int
    about: ActorLine
    text: str
    written: datetime


def _notes(rows: QuerySet[ContactNote]) -> list[Note]:
    found = list(rows.order_by("-id").values_list("id", "contact_id", "text"))
    known = lines(contact for _, contact, _ in found)
    return [Note(id, known[contact], text, time_of(id)) for id, contact, text in found]


def notes_on(viewer: int, contact: int) -> list[Note]:
    """The viewer's notes on one contact, newest first."""
    return _notes(ContactNote.objects.filter(owner=viewer, contact=contact))


def notes_on_former(viewer: int) -> list[Note]:
    """The viewer's notes on people who are contacts no longer, newest first; across a block they rest unseen."""
    rows = ContactNote.objects.filter(owner=viewer)
    return _notes(rows.exclude(contact__in=contact_ids(viewer)).exclude(contact__in=hidden_from(viewer)))
