"""Posts as a page shows them."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Count, QuerySet

from draht.actors.models import EVERYBODY, MEMBERS, Activity, Verb
from draht.actors.queries import LINE, ActorLine
from draht.actors.rules import speaks_for
from draht.common.ids import LARGEST, time_of
from draht.common.paging import Page, page_of
from draht.common.prepared import Prepared
from draht.media.queries import PictureLine
from draht.posts.models import POST_ITSELF, Comment, Like, Post, PostPicture, Recommendation, Spoken
from draht.posts.queries.names import without_names_of
from draht.posts.queries.voices import PLAIN, Voice, actors_behind, voice_of
from draht.posts.rules import may_edit, may_like, may_recommend, readable_by, visible_comments
from draht.ties.queries import hidden_ids


class PostCard(NamedTuple):
    """A post as one viewer sees it wherever posts are shown. Counts leave out whom the viewer must not see.

    An article has a `title`; it takes some `minutes` to read, and `html` is what stands before it.
    """

    id: int
    author: ActorLine
    title: str
    minutes: int
    html: str
    edited: datetime | None
    audience_kind: str
    pictures: tuple[PictureLine, ...]
    likes: int
    recommendations: int
    comments: int
    liked: bool
    recommended: bool
    stamp: int
    voice: Voice
    may_edit: bool
    may_like: bool
    may_recommend: bool

    @property
    def when(self) -> datetime:
        return time_of(self.id)


_POST = (
    "id", "html", "edited", "audience_id", "picture_count", "likes", "recommendations", "comments", "stamp",
    "spoken", "writer_id", "agency_id", "title", "minutes",
)  # fmt: skip
_AUTHOR = tuple(f"author__{name}" for name in LINE)
_FOR_COMPANY = int(Spoken.FOR_COMPANY)
_AUDIENCE_KINDS = {EVERYBODY: "everybody", MEMBERS: "members"}


def audience_kind(audience: int) -> str:
    """Whom an audience stands for: "everybody", "members" or "contacts"."""
    return _AUDIENCE_KINDS.get(audience, "contacts")


def cards(viewer: int | None, ids: Iterable[int], *, hidden: Collection[int] | None = None) -> list[PostCard]:
    """The cards of these posts in the order of `ids`; what `viewer` may not read is left out.

    Six queries at most, two more if there are words of companies among them. `hidden`: whom the viewer must not see, if
    that is known already.
    """
    wanted = list(ids)
    if not wanted:
        return []
    hidden = hidden_ids(viewer) if hidden is None else hidden
    read = _public_rows(wanted) if viewer is None else _readable_rows(viewer, wanted)
    rows = {row[0]: row for row in read}
    pictures = _pictures([id for id, row in rows.items() if row[4]])
    liked, recommended = _own_marks(viewer, rows)
    unseen = _unseen(viewer, hidden, rows)
    for_company = [row[10:12] for row in read if row[9] == _FOR_COMPANY]
    behind = actors_behind(for_company, hidden=hidden)
    voices = speaks_for(viewer) if for_company else ()
    shown_html = without_names_of(hidden)
    found = []
    for id in wanted:
        if id not in rows:
            continue
        row = rows[id]
        _, html, edited, audience, _, likes, recommendations, comments, stamp, *more = row
        voice, writer, agency, title, minutes, *author = more
        line = ActorLine(*author)
        less = unseen.get(id, _NONE_UNSEEN)
        found.append(
            PostCard(
                id=id,
                author=line,
                title=title,
                minutes=minutes,
                html=shown_html(html),
                edited=edited,
                audience_kind=_AUDIENCE_KINDS.get(audience, "contacts"),
                pictures=pictures.get(id, ()),
                likes=likes - less[0],
                recommendations=recommendations - less[1],
                comments=comments - less[2],
                liked=id in liked,
                recommended=id in recommended,
                stamp=stamp,
                voice=voice_of(voice, writer, agency, behind) if voice else PLAIN,
                may_edit=may_edit(viewer, line.id, voices),
                may_like=may_like(viewer, line.id),
                may_recommend=may_recommend(viewer, line.id, audience),
            )
        )
    return found


@Prepared
def _readable_rows(viewer: int, posts: list[int]) -> QuerySet[Any, Any]:
    return Post.objects.filter(readable_by(viewer), id__in=posts).values_list(*_POST, *_AUTHOR)


@Prepared
def _public_rows(posts: list[int]) -> QuerySet[Any, Any]:
    return Post.objects.filter(readable_by(None), id__in=posts).values_list(*_POST, *_AUTHOR)


@Prepared
def _picture_rows(posts: list[int]) -> QuerySet[Any, Any]:
    rows = PostPicture.objects.filter(post__in=posts).order_by("post_id", "position")
    return rows.values_list("post_id", "picture_id", "key", "alt", "width", "height")


@Prepared
def _mark_rows(viewer: int, posts: list[int]) -> QuerySet[Any, Any]:
    marks = Activity.objects.filter(object_id__in=posts, verb__in=(Verb.RECOMMENDED, Verb.LIKED), actor=viewer)
    return marks.values_list("object_id", "verb")


def card(viewer: int | None, post: int) -> PostCard | None:
    """The card of one post; None if there is no such post for `viewer`."""
    found = cards(viewer, [post])
    return found[0] if found else None


def posts_of(viewer: int | None, actor: int, *, before: int = LARGEST, size: int = 20) -> Page[PostCard]:
    """What an actor published and `viewer` may read, newest first. A hashtag published what carries it."""
    found: list[PostCard] = []
    while True:
        acts = Activity.objects.filter(actor=actor, verb=Verb.PUBLISHED, id__lt=before).order_by("-id")
        rows = list(acts.values_list("id", "object_id")[: size * 2])
        found += cards(viewer, [post for _, post in rows])
        if len(found) > size or len(rows) < size * 2:
            return page_of(found, size=size, id_of=lambda shown: shown.id)
        before = rows[-1][0]


def _pictures(posts: list[int]) -> dict[int, tuple[PictureLine, ...]]:
    found: dict[int, tuple[PictureLine, ...]] = {}
    for row in _picture_rows(posts):
        found[row[0]] = (*found.get(row[0], ()), PictureLine(*row[1:]))
    return found


def _own_marks(viewer: int | None, posts: Iterable[int]) -> tuple[set[int], set[int]]:
    """Those of `posts` that `viewer` likes, and those they recommend."""
    liked: set[int] = set()
    recommended: set[int] = set()
    if viewer is not None:
        for post, verb in _mark_rows(viewer, list(posts)):
            (liked if verb == Verb.LIKED else recommended).add(post)
    return liked, recommended


_NONE_UNSEEN = (0, 0, 0)


def _unseen(viewer: int | None, hidden: Collection[int], posts: Iterable[int]) -> dict[int, tuple[int, int, int]]:
    """How many likes, recommendations and comments of each post are hidden from `viewer`: see `visible_comments`."""
    if not hidden:
        return {}
    wanted = list(posts)
    likes = _count_by_post(Like.objects.filter(post__in=wanted, comment_id=POST_ITSELF, actor__in=hidden))
    recommendations = _count_by_post(Recommendation.objects.filter(post__in=wanted, actor__in=hidden))
    unseen_comments = Comment.objects.filter(~visible_comments(viewer), post__in=wanted, author__isnull=False)
    comments = _count_by_post(unseen_comments)
    return {id: (likes.get(id, 0), recommendations.get(id, 0), comments.get(id, 0)) for id in wanted}


def _count_by_post(rows: QuerySet[Any]) -> dict[int, int]:
    return dict(rows.values_list("post_id").annotate(Count("post_id")).order_by())
