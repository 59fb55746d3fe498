"""What the host is asked to decide."""

from datetime import datetime
from typing import NamedTuple

from draht.actors.queries import ActorLine, lines
from draht.common.ids import time_of
from draht.common.paging import Page, page_of
from draht.companies.models import ClaimKind, ClaimState, PageClaim

PAGE = 20


class ClaimLine(NamedTuple):
    """What somebody asks about the page of a company."""

    id: int
    when: datetime
    who: ActorLine
    company: ActorLine
    kind: ClaimKind
    words: str
    state: ClaimState
    answer: str


def _lines(rows: list[PageClaim]) -> list[ClaimLine]:
    known = lines(id for row in rows for id in (row.member_id, row.company_id))
    return [
        ClaimLine(
            row.id,
            time_of(row.id),
            known[row.member_id],
            known[row.company_id],
            ClaimKind(row.kind),
            row.words,
            ClaimState(row.state),
            row.answer,
        )
        for row in rows
    ]


def open_claims(*, before: int) -> Page[ClaimLine]:
    """What waits for the host, newest first."""
    rows = PageClaim.objects.filter(state=ClaimState.OPEN, id__lt=before).order_by("-id")[: PAGE + 1]
    return page_of(_lines(list(rows)), size=PAGE, id_of=lambda line: line.id)


def claims_of(member: int, company: int) -> list[ClaimLine]:
    """What this member asked about a page, newest first."""
    return _lines(list(PageClaim.objects.filter(member=member, company=company).order_by("-id")[:PAGE]))


def claim_with(id: int) -> tuple[PageClaim, ClaimLine] | None:
    """What is asked, as a row to decide about and as a line to show."""
    row = PageClaim.objects.filter(id=id).first()
    return (row, _lines([row])[0]) if row else None
