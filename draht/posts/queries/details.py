"""Reads about one post: who likes and recommends it, what it said before, what is being written."""

from collections.abc import Collection, Iterable
from datetime import datetime
from html import unescape
from typing import Any, NamedTuple

from django.db.models import Case, Q, QuerySet, TextField, Value, When
from django.utils.html import strip_tags
from django.utils.text import Truncator

from draht import richtext
from draht.actors.models import Kind
from draht.actors.queries import ActorLine, lines
from draht.actors.rules import may_speak_as, speaks_for
from draht.common.ids import first_id_at, time_of
from draht.common.paging import Page, page_of
from draht.common.prepared import Prepared
from draht.media.queries import PictureLine
from draht.media.queries import lines as picture_lines
from draht.posts.models import (
    POST_ITSELF,
    Article,
    Comment,
    DraftPicture,
    Like,
    Mention,
    Post,
    PostPicture,
    PostVersion,
    Recommendation,
)
from draht.posts.queries.names import without_names_of
from draht.posts.rules import may_edit, visible_comments
from draht.ties.queries import hidden_ids
from draht.ties.rules import hidden_from

PEOPLE = 50
EXCERPT = 120


class Supporter(NamedTuple):
    """Somebody who likes or recommends something; `html` holds their own words."""

    id: int
    actor: ActorLine
    html: str


class Version(NamedTuple):
    """What a post said until `until`."""

    until: datetime
    title: str
    html: str


class Draft(NamedTuple):
    """A post as its author, or somebody who speaks for them, edits it. Of an article: title, long text and captions by
    the id of a picture, too."""

    text: str
    pictures: tuple[PictureLine, ...]
    title: str
    body: str
    captions: dict[int, str]


class LongText(NamedTuple):
    """The long text of an article, and its headings."""

    html: str
    sections: list[richtext.Section]


def likers(viewer: int | None, post: int, *, comment: int = POST_ITSELF, before: int) -> Page[Supporter]:
    """Who likes the post, or a comment on it, newest first; without those hidden from `viewer`."""
    rows = Like.objects.filter(post=post, comment_id=comment, id__lt=before)
    if viewer is not None:
        rows = rows.exclude(actor__in=hidden_from(viewer))
    found = [(id, actor, "") for id, actor in rows.order_by("-id").values_list("id", "actor_id")[: PEOPLE + 1]]
    return _supporters(found)


def recommenders(viewer: int | None, post: int, *, before: int) -> Page[Supporter]:
    """Who recommends the post and with which words, newest first; without those hidden from `viewer`."""
    rows = Recommendation.objects.filter(post=post, id__lt=before)
    if viewer is not None:
        rows = rows.exclude(actor__in=hidden_from(viewer))
    shown_html = without_names_of(hidden_ids(viewer))
    newest = rows.order_by("-id").values_list("id", "actor_id", "html")[: PEOPLE + 1]
    return _supporters([(id, actor, shown_html(html)) for id, actor, html in newest])


def _supporters(rows: list[tuple[int, int, str]]) -> Page[Supporter]:
    actors = lines(row[1] for row in rows)
    return page_of(
        [Supporter(id, actors[actor], html) for id, actor, html in rows], size=PEOPLE, id_of=lambda one: one.id
    )


def own_words(viewer: int, post: int) -> str | None:
    """The words with which `viewer` recommends the post; None if they do not recommend it."""
    return Recommendation.objects.filter(post=post, actor=viewer).values_list("words", flat=True).first()


def words_of(said: Iterable[tuple[int, int]], *, hidden: Collection[int]) -> dict[tuple[int, int], str]:
    """The words, as safe HTML, with which actors recommend posts, by (post, actor), without names of the hidden.

    Who recommends without words is left out. Whether the viewer may see post and actor is asked before.
    """
    pairs = list(dict.fromkeys(said))
    rows = _word_rows([post for post, _ in pairs], [actor for _, actor in pairs])
    if not rows:
        return {}
    shown_html = without_names_of(hidden)
    found = {(post, actor): html for post, actor, html in rows}
    return {pair: shown_html(found[pair]) for pair in pairs if pair in found}


@Prepared
def _word_rows(posts: list[int], actors: list[int]) -> QuerySet[Any, Any]:
    rows = Recommendation.objects.filter(post__in=posts, actor__in=actors).exclude(html="")
    return rows.values_list("post_id", "actor_id", "html")


def versions(viewer: int | None, post: int) -> list[Version]:
    """What a post said before, newest first."""
    shown_html = without_names_of(hidden_ids(viewer))
    rows = PostVersion.objects.filter(post=post).order_by("-id").values_list("id", "title", "html")
    return [Version(time_of(id), title, shown_html(html)) for id, title, html in rows]


def long_text(viewer: int | None, post: int) -> LongText | None:
    """The long text of an article that `viewer` may read, without names of those hidden from them; None for a post."""
    row = Article.objects.filter(post=post).values_list("html", "sections").first()
    if row is None:
        return None
    html, sections = row
    return LongText(without_names_of(hidden_ids(viewer))(html), [richtext.Section(*section) for section in sections])


