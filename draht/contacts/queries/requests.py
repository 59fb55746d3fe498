"""Requests as their two pages show them."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import QuerySet

from draht.actors.queries import ActorLine, lines
from draht.common.paging import Page, page_of
from draht.contacts.budget import Budget
from draht.contacts.models import ContactRequest, Ground, State
from draht.contacts.queries.common_ground import CommonGround, common_ground
from draht.contacts.rules import LASTS, budget_of, open_for_asked
from draht.ties.rules import hidden_from


class RequestLine(NamedTuple):
    """A request as one of its two sees it; `who` is the other. `state` is what the viewer may know of it."""

    id: int
    who: ActorLine
    ground: str
    detail: str
    text: str
    state: str
    state_label: str
    asked_at: datetime
    ends_at: datetime
    common: CommonGround


def received_requests(viewer: int, *, before: int, size: int) -> Page[RequestLine]:
    """The requests that wait for the viewer's answer, newest first, each with what the two have in common."""
    rows = list(open_for_asked(viewer).filter(id__lt=before).order_by("-id")[: size + 1])
    common = common_ground(viewer, [row.asker_id for row in rows])
    known = lines(row.asker_id for row in rows)
    found = [_line(row, known[row.asker_id], State.OPEN, common[row.asker_id]) for row in rows]
    return page_of(found, size=size, id_of=lambda line: line.id)


def received_request(viewer: int, request: int) -> RequestLine | None:
    """One request that waits for the viewer's answer, or None."""
    row = open_for_asked(viewer).filter(id=request).first()
    if row is None:
        return None
    return _line(
        row, lines([row.asker_id])[row.asker_id], State.OPEN, common_ground(viewer, [row.asker_id])[row.asker_id]
    )


def _sent(viewer: int) -> QuerySet[ContactRequest]:
    shown = (State.OPEN, State.WITHDRAWN, State.EXPIRED)
    return ContactRequest.objects.filter(asker=viewer, shown__in=shown).exclude(asked__in=hidden_from(viewer))


def sent_requests(viewer: int, *, before: int, size: int) -> Page[RequestLine]:
    """The requests the viewer sent and that did not make a contact, newest first, as they may know of them."""
    rows = list(_sent(viewer).filter(id__lt=before).order_by("-id")[: size + 1])
    known = lines(row.asked_id for row in rows)
    found = [_line(row, known[row.asked_id], State(row.shown), CommonGround()) for row in rows]
    return page_of(found, size=size, id_of=lambda line: line.id)


def sent_request(viewer: int, request: int) -> RequestLine | None:
    """One request that the viewer sent, or None."""
    row = _sent(viewer).filter(id=request).first()
    return _line(row, lines([row.asked_id])[row.asked_id], State(row.shown), CommonGround()) if row else None


def _line(row: ContactRequest, who: ActorLine, state: State, common: CommonGround) -> RequestLine:
    return RequestLine(
        id=row.id,
        who=who,
        ground=str(Ground(row.ground).label),
        detail=row.detail,
        text=row.text,
        state=state,
        state_label=str(state.label),
        asked_at=row.asked_at,
        ends_at=row.asked_at + LASTS,
        common=common,
    )


def was_asked(viewer: int, request: int) -> bool:
    """Whether this request was ever sent to the viewer, by somebody they may see."""
    rows = ContactRequest.objects.filter(id=request, asked=viewer).exclude(asker__in=hidden_from(viewer))
    return rows.exclude(state=State.DECLINED, decided_at=None).exists()  # refused by itself, never seen


def budget(viewer: int) -> Budget:
    """How many requests the viewer may have open."""
    return budget_of(viewer)
