"""Deleting everything that somebody wrote and did with posts: they have left. What they wrote for others stays."""

from django.db.models import F

from draht.posts.actions.comments import delete_comment
from draht.posts.actions.pictures import drop_drafts_of
from draht.posts.actions.posts import delete_post
from draht.posts.actions.responses import unlike_comment, unlike_post, withdraw_recommendation
from draht.posts.models import POST_ITSELF, Comment, Like, Post, Recommendation


def erase_words(*, actor: int) -> None:
    """Delete an actor's posts, comments, likes, recommendations and drafts; take their name off what they wrote for
    others.

    Each in a transaction of its own, so that somebody who wrote a lot holds up nobody; run again, it goes on.
    """
    for post in list(Post.objects.filter(author=actor).values_list("id", flat=True)):
        delete_post(post=post)
    for post, comment in list(Comment.objects.filter(author=actor).values_list("post_id", "id")):
        delete_comment(post=post, comment=comment)
    for post, comment in list(Like.objects.filter(actor=actor).values_list("post_id", "comment_id")):
        if comment == POST_ITSELF:
            unlike_post(actor=actor, post=post)
        else:
            unlike_comment(actor=actor, post=post, comment=comment)
    for post in list(Recommendation.objects.filter(actor=actor).values_list("post_id", flat=True)):
        withdraw_recommendation(actor=actor, post=post)
    Post.objects.filter(writer=actor).update(writer=None, stamp=F("stamp") + 1)
    Comment.objects.filter(writer=actor).update(writer=None)
    drop_drafts_of(author=actor)