def editable_post(viewer: int, post: int) -> Draft | None:
    """The text and pictures of a post that `viewer` may edit; None if they may not, or it is gone."""
    row = Post.objects.filter(id=post).values_list("author_id", "text", "title").first()
    if row is None or not may_edit(viewer, row[0], speaks_for(viewer)):
        return None
    _author, text, title = row
    body = Article.objects.filter(post=post).values_list("text", flat=True).first() if title else None
    rows = PostPicture.objects.filter(post=post).order_by("position")
    fields = list(rows.values_list("picture_id", "key", "alt", "width", "height", "caption"))
    pictures = tuple(PictureLine(*row[:5]) for row in fields)
    return Draft(text, pictures, title, body or "", {row[0]: row[5] for row in fields})


def draft_pictures(author: int, ids: Iterable[int]) -> list[PictureLine]:
    """Those of these pictures that `author` uploaded and has not published yet, in the order of `ids`."""
    wanted = list(dict.fromkeys(ids))
    kept = set(DraftPicture.objects.filter(author=author, picture_id__in=wanted).values_list("picture_id", flat=True))
    found = picture_lines(kept)
    return [found[id] for id in wanted if id in found]


def mentioned(post: int, *, comment: int = POST_ITSELF, kind: Kind = Kind.MEMBER) -> list[int]:
    """Which members, or actors of another kind, the post or a comment on it mentions."""
    found = Mention.objects.filter(post=post, comment_id=comment, actor__kind=kind)
    return list(found.values_list("actor_id", flat=True))


def author_of(post: int, comment: int = POST_ITSELF) -> int | None:
    """Whose words the post, or a comment on it, are; None if it is gone."""
    return _said(post, comment)[0]


def listener_of(post: int, comment: int = POST_ITSELF) -> int | None:
    """Who is told what others do with the post, or a comment on it; None if it is gone.

    Its author, or whoever wrote it for the author and may still speak for them.
    """
    author, writer = _said(post, comment)
    return writer if author and writer and may_speak_as(writer, author) else author


def _said(post: int, comment: int) -> tuple[int | None, int | None]:
    for author, writer in _comment_said(post, comment) if comment else _post_said(post):
        return author, writer
    return None, None


@Prepared
def _post_said(post: int) -> QuerySet[Any, Any]:
    return Post.objects.filter(id=post).values_list("author_id", "writer_id")


@Prepared
def _comment_said(post: int, comment: int) -> QuerySet[Any, Any]:
    return Comment.objects.filter(post=post, id=comment).values_list("author_id", "writer_id")


def like_id(actor: int, post: int, comment: int = POST_ITSELF) -> int | None:
    """The id of the like of the post, or of a comment on it, by this actor; None if there is none."""
    for (id,) in _like(actor, post, comment):
        return int(id)
    return None


@Prepared
def _like(actor: int, post: int, comment: int) -> QuerySet[Any, Any]:
    return Like.objects.filter(post=post, comment_id=comment, actor=actor).values_list("id")


def recommendation_id(actor: int, post: int) -> int | None:
    """The id of the recommendation of the post by this actor; None if there is none."""
    return Recommendation.objects.filter(post=post, actor=actor).values_list("id", flat=True).first()


def comment_excerpts(viewer: int, wanted: Iterable[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """The beginnings of these comments by (post, comment), the posts being readable. Left out is what `viewer` does not
    see, and what is gone; of what was hidden there is "", so that whoever was told of it finds the notice."""
    pairs = set(wanted)
    if not pairs:
        return {}
    posts, ids = {post for post, _ in pairs}, {comment for _, comment in pairs}
    rows = Comment.objects.filter(visible_comments(viewer), post__in=posts, id__in=ids, author__isnull=False)
    shown = Case(When(Q(is_hidden=False) | Q(author=viewer), then="html"), default=Value(""), output_field=TextField())
    found = rows.annotate(shown=shown).values_list("post_id", "id", "shown")
    return {(post, id): Truncator(unescape(strip_tags(html))).chars(EXCERPT) for post, id, html in found}


def mentioning(actors: Collection[int], posts: Iterable[int]) -> set[tuple[int, int]]:
    """Where any of these actors is mentioned in or below these posts, as (post, comment)."""
    if not actors:
        return set()
    rows = Mention.objects.filter(post__in=list(posts), actor__in=list(actors))
    return set(rows.values_list("post_id", "comment_id"))


def written_for(author: int, writer: int | None, *, begin: datetime, end: datetime) -> list[tuple[int, str]]:
    """The posts that `writer` wrote for `author` between these moments: id and text, the oldest first."""
    found = Post.objects.filter(author=author, writer=writer, id__gte=first_id_at(begin), id__lt=first_id_at(end))
    return list(found.exclude(writer=None).order_by("id").values_list("id", "text"))


def published_between(author: int, begin: int, end: int, *, most: int) -> list[tuple[int, str]]:
    """The posts of an author with ids from `begin` to before `end`, the newest `most`: id and first words."""
    rows = Post.objects.filter(author=author, id__gte=begin, id__lt=end).order_by("-id")
    return list(rows.values_list("id", "excerpt")[:most])
