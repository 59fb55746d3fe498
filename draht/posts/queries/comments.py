"""The conversation below a post: newest threads first to be found, read from top to bottom."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber

from draht.actors.queries import ActorLine, lines
from draht.actors.rules import speaks_for
from draht.common.ids import LARGEST, time_of
from draht.posts.models import POST_ITSELF, Comment, Like, Spoken
from draht.posts.queries.cases import CaseLine, HidingLine, cases_of_comments, hidings_of_comments
from draht.posts.queries.names import without_names_of
from draht.posts.queries.voices import Voice, actors_behind, voice_of
from draht.posts.rules import may_edit, may_like, visible_comments
from draht.ties.queries import hidden_ids

THREADS = 30
ANSWERS = 20
ANSWERS_IN_THREAD = 60


class CommentLine(NamedTuple):
    """A comment as one viewer sees it. A deleted one that had answers has no author. `earlier`: more answers exist."""

    id: int
    post: int
    above: int
    author: ActorLine | None
    html: str
    when: datetime
    edited: bool
    likes: int
    liked: bool
    voice: Voice
    may_edit: bool
    may_like: bool
    case: CaseLine | None = None
    hiding: HidingLine | None = None
    answers: tuple["CommentLine", ...] = ()
    earlier: bool = False


class Comments(NamedTuple):
    """A stretch of threads, oldest first; pass `older` as `before` or `newer` as `after` to go on."""

    items: Sequence[CommentLine]
    older: int | None
    newer: int | None


class Thread(NamedTuple):
    """One comment with a stretch of its answers, oldest first; pass `older` as `before` for earlier ones."""

    comment: CommentLine
    older: int | None
    newest: bool


_FIELDS = (
    "id", "post_id", "answers_id", "author_id", "html", "edited", "likes", "spoken", "writer_id", "agency_id",
    "is_case", "is_hidden",
)  # fmt: skip
_Row = tuple[int, int, int, int | None, str, datetime | None, int, int, int | None, int | None, bool, bool]


def comments_page(viewer: int | None, post: int, *, before: int = LARGEST, after: int = 0) -> Comments:
    """The newest threads below `before`, or the oldest ones above `after`."""
    threads = _visible(viewer, post).filter(answers_id=POST_ITSELF)
    if after:
        rows = list(threads.filter(id__gt=after).order_by("id").values_list(*_FIELDS)[: THREADS + 1])
        shown = rows[:THREADS]
        older, newer = (shown[0][0] if shown else after + 1), (shown[-1][0] if len(rows) > THREADS else None)
    else:
        rows = list(threads.filter(id__lt=before).order_by("-id").values_list(*_FIELDS)[: THREADS + 1])
        shown = rows[:THREADS][::-1]
        older = shown[0][0] if len(rows) > THREADS else None
        newer = shown[-1][0] if before != LARGEST and shown else None
    return Comments(_with_answers(viewer, post, shown), older, newer)


def thread_page(viewer: int | None, post: int, comment: int, *, before: int = LARGEST) -> Thread | None:
    """The thread in which `comment` stands; its newest answers, or those from `comment` on if it is an older answer."""
    here = _visible(viewer, post)
    row = here.filter(id=comment).values_list("answers_id", flat=True).first()
    if row is None:
        return None
    root = here.filter(id=row or comment, answers_id=POST_ITSELF).values_list(*_FIELDS).first()
    if root is None:
        return None
    answers = here.filter(answers_id=root[0])
    if row and before == LARGEST:
        below = answers.filter(id__gt=comment).order_by("id").values_list("id", flat=True)
        ahead = list(below[: ANSWERS_IN_THREAD // 2 + 1])
        before = ahead[-1] if len(ahead) > ANSWERS_IN_THREAD // 2 else LARGEST
    rows = list(answers.filter(id__lt=before).order_by("-id").values_list(*_FIELDS)[: ANSWERS_IN_THREAD + 1])
    shown = rows[:ANSWERS_IN_THREAD][::-1]
    top, *below_top = _lines(viewer, post, [root, *shown])
    older = shown[0][0] if len(rows) > ANSWERS_IN_THREAD else None
    return Thread(top._replace(answers=tuple(below_top)), older, newest=before == LARGEST)


def comment_text(viewer: int, post: int, comment: int) -> str | None:
    """What a comment says that `viewer` may edit; None if they may not, or it is gone."""
    row = Comment.objects.filter(post=post, id=comment).values_list("author_id", "text").first()
    return row[1] if row and may_edit(viewer, row[0], speaks_for(viewer)) else None


def _visible(viewer: int | None, post: int) -> "QuerySet[Comment]":
    return Comment.objects.filter(visible_comments(viewer), post=post)


def _with_answers(viewer: int | None, post: int, roots: Sequence[_Row]) -> list[CommentLine]:
    """Each thread with its newest answers."""
    place = Window(RowNumber(), partition_by=[F("answers_id")], order_by=F("id").desc())
    answers = _visible(viewer, post).filter(answers_id__in=[row[0] for row in roots]).annotate(place=place)
    rows = answers.filter(place__lte=ANSWERS + 1).order_by("id").values_list(*_FIELDS) if roots else ()
    found = {line.id: line for line in _lines(viewer, post, [*roots, *rows])}
    below: dict[int, list[CommentLine]] = {}
    for line in found.values():
        if line.above:
            below.setdefault(line.above, []).append(line)
    threads = []
    for row in roots:
        own = below.get(row[0], [])
        threads.append(found[row[0]]._replace(answers=tuple(own[-ANSWERS:]), earlier=len(own) > ANSWERS))
    return threads


def _lines(viewer: int | None, post: int, rows: Iterable[Any]) -> list[CommentLine]:
    rows = list(rows)
    authors = lines(row[3] for row in rows if row[3])
    liked = _liked(viewer, post, [row[0] for row in rows if row[6]])
    hidden = hidden_ids(viewer)
    shown_html = without_names_of(hidden)
    for_company = [row[8:10] for row in rows if row[7] == Spoken.FOR_COMPANY]
    behind = actors_behind(for_company, hidden=hidden)
    voices = speaks_for(viewer) if for_company else ()
    cases = cases_of_comments(post, [row[0] for row in rows if row[10]], shown_html=shown_html)
    hidings = hidings_of_comments(post, [row[0] for row in rows if row[11]])
    return [
        CommentLine(
            id=id,
            post=post_id,
            above=above,
            author=authors.get(author) if author else None,
            html="" if is_hidden and author != viewer else shown_html(html),
            when=time_of(id),
            edited=edited is not None,
            likes=likes,
            liked=id in liked,
            voice=voice_of(spoken, writer, agency, behind),
            may_edit=may_edit(viewer, author, voices),
            may_like=may_like(viewer, author) and not is_hidden,
            case=cases.get(id),
            hiding=hidings.get(id),
        )
        for id, post_id, above, author, html, edited, likes, spoken, writer, agency, _, is_hidden in rows
    ]


def _liked(viewer: int | None, post: int, comments: list[int]) -> set[int]:
    if viewer is None or not comments:
        return set()
    likes = Like.objects.filter(post=post, comment_id__in=comments, actor=viewer)
    return set(likes.values_list("comment_id", flat=True))
