"""Mandates, as those who gave them and those who have them see them, and readers of the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils.functional import Promise

from draht.actors.models import Kind
from draht.actors.queries import ActorLine, by_handle, lines
from draht.companies.models import Ending, Mandate, Scope
from draht.companies.queries.directory import pages_called
from draht.companies.rules import running_mandates, visible_to
from draht.ties.queries import hidden_ids

# Over ones that the owners see.
_MOST_OVER = 50


@dataclass(frozen=True)
class MandateLine:
    """A mandate with the names in it."""

    row: Mandate
    company: ActorLine
    # None: they have left the network.
    caretaker: ActorLine | None
    agency: ActorLine | None
    ended_by: ActorLine | None

    @property
    def id(self) -> int:
        """That of the mandate."""
        return self.row.id

    @property
    def state(self) -> str:
        """Where it stands: offered, accepted (and not begun), running, over."""
        if self.row.ended:
            return "over"
        return "running" if self.row.begun else "accepted" if self.row.accepted else "offered"

    @property
    def scope(self) -> list[Scope]:
        """What it is for."""
        return [Scope(word) for word in self.row.scope.split()]

    @property
    def last_day(self) -> datetime:
        """A moment in the last day: the end itself is the midnight after."""
        return self.row.ends - timedelta(seconds=1)

    @property
    def ending(self) -> str | Promise:
        """Why it is over."""
        return Ending(self.row.ending).label


class CaretakerLine(NamedTuple):
    """Who looks after a page for the company, for whom they work, and until which day."""

    who: ActorLine
    agency: ActorLine | None
    until: datetime


def mandates_of(company: int) -> list[MandateLine]:
    """The mandates of a company: those that are open, then those that are over, newest first."""
    rows = Mandate.objects.filter(company=company).order_by("-id")
    return _lines([*rows.filter(ended=None), *rows.exclude(ended=None)[:_MOST_OVER]])


def own_mandates(member: int) -> list[MandateLine]:
    """The mandates that this member has or is offered."""
    rows = Mandate.objects.filter(caretaker=member, ended=None).exclude(company__in=hidden_ids(member))
    return _lines(rows.order_by("-id"))


def _lines(rows: Iterable[Mandate]) -> list[MandateLine]:
    found = list(rows)
    ids = [id for row in found for id in (row.company_id, row.caretaker_id, row.agency_id, row.ended_by_id) if id]
    known = lines(ids)
    return [
        MandateLine(
            row,
            known[row.company_id],
            known.get(row.caretaker_id or 0),
            known.get(row.agency_id or 0),
            known.get(row.ended_by_id or 0),
        )
        for row in found
    ]


def mandate_with(mandate: int) -> MandateLine | None:
    """A mandate, or None."""
    return next(iter(_lines(Mandate.objects.filter(id=mandate))), None)


def caretakers(viewer: int | None, company: int) -> list[CaretakerLine]:
    """Who looks after a page now, the newest first, without those on the other side of a block."""
    rows = list(running_mandates().filter(company=company).exclude(caretaker=None).order_by("-begun"))
    hidden = set(hidden_ids(viewer)) if rows and viewer else set()
    found = _lines(row for row in rows if row.caretaker_id not in hidden)
    return [
        CaretakerLine(line.caretaker, None if line.row.agency_id in hidden else line.agency, line.last_day)
        for line in found
        if line.caretaker
    ]


def agency_called(viewer: int, typed: str) -> int | None:
    """The published page with this handle, address or name, as `viewer` sees it; None if there is none, or several."""
    handle = typed.strip().rstrip("/").rpartition("/")[2]
    line = by_handle(Kind.COMPANY, handle)
    ids = {line.id} if line else {found.id for found in pages_called(viewer, typed)}
    pages = visible_to(viewer).filter(actor__in=ids).values_list("actor_id", flat=True)
    return pages[0] if len(pages) == 1 else None
