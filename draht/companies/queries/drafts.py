"""Drafts that wait for the company, and what became of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from itertools import pairwise, zip_longest
from typing import NamedTuple

from django.db.models import QuerySet

from draht.actors.models import EVERYBODY
from draht.actors.queries import ActorLine, lines
from draht.common.ids import time_of
from draht.common.paging import Page, page_of
from draht.companies.models import Draft, DraftComment, DraftState, DraftVersion
from draht.posts.queries.voices import Voice

PAGE = 20


@dataclass(frozen=True)
class DraftLine:
    """A draft in its newest version, and how it will be shown."""

    row: Draft
    company: ActorLine
    voice: Voice
    version: int
    text: str
    html: str

    @property
    def id(self) -> int:
        """That of the draft."""
        return self.row.id

    @property
    def state(self) -> DraftState:
        """Where it stands."""
        return DraftState(self.row.state)

    @property
    def when(self) -> datetime:
        """Since when it stands like this in words."""
        return time_of(self.version)

    @property
    def audience(self) -> str:
        """Who shall read it."""
        return "everybody" if self.row.audience_id == EVERYBODY else "members"

    @property
    def is_open(self) -> bool:
        """Whether something can still become of it."""
        return self.state in (DraftState.WAITING, DraftState.RETURNED)


class ChangedLine(NamedTuple):
    """A line before and after; None: there is none. Where both are the same, nothing was changed."""

    before: str | None
    after: str | None


class Change(NamedTuple):
    """What was changed when a draft was laid before the company again."""

    when: datetime
    rows: list[ChangedLine]


class WordsLine(NamedTuple):
    """What somebody said about a draft."""

    id: int
    who: ActorLine | None
    when: datetime
    words: str
    returns: bool


def find_draft(draft: int) -> Draft | None:
    """A draft with its mandate, or None."""
    return Draft.objects.select_related("mandate").filter(id=draft).first()


def is_newest_version(draft: int, version: int) -> bool:
    """Whether a draft still waits in this version."""
    newer = DraftVersion.objects.filter(draft=draft, id__gt=version)
    return Draft.objects.filter(id=draft, state=DraftState.WAITING).exists() and not newer.exists()


def draft_line(draft: Draft) -> DraftLine:
    """A draft in its newest version."""
    return _lines([draft])[0]


def open_drafts(company: int, *, writer: int | None = None) -> list[DraftLine]:
    """Those that wait or were returned, the oldest first; of one writer alone if one is given."""
    open_ones = _of(company, writer, (DraftState.WAITING, DraftState.RETURNED)).order_by("id")
    return sorted(_lines(open_ones), key=lambda line: line.state != DraftState.WAITING)


def closed_drafts(company: int, *, before: int, writer: int | None = None) -> Page[DraftLine]:
    """Those that were released or withdrawn, the newest first."""
    closed = _of(company, writer, (DraftState.RELEASED, DraftState.WITHDRAWN)).filter(id__lt=before)
    return page_of(_lines(closed.order_by("-id")[: PAGE + 1]), size=PAGE, id_of=lambda line: line.id)


def drafts_under(mandate: int) -> list[DraftLine]:
    """Everything that was laid before the company under a mandate, the oldest first."""
    return _lines(Draft.objects.select_related("mandate").filter(mandate=mandate).order_by("id"))


def _of(company: int, writer: int | None, states: Iterable[DraftState]) -> QuerySet[Draft]:
    found = Draft.objects.select_related("mandate").filter(company=company, state__in=list(states))
    return found if writer is None else found.filter(mandate__caretaker=writer)


def _lines(rows: Iterable[Draft]) -> list[DraftLine]:
    found = list(rows)
    newest = {one.draft_id: one for one in DraftVersion.objects.filter(draft__in=found).order_by("id")}
    ids = [id for row in found for id in (row.company_id, row.mandate.caretaker_id, row.mandate.agency_id) if id]
    known = lines(ids)
    return [
        DraftLine(
            row,
            known[row.company_id],
            _voice(known.get(row.mandate.caretaker_id or 0), known.get(row.mandate.agency_id or 0)),
            newest[row.id].id,
            newest[row.id].text,
            newest[row.id].html,
        )
        for row in found
    ]


def _voice(caretaker: ActorLine | None, agency: ActorLine | None) -> Voice:
    return Voice("company", caretaker, agency or caretaker)


def changes(draft: int) -> list[Change]:
    """What was changed from version to version, the newest first."""
    versions = DraftVersion.objects.filter(draft=draft).order_by("id")
    steps = [Change(time_of(after.id), side_by_side(before.text, after.text)) for before, after in pairwise(versions)]
    return steps[::-1]


def side_by_side(before: str, after: str) -> list[ChangedLine]:
    """Two texts line by line beside each other."""
    old, new = before.splitlines(), after.splitlines()
    found = []
    for _kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        found += [ChangedLine(left, right) for left, right in zip_longest(old[a:b], new[c:d])]
    # Blank lines only part paragraphs.
    return [line for line in found if line.before or line.after]


def said_about(draft: int) -> list[WordsLine]:
    """What both sides said about a draft, the oldest first."""
    rows = list(DraftComment.objects.filter(draft=draft).order_by("id"))
    known = lines(row.member_id for row in rows if row.member_id)
    return [WordsLine(row.id, known.get(row.member_id or 0), time_of(row.id), row.words, row.returns) for row in rows]
