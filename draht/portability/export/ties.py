"""Whom the member knows, follows, mutes and blocks; the requests they wrote; their own tags and notes."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from draht.actors.queries import ActorLine, lines
from draht.contacts.models import ContactNote, ContactRequest, ContactTag, Release
from draht.portability.export.values import Values, address, ident, moment, moment_of
from draht.ties.models import Tie, TieKind
from draht.ui.nav import actor_href

T = TypeVar("T")
_OTHERS = {"follows": TieKind.FOLLOW, "mutes": TieKind.MUTE, "blocks": TieKind.BLOCK}


def contacts(id: int) -> Values:
    """contacts.json"""
    ties = list(Tie.objects.filter(source=id, kind=TieKind.CONTACT).order_by("since").values_list("target_id", "since"))
    others = {
        name: list(Tie.objects.filter(source=id, kind=kind).order_by("since").values_list("target_id", "since"))
        for name, kind in _OTHERS.items()
    }
    tags = _grouped(ContactTag.objects.filter(owner=id).order_by("tag").values_list("contact_id", "tag"))
    released = _grouped(Release.objects.filter(owner=id).values_list("contact_id", "field_id"))
    own_notes = ContactNote.objects.filter(owner=id).order_by("id").values_list("contact_id", "id", "text")
    notes = _grouped((who, (note, text)) for who, note, text in own_notes)
    everybody = {who for who, _ in ties} | set(notes) | {who for rows in others.values() for who, _ in rows}
    known = lines(everybody)
    former = sorted(set(notes) - {who for who, _ in ties})
    return {
        "contacts": [
            {
                **_who(known.get(who), who),
                "since": moment(since),
                "tags": tags[who],
                "notes": _notes(notes[who]),
                "released_fields": [ident(field) for field in sorted(released[who])],
            }
            for who, since in ties
        ],
        "notes_on_former_contacts": [{**_who(known.get(who), who), "notes": _notes(notes[who])} for who in former],
        **{
            name: [{**_who(known.get(who), who), "since": moment(since)} for who, since in rows]
            for name, rows in others.items()
        },
    }


def requests(id: int) -> list[Values]:
    """requests.json: what the member asked others, in their own words, and what they saw become of it."""
    rows = list(ContactRequest.objects.filter(asker=id).order_by("id"))
    known = lines(row.asked_id for row in rows)
    return [
        {
            **_who(known.get(row.asked_id), row.asked_id),
            "asked": moment(row.asked_at),
            "ground": row.ground,
            "detail": row.detail,
            "text": row.text,
            "state": row.shown,
        }
        for row in rows
    ]


def _who(line: ActorLine | None, id: int) -> Values:
    if line is None:
        return {"id": ident(id), "name": None, "address": None}
    return {"id": ident(id), "name": line.name, "address": address(actor_href(line))}


def _notes(rows: Iterable[tuple[int, str]]) -> list[Values]:
    return [{"written": moment_of(id), "text": text} for id, text in rows]


def _grouped(rows: Iterable[tuple[int, T]]) -> defaultdict[int, list[T]]:
    found: defaultdict[int, list[T]] = defaultdict(list)
    for who, what in rows:
        found[who].append(what)
    return found
