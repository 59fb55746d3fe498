"""Criticism below the posts of companies: how far it is, and what was hidden why."""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Count, Q

from draht.actors.queries import ActorLine, lines
from draht.common import clock
from draht.common.ids import LARGEST
from draht.common.paging import Page, page_of
from draht.posts.models import Case, CaseState, Comment, Hiding, HouseRule
from draht.posts.queries.names import without_names_of
from draht.posts.rules import readable_by
from draht.ties.queries import hidden_ids
from draht.ties.rules import hidden_from

SIZE = 20
_COUNTED_FOR = timedelta(days=90)
# Below, a figure would tell about single people.
FEWEST = 5


class CaseLine(NamedTuple):
    """How far a company is with a critical comment. `answer` is what it answered, as HTML."""

    state: CaseState
    opened: datetime
    answered: datetime | None
    solved: datetime | None
    company: ActorLine
    answer_id: int | None
    answer: str


class HidingLine(NamedTuple):
    """Why a comment is not shown."""

    company: ActorLine
    rule: str
    words: str
    hidden: datetime


def cases_of_comments(post: int, comments: Collection[int], *, shown_html: Callable[[str], str]) -> dict[int, CaseLine]:
    """The cases of these comments below a post. `shown_html` takes out whom the viewer must not see."""
    if not comments:
        return {}
    return _told(Case.objects.filter(post=post, comment_id__in=comments), shown_html)


def hidings_of_comments(post: int, comments: Collection[int]) -> dict[int, HidingLine]:
    """Why these comments below a post are hidden."""
    if not comments:
        return {}
    found = list(Hiding.objects.filter(post=post, comment_id__in=comments))
    known = lines(row.company_id for row in found)
    return {
        row.comment_id: HidingLine(known[row.company_id], str(HouseRule(row.rule).label), row.words, row.hidden)
        for row in found
    }


def _told(found: Iterable[Case], shown_html: Callable[[str], str]) -> dict[int, CaseLine]:
    rows = list(found)
    known = lines(row.company_id for row in rows)
    wanted = Q(pk__in=[(row.post_id, row.answer_id) for row in rows if row.answer_id])
    answers = dict(Comment.objects.filter(wanted).values_list("id", "html")) if wanted else {}
    return {
        row.comment_id: CaseLine(
            row.state, row.opened, row.answered, row.solved, known[row.company_id], row.answer_id,
            shown_html(answers.get(row.answer_id or 0, "")),
        )
        for row in rows
    }  # fmt: skip


def hidden_text(post: int, comment: int) -> str:
    """What a hidden comment says, as HTML, for those who hid it."""
    return Comment.objects.filter(post=post, id=comment).values_list("html", flat=True).first() or ""


class CriticismLine(NamedTuple):
    """A case with the criticism itself, for the list of a company's cases."""

    id: int
    post: int
    author: ActorLine
    html: str
    case: CaseLine


def cases_of(viewer: int | None, company: int, *, before: int = LARGEST) -> Page[CriticismLine]:
    """The cases of a company that `viewer` may read, those with the newest criticism first."""
    seen = Case.objects.filter(readable_by(viewer, "post__"), company=company, comment_id__lt=before)
    found = list(seen.order_by("-comment_id")[: SIZE + 1])
    shown_html = without_names_of(hidden_ids(viewer))
    told = _told(found, shown_html)
    here = Comment.objects.filter(pk__in=[(row.post_id, row.comment_id) for row in found], is_hidden=False)
    if viewer is not None:
        here = here.exclude(author__in=hidden_from(viewer))
    said = {id: (author, html) for id, author, html in here.values_list("id", "author_id", "html")}
    people = lines(author for author, _ in said.values() if author)
    page = page_of(found, size=SIZE, id_of=lambda row: row.comment_id)
    shown = []
    for row in page.items:
        author, html = said.get(row.comment_id, (None, ""))
        if author:
            shown.append(
                CriticismLine(row.comment_id, row.post_id, people[author], shown_html(html), told[row.comment_id])
            )
    return Page(shown, page.older)


class CaseFigures(NamedTuple):
    """How many cases of the last 90 days are how far."""

    open: int
    answered: int
    solved: int

    @property
    def are_enough(self) -> bool:
        """Whether there are so many that their number may be told."""
        return sum(self) >= FEWEST


def case_figures(company: int) -> CaseFigures | None:
    """How far the company is with the cases of the last 90 days; None if it never had one."""
    lately = Q(opened__gt=clock.now() - _COUNTED_FOR)
    counted = Case.objects.filter(company=company).aggregate(
        ever=Count("comment_id"),
        open=Count("comment_id", filter=lately & Q(solved=None, answered=None)),
        answered=Count("comment_id", filter=lately & Q(solved=None, answered__isnull=False)),
        solved=Count("comment_id", filter=lately & Q(solved__isnull=False)),
    )
    return CaseFigures(**counted) if counted.pop("ever") else None
