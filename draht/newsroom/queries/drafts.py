"""Drafts of a company, and what became of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from itertools import pairwise, zip_longest
from typing import NamedTuple

from django.db.models import Q, QuerySet

from draht.actors.models import EVERYBODY
from draht.actors.queries import ActorLine, lines
from draht.common.ids import time_of
from draht.common.paging import Page, page_of
from draht.companies.rules import running_mandates
from draht.newsroom.models import Draft, DraftComment, DraftState, DraftVersion
from draht.newsroom.rules import OPEN, is_own
from draht.posts.queries.voices import Voice

PAGE = 20
_CLOSED = (DraftState.RELEASED, DraftState.WITHDRAWN)
# In which order drafts stand in a list: first what somebody has to do something about.
_URGENCY = (
    DraftState.STOPPED,
    DraftState.WAITING,
    DraftState.RETURNED,
    DraftState.WRITING,
    DraftState.PLANNED,
    *_CLOSED,
)


@dataclass(frozen=True)
class DraftLine:
    """A draft in its newest version, and how it will be shown."""

    row: Draft
    company: ActorLine
    voice: Voice
    version: int
    title: str
    text: str
    body: str

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
        """When its words were saved."""
        return time_of(self.version)

    @property
    def audience(self) -> str:
        """Who shall read it."""
        return "everybody" if self.row.audience_id == EVERYBODY else "members"

    @property
    def beginning(self) -> str:
        """By which words one knows it in a list."""
        return self.title or self.text

    @property
    def whole(self) -> str:
        """All that it says, as it was typed."""
        return whole_text(self.title, self.text, self.body)


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


def open_drafts(viewer: int, company: int) -> list[DraftLine]:
    """Those of which something can still become and that `viewer` sees, what waits for somebody first."""
    found = _lines(_seen_by(viewer, company).filter(state__in=OPEN).order_by("id"))
    return sorted(found, key=lambda line: _URGENCY.index(line.state))


def closed_drafts(viewer: int, company: int, *, before: int) -> Page[DraftLine]:
    """Those that were published or withdrawn and that `viewer` sees, the newest first."""
    closed = _seen_by(viewer, company).filter(state__in=_CLOSED, id__lt=before).order_by("-id")
    return page_of(_lines(closed[: PAGE + 1]), size=PAGE, id_of=lambda line: line.id)


def drafts_under(mandate: int) -> list[DraftLine]:
    """Everything that was written under a mandate and laid before the company, the oldest first."""
    laid = _drafts().filter(mandate=mandate).exclude(state=DraftState.WRITING)
    return _lines(laid.order_by("id"))


def _drafts() -> QuerySet[Draft]:
    return Draft.objects.select_related("mandate")


def _seen_by(viewer: int, company: int) -> QuerySet[Draft]:
    """`rules.may_see`, for many."""
    found = _drafts().filter(company=company)
    if not is_own(viewer, company):
        return found.filter(writer=viewer)
    private = Q(state=DraftState.WRITING, mandate__in=running_mandates()) & ~Q(writer=viewer)
    return found.exclude(private)


def _lines(rows: Iterable[Draft]) -> list[DraftLine]:
    found = list(rows)
    newest = {one.draft_id: one for one in DraftVersion.objects.filter(draft__in=found).order_by("id")}
    agencies = {row.id: row.mandate.agency_id or row.mandate.caretaker_id for row in found if row.mandate}
    known = lines(id for row in found for id in (row.company_id, row.writer_id, agencies.get(row.id)) if id)
    return [
        DraftLine(
            row,
            known[row.company_id],
            Voice("company", known.get(row.writer_id or 0), known.get(agencies.get(row.id) or 0)),
            newest[row.id].id,
            newest[row.id].title,
            newest[row.id].text,
            newest[row.id].body,
        )
        for row in found
    ]


def whole_text(title: str, text: str, body: str) -> str:
    """All that a draft says, as it was typed."""
    return "\n\n".join(part for part in (title, text, body) if part)


def changes(draft: int) -> list[Change]:
    """What was changed from version to version, the newest first."""
    versions = DraftVersion.objects.filter(draft=draft).order_by("id")
    texts = [(one.id, whole_text(one.title, one.text, one.body)) for one in versions]
    steps = [Change(time_of(id), side_by_side(before, after)) for (_, before), (id, after) in pairwise(texts)]
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
