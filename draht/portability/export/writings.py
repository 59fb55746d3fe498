"""What the member wrote, liked and recommended."""

from collections.abc import Iterator

from draht.portability.export.values import Values, audience, ident, moment, moment_of, post_address
from draht.posts.models import Comment, Like, Post, PostPicture, PostVersion, Recommendation


def posts(id: int) -> Iterator[Values]:
    """posts.json, oldest first."""
    for post in Post.objects.filter(author=id).order_by("id").iterator():
        yield {
            "id": ident(post.id),
            "address": post_address(post.id),
            "published": moment_of(post.id),
            "edited": moment(post.edited),
            "audience": audience(post.audience_id),
            "text": post.text,
            "html": post.html,
            "pictures": _pictures(post) if post.picture_count else [],
            "earlier_texts": _earlier(post) if post.edited else [],
            "likes": post.likes,
            "recommendations": post.recommendations,
            "comments": post.comments,
        }


def _pictures(post: Post) -> list[Values]:
    rows = PostPicture.objects.filter(post=post).order_by("position").values_list("key", "alt", "width", "height")
    return [{"key": key, "alt": alt, "width": width, "height": height} for key, alt, width, height in rows]


def _earlier(post: Post) -> list[Values]:
    rows = PostVersion.objects.filter(post=post).order_by("id").values_list("id", "text")
    return [{"replaced": moment_of(id), "text": text} for id, text in rows]


def comments(id: int) -> Iterator[Values]:
    """comments.json, oldest first."""
    for comment in Comment.objects.filter(author=id).order_by("id").iterator():
        yield {
            "id": ident(comment.id),
            "address": post_address(comment.post_id, comment.id),
            "written": moment_of(comment.id),
            "edited": moment(comment.edited),
            "post": ident(comment.post_id),
            "answers": ident(comment.answers_id),
            "text": comment.text,
            "html": comment.html,
            "likes": comment.likes,
        }


def likes(id: int) -> Iterator[Values]:
    """likes.json, oldest first."""
    rows = Like.objects.filter(actor=id).order_by("id").values_list("id", "post_id", "comment_id")
    for like, post, comment in rows.iterator():
        yield {
            "liked": moment_of(like),
            "post": ident(post),
            "comment": ident(comment),
            "address": post_address(post, comment),
        }


def recommendations(id: int) -> Iterator[Values]:
    """recommendations.json, oldest first."""
    rows = Recommendation.objects.filter(actor=id).order_by("id").values_list("id", "post_id", "words")
    for recommendation, post, words in rows.iterator():
        yield {
            "recommended": moment_of(recommendation),
            "post": ident(post),
            "address": post_address(post),
            "words": words,
        }
