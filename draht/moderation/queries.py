"""Reads about keeping order."""

from typing import NamedTuple

from draht.actors.queries import ActorLine, lines
from draht.common.paging import Page, page_of
from draht.moderation.models import Appeal
from draht.posts.models import Comment, Hiding

SIZE = 20


class AppealLine(NamedTuple):
    """An appeal as the host and its author see it. `html` is the comment itself, "" once it is gone."""

    appeal: Appeal
    author: ActorLine
    company: ActorLine
    html: str


def open_appeals(*, before: int) -> Page[AppealLine]:
    """What waits for the host, the newest first."""
    rows = list(Appeal.objects.filter(decided=None, id__lt=before).order_by("-id")[: SIZE + 1])
    page = page_of(rows, size=SIZE, id_of=lambda row: row.id)
    return Page(_lines(list(page.items)), page.older)


def appeal_with(id: int) -> AppealLine | None:
    """One appeal, open or decided."""
    return next(iter(_lines(list(Appeal.objects.filter(id=id)))), None)


def decided_about(id: int) -> tuple[int, int] | None:
    """The post and the comment that an appeal is about; None if it is gone."""
    return Appeal.objects.filter(id=id).values_list("post_id", "comment_id").first()


def appeal_against(hiding: Hiding | None, *, post: int, comment: int) -> AppealLine | None:
    """The appeal against this hiding; if the comment is not hidden any more, the latest one."""
    rows = Appeal.objects.filter(post_id=post, comment_id=comment)
    if hiding is not None:
        rows = rows.filter(hidden=hiding.hidden)
    return next(iter(_lines(list(rows.order_by("-id")[:1]))), None)


def hiding_of(post: int, comment: int) -> Hiding | None:
    """Why a comment is hidden; None if it is not."""
    return Hiding.objects.filter(post=post, comment_id=comment).first()


def _lines(rows: list[Appeal]) -> list[AppealLine]:
    known = lines(id for row in rows for id in (row.author_id, row.company_id))
    keys = [(row.post_id, row.comment_id) for row in rows]
    said = dict(Comment.objects.filter(pk__in=keys).values_list("id", "html")) if keys else {}
    return [AppealLine(row, known[row.author_id], known[row.company_id], said.get(row.comment_id, "")) for row in rows]
