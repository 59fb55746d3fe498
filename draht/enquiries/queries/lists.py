"""Enquiries in lists: the team's inbox, and what a member asked."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from django.db.models import QuerySet

from draht.actors.queries import ActorLine, lines
from draht.common import clock
from draht.common.ids import LARGEST, time_of
from draht.common.paging import Page, page_of
from draht.enquiries.models import Enquiry, Outcome, State, Wait
from draht.posts.queries.publicly import Spoken, said_in_public

PAGE = 25


class Shelf(StrEnum):
    """A part of the inbox."""

    OPEN = "open"
    MINE = "mine"
    ANSWERED = "answered"
    CLOSED = "closed"

    @property
    def is_oldest_first(self) -> bool:
        """Whether who waits longest stands on top."""
        return self in (Shelf.OPEN, Shelf.MINE)


class EnquiryLine(NamedTuple):
    """An enquiry in a list. `due` is when its answer is due, None if nobody waits."""

    id: int
    company: ActorLine
    who: ActorLine
    subject: str
    excerpt: str
    state: str
    when: datetime
    due: datetime | None
    assigned: ActorLine | None
    # Where it was asked in the open: "comment" below a post of the company, "mention" elsewhere, "" if it was sent.
    source: str = ""

    @property
    def is_late(self) -> bool:
        """Whether the answer should be there by now."""
        return self.due is not None and self.due < clock.now()


def guest(name: str) -> ActorLine:
    """A guest as lines of people show them: a name without a page."""
    return ActorLine(0, "guest", name, "", "", "", 0)


def inbox(company: int, viewer: int, shelf: Shelf, *, start: int | None) -> Page[EnquiryLine]:
    """A part of the team's inbox. `start`: the id to go on from. Three queries, and those of `said_in_public`.

    Of what was asked in the open, the viewer finds what they may read.
    """
    state = State.OPEN if shelf is Shelf.MINE else State(shelf.value)
    found = Enquiry.objects.filter(company=company, state=state)
    if shelf is Shelf.MINE:
        found = found.filter(assigned=viewer)
    if shelf.is_oldest_first:
        return _page(found.filter(id__gt=start or 0).order_by("id"), viewer)
    return _page(found.filter(id__lt=start or LARGEST).order_by("-id"), viewer)


def own_enquiries(viewer: int, *, before: int) -> Page[EnquiryLine]:
    """What a member asked, newest first. Three queries."""
    return _page(Enquiry.objects.filter(asker=viewer, id__lt=before).order_by("-id"), viewer)


_FIELDS = (
    "id",
    "company_id",
    "asker_id",
    "guest_name",
    "subject",
    "excerpt",
    "state",
    "assigned_id",
    "post_id",
    "comment_id",
)
_Row = tuple[int, int, int | None, str, str, str, str, int | None, int, int]


def _page(found: QuerySet[Enquiry], viewer: int) -> Page[EnquiryLine]:
    rows: list[_Row] = list(found.values_list(*_FIELDS)[: PAGE + 1])
    page = page_of(rows, size=PAGE, id_of=lambda row: row[0])
    said = said_in_public(viewer, [row[8:] for row in page.items if row[8]])
    authors = [one.author for one in said.values()]
    known = lines([*authors, *(id for row in page.items for id in (row[1], row[2], row[7]) if id)])
    waiting = Wait.objects.filter(enquiry__in=[row[0] for row in page.items], outcome=Outcome.WAITING)
    due = dict(waiting.values_list("enquiry_id", "due"))
    shown = [row for row in page.items if not row[8] or row[8:] in said]
    return Page([_line(row, known, due.get(row[0]), said.get(row[8:])) for row in shown], page.older)


def _line(row: _Row, known: dict[int, ActorLine], due: datetime | None, said: Spoken | None) -> EnquiryLine:
    id, company, asker, name, subject, excerpt, state, assigned, *place = row
    source, asked = "", id
    if said:
        asker, excerpt, asked = said.author, said.excerpt, place[1] or place[0]
        source = "comment" if said.post_author == company and place[1] else "mention"
    who = known[asker] if asker else guest(name)
    return EnquiryLine(
        id=id,
        company=known[company],
        who=who,
        subject=subject,
        excerpt=excerpt,
        state=state,
        when=time_of(asked),
        due=due,
        assigned=known.get(assigned) if assigned else None,
        source=source,
    )


def count_open(company: int) -> int:
    """How many wait for an answer of this company."""
    return Enquiry.objects.filter(company=company, state=State.OPEN).count()
