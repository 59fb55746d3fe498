"""Like and recommend. Each of these may be done twice: the second time changes nothing."""

from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from draht import outbox
from draht.actors.actions import record_activity, withdraw_activity
from draht.actors.models import Verb
from draht.common.inserting import insert
from draht.common.prepared import Prepared, PreparedUpdate
from draht.common.refusal import Refused
from draht.posts.actions.texts import checked_text, hold_post, render_text
from draht.posts.events import (
    CommentLiked,
    LikeWithdrawn,
    PostLiked,
    PostRecommended,
    RecommendationWithdrawn,
)
from draht.posts.models import LONGEST_WORDS, POST_ITSELF, Comment, Like, Post, Recommendation


def _likes(actor: int, post: int, comment: int) -> bool:
    """Note a like, while the post is held. False if it stood already."""
    if _like_rows(post, comment, actor):
        return False
    insert(Like(post_id=post, comment_id=comment, actor_id=actor))
    return True


@Prepared
def _like_rows(post: int, comment: int, actor: int) -> QuerySet[Any, Any]:
    return Like.objects.filter(post=post, comment_id=comment, actor=actor).values_list("id")


@PreparedUpdate
def _count_like(post: int) -> tuple[QuerySet[Post], dict[str, Any]]:
    return Post.objects.filter(id=post), {"likes": F("likes") + 1}


@PreparedUpdate
def _count_comment_like(post: int, comment: int) -> tuple[QuerySet[Comment], dict[str, Any]]:
    return Comment.objects.filter(post=post, id=comment), {"likes": F("likes") + 1}


@Prepared
def _standing(post: int, comment: int) -> QuerySet[Any, Any]:
    return Comment.objects.filter(post=post, id=comment, author__isnull=False).values_list("id")


@transaction.atomic
def like_post(*, actor: int, post: int) -> None:
    """Like a post."""
    hold_post(post)
    if _likes(actor, post, POST_ITSELF):
        _count_like(post)
        record_activity(actor=actor, verb=Verb.LIKED, post=post)
        outbox.record(PostLiked(post=post, actor=actor))


@transaction.atomic
def unlike_post(*, actor: int, post: int) -> None:
    """Take a like back."""
    if Like.objects.filter(post=post, comment_id=POST_ITSELF, actor=actor).delete()[0]:
        Post.objects.filter(id=post).update(likes=F("likes") - 1)
        withdraw_activity(actor=actor, verb=Verb.LIKED, post=post)
        outbox.record(LikeWithdrawn(post=post, comment=POST_ITSELF, actor=actor))


@transaction.atomic
def like_comment(*, actor: int, post: int, comment: int) -> None:
    """Like a comment."""
    hold_post(post)
    if not _standing(post, comment):
        raise Refused(_("This comment has been deleted."))
    if _likes(actor, post, comment):
        _count_comment_like(post, comment)
        outbox.record(CommentLiked(post=post, comment=comment, actor=actor))


@transaction.atomic
def unlike_comment(*, actor: int, post: int, comment: int) -> None:
    """Take the like of a comment back."""
    if Like.objects.filter(post=post, comment_id=comment, actor=actor).delete()[0]:
        Comment.objects.filter(post=post, id=comment).update(likes=F("likes") - 1)
        outbox.record(LikeWithdrawn(post=post, comment=comment, actor=actor))


def recommend_post(*, actor: int, post: int, words: str = "") -> None:
    """Pass a post on to one's own contacts, with words or without. Doing it again changes the words. Raises Refused."""
    words = checked_text(words, longest=LONGEST_WORDS, field="words")
    html = render_text(words, author=actor).html
    with transaction.atomic():
        hold_post(post)
        row = Recommendation.objects.update_or_create(
            post_id=post, actor_id=actor, defaults={"words": words, "html": html}
        )
        if row[1]:
            Post.objects.filter(id=post).update(recommendations=F("recommendations") + 1)
            record_activity(actor=actor, verb=Verb.RECOMMENDED, post=post)
            outbox.record(PostRecommended(post=post, actor=actor))


@transaction.atomic
def withdraw_recommendation(*, actor: int, post: int) -> None:
    """Take a recommendation back."""
    if Recommendation.objects.filter(post=post, actor=actor).delete()[0]:
        Post.objects.filter(id=post).update(recommendations=F("recommendations") - 1)
        withdraw_activity(actor=actor, verb=Verb.RECOMMENDED, post=post)
        outbox.record(RecommendationWithdrawn(post=post, actor=actor))
