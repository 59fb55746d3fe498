"""What a member does for companies: mandates under which they act, and what they write that is not published."""

from collections.abc import Iterator

from draht.companies.models import Mandate
from draht.conduct.models import Acknowledgement
from draht.newsroom.models import Draft, DraftVersion
from draht.portability.export.values import Values, ident, moment, moment_of


def mandates(id: int) -> Iterator[Values]:
    """mandates.json, oldest first: those that were offered to the member."""
    rows = Mandate.objects.filter(caretaker=id).select_related("company__actor", "agency__actor").order_by("id")
    for row in rows.iterator():
        yield {
            "id": ident(row.id),
            "company": row.company.actor.name,
            "agency": row.agency.actor.name if row.agency else None,
            "scope": row.scope.split(),
            "starts": moment(row.starts),
            "ends": moment(row.ends),
            "waits_for_release": row.four_eyes,
            "accepted": moment(row.accepted),
            "ended": moment(row.ended),
            "ending": row.ending or None,
            "handover": row.handover,
        }


def drafts(id: int) -> Iterator[Values]:
    """drafts.json, oldest first: those that the member began or changed, in their own versions alone."""
    own = DraftVersion.objects.filter(by=id).values("draft")
    for draft in Draft.objects.filter(id__in=own).select_related("company__actor").order_by("id").iterator():
        versions = DraftVersion.objects.filter(draft=draft, by=id).order_by("id").values("id", "title", "text", "body")
        yield {
            "id": ident(draft.id),
            "company": draft.company.actor.name,
            "state": draft.state,
            "planned": moment(draft.planned),
            "versions": [{**row, "id": ident(row["id"]), "saved": moment_of(row["id"])} for row in versions],
        }


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
