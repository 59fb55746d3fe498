"""What a member does for companies: mandates under which they act, and what they write in the newsroom."""

from collections.abc import Iterator

from django.db.models import Q

from draht.companies.models import Mandate
from draht.companies.rules import may_see_mandate
from draht.conduct.models import Acknowledgement
from draht.newsroom.models import Draft, DraftComment, DraftVersion
from draht.newsroom.rules import may_see
from draht.portability.export.values import Values, ident, moment, moment_of


def mandates(id: int) -> Iterator[Values]:
    """mandates.json, oldest first: those that were offered to the member, and those that they gave or ended for a
    company. Whom they gave it to stays here; so do the words of the caretaker, unless it is the member."""
    own = Mandate.objects.filter(Q(caretaker=id) | Q(by=id) | Q(ended_by=id))
    for row in own.select_related("company__actor", "agency__actor").order_by("id").iterator():
        is_caretaker = row.caretaker_id == id
        # What became of it is no matter of those who gave it and have left the company's team since.
        sees = id == row.ended_by_id or may_see_mandate(id, row)
        yield {
            "id": ident(row.id),
            "company": row.company.actor.name,
            "part": _part(id, row),
            "agency": row.agency.actor.name if row.agency else None,
            "scope": row.scope.split(),
            "starts": moment(row.starts),
            "ends": moment(row.ends),
            "waits_for_release": row.four_eyes,
            # Those who agreed on the processing keep the record of it (Art. 30 GDPR).
            "record": _record(row) if id in (row.caretaker_id, row.by_id) else None,
            "accepted": moment(row.accepted) if sees else None,
            "ended": moment(row.ended) if sees else None,
            "ending": (row.ending or None) if sees else None,
            "handover": row.handover if is_caretaker else None,
        }


def _record(mandate: Mandate) -> Values:
    names = ("subject", "data_kinds", "instructions", "subprocessors")
    return {name: getattr(mandate, name) for name in names}


def _part(id: int, mandate: Mandate) -> list[str]:
    """What the member has to do with it."""
    parts = {"caretaker": mandate.caretaker_id, "gave": mandate.by_id, "ended": mandate.ended_by_id}
    return [part for part, who in parts.items() if who == id]


def drafts(id: int) -> Iterator[Values]:
    """drafts.json, oldest first: those that the member began, changed, spoke about or released, in their own words
    alone. What a company plans is told to those who see the draft there, and to nobody who has left."""
    rows = Draft.objects.filter(
        Q(writer=id)
        | Q(released_by=id)
        | Q(id__in=DraftVersion.objects.filter(by=id).values("draft"))
        | Q(id__in=DraftComment.objects.filter(member=id).values("draft"))
    )
    for draft in rows.select_related("company__actor", "mandate").order_by("id").iterator():
        versions = DraftVersion.objects.filter(draft=draft, by=id).order_by("id").values("id", "title", "text", "body")
        sees = may_see(id, draft)
        yield {
            "id": ident(draft.id),
            "company": draft.company.actor.name,
            "began": draft.writer_id == id,
            "released": draft.released_by_id == id,
            "state": draft.state if sees else None,
            "planned": moment(draft.planned) if sees else None,
            "versions": [{**row, "id": ident(row["id"]), "saved": moment_of(row["id"])} for row in versions],
            "comments": _comments(id, draft),
        }


def _comments(id: int, draft: Draft) -> list[Values]:
    rows = DraftComment.objects.filter(draft=draft, member=id).order_by("id")
    return [{"written": moment_of(row.id), "words": row.words, "returned": row.returns} for row in rows]


def acknowledged(id: int) -> list[Values]:
    """Which house rules of companies the member has acknowledged, oldest first."""
    rows = Acknowledgement.objects.filter(member=id).select_related("version__company__actor").order_by("at")
    return [
        {
            "company": row.version.company.actor.name,
            "in_force": moment_of(row.version_id),
            "acknowledged": moment(row.at),
        }
        for row in rows
    ]
