"""Posts, comments and likes that come in from elsewhere, many at a time: an import of a network.

Everything is as `actions` would have left it: safe HTML made once, acts and hashtags for the feeds, counts. Two things
differ. Nothing is recorded, so nobody gets a notice: what happened elsewhere, and long ago, is no news here. And no
handle in the text mentions anybody: these were handles of another network.
"""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db import models, transaction
from django.db.models import F

from draht import richtext
from draht.actors.actions import hashtags
from draht.actors.intake import NewAct, bring_in_acts
from draht.actors.models import Verb
from draht.posts.actions.texts import checked_text
from draht.posts.models import LONGEST_COMMENT, LONGEST_POST, POST_ITSELF, Comment, Like, Post
from draht.posts.rules import MOST_TAGS, OPEN_AUDIENCES


class NewPost(NamedTuple):
    """A post with an id that carries its time."""

    id: int
    author: int
    audience: int
    text: str


class NewComment(NamedTuple):
    """A comment with an id above those of its post and of `answers`, the comment on the post that it answers or 0."""

    id: int
    post: int
    answers: int
    author: int
    text: str


class NewLike(NamedTuple):
    """A like of a post, or of a comment on it. The id says when."""

    id: int
    post: int
    comment: int
    actor: int


def post_text(text: str) -> str:
    """The text of a post without tricks. Raises Refused if it is too long for one."""
    return checked_text(text, longest=LONGEST_POST)


def comment_text(text: str) -> str:
    """The text of a comment without tricks. Raises Refused if it is too long for one."""
    return checked_text(text, longest=LONGEST_COMMENT)


def existing_posts(ids: Iterable[int]) -> set[int]:
    """Those of these posts that are here."""
    return set(Post.objects.filter(id__in=list(ids)).values_list("id", flat=True))


def comments_above(keys: Iterable[tuple[int, int]]) -> dict[int, int]:
    """For each of these comments (post and id) that is here: the comment below which an answer to it stands."""
    wanted = set(keys)
    here = Comment.objects.filter(
        post__in={post for post, _ in wanted}, id__in={id for _, id in wanted}, author__isnull=False
    )
    return {id: above or id for id, above in here.values_list("id", "answers_id")}


@functools.lru_cache(maxsize=1024)
def _rich(text: str) -> richtext.Rich:
    return richtext.render(text)


@transaction.atomic
def bring_in_posts(rows: Sequence[NewPost]) -> None:
    """Publish these posts, whose texts come from `post_text`."""
    rich = {row.id: _rich(row.text) for row in rows}
    Post.objects.bulk_create(
        Post(
            id=row.id,
            author_id=row.author,
            audience_id=row.audience,
            text=row.text,
            html=rich[row.id].html,
            excerpt=rich[row.id].excerpt,
        )
        for row in rows
    )
    tags = {row.id: rich[row.id].hashtags[:MOST_TAGS] for row in rows if row.audience in OPEN_AUDIENCES}
    wanted = list(dict.fromkeys(tag for some in tags.values() for tag in some))
    actors = dict(zip(wanted, hashtags(wanted), strict=True))
    bring_in_acts(NewAct(row.author, row.id, Verb.PUBLISHED, row.id) for row in rows)
    bring_in_acts(NewAct(actors[tag], id, Verb.PUBLISHED, id) for id, some in tags.items() for tag in some)


@transaction.atomic
def bring_in_comments(rows: Sequence[NewComment]) -> None:
    """Write these comments, whose texts come from `comment_text`."""
    Comment.objects.bulk_create(
        Comment(
            post_id=row.post,
            id=row.id,
            answers_id=row.answers,
            author_id=row.author,
            text=row.text,
            html=_rich(row.text).html,
        )
        for row in rows
    )
    _add(Post.objects.all(), "comments", (row.post for row in rows))


@transaction.atomic
def bring_in_likes(rows: Sequence[NewLike]) -> None:
    """Let these likes count. One that is there already, or comes twice, counts once."""
    posts, actors = {row.post for row in rows}, {row.actor for row in rows}
    there = set(Like.objects.filter(post__in=posts, actor__in=actors).values_list("post_id", "comment_id", "actor_id"))
    fresh = {(row.post, row.comment, row.actor): row for row in rows}
    rows = [row for key, row in fresh.items() if key not in there]
    Like.objects.bulk_create(
        Like(post_id=row.post, comment_id=row.comment, actor_id=row.actor, id=row.id) for row in rows
    )
    of_posts = [row for row in rows if row.comment == POST_ITSELF]
    bring_in_acts(NewAct(row.actor, row.id, Verb.LIKED, row.post) for row in of_posts)
    _add(Post.objects.all(), "likes", (row.post for row in of_posts))
    of_comments = [row for row in rows if row.comment != POST_ITSELF]
    below = Comment.objects.filter(post__in={row.post for row in of_comments})
    _add(below, "likes", (row.comment for row in of_comments))


def _add(found: "models.QuerySet[Post] | models.QuerySet[Comment]", count: str, ids: Iterable[int]) -> None:
    """Raise a count for each mention of an id; one statement for all that rise by the same."""
    by_rise: dict[int, list[int]] = defaultdict(list)
    for id, rise in Counter(ids).items():
        by_rise[rise].append(id)
    for rise, some in by_rise.items():
        found.filter(id__in=some).update(**{count: F(count) + rise})
