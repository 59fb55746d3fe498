"""What the member wrote, liked and recommended."""

from collections.abc import Iterator
from typing import TypeVar

from django.db.models import QuerySet
from django.urls import reverse

from draht.enquiries.models import Message
from draht.portability.export.values import Values, address, audience, ident, moment, moment_of, post_address
from draht.posts.models import Article, Comment, Like, Post, PostPicture, PostVersion, Recommendation, Spoken
from draht.posts.rules import written_by

_Words = TypeVar("_Words", Post, Comment)


def posts(id: int) -> Iterator[Values]:
    """posts.json, oldest first."""
    for post in _said_by(id, Post.objects.all()):
        yield {
            "id": ident(post.id),
            "address": post_address(post.id),
            "published": moment_of(post.id),
            "edited": moment(post.edited),
            "audience": audience(post.audience_id),
            **_voice(id, post),
            "title": post.title,
            "text": post.text,
            "html": post.html,
            "article": _article(post) if post.title else None,
            "pictures": _pictures(post) if post.picture_count else [],
            "earlier_texts": _earlier(post) if post.edited else [],
            "likes": post.likes,
            "recommendations": post.recommendations,
            "comments": post.comments,
        }


def _said_by(id: int, words: QuerySet[_Words]) -> Iterator[_Words]:
    """What the member wrote, also for a company, oldest first."""
    return words.filter(written_by(id)).select_related("author", "agency").order_by("id").iterator()


def _voice(id: int, said: Post | Comment) -> Values:
    """For whom the member spoke: the name of a company, and that of the agency under whose mandate."""
    company = said.author.name if said.author and said.author_id != id else None
    return {
        "private": said.spoken == Spoken.PRIVATELY,
        "for": company,
        "agency": said.agency.name if said.agency else None,
    }


def _pictures(post: Post) -> list[Values]:
    rows = PostPicture.objects.filter(post=post).order_by("position").values("key", "alt", "caption", "width", "height")
    return [{**row} for row in rows]


def _earlier(post: Post) -> list[Values]:
    rows = PostVersion.objects.filter(post=post).order_by("id").values_list("id", "title", "text")
    return [{"replaced": moment_of(id), "title": title, "text": text} for id, title, text in rows]


def _article(post: Post) -> Values | None:
    row = Article.objects.filter(post=post).values("text", "html").first()
    return {**row} if row else None


def comments(id: int) -> Iterator[Values]:
    """comments.json, oldest first."""
    for comment in _said_by(id, Comment.objects.all()):
        yield {
            "id": ident(comment.id),
            "address": post_address(comment.post_id, comment.id),
            "written": moment_of(comment.id),
            "edited": moment(comment.edited),
            "post": ident(comment.post_id),
            "answers": ident(comment.answers_id),
            **_voice(id, comment),
            "text": comment.text,
            "html": comment.html,
            "likes": comment.likes,
            "case": comment.is_case,
            "hidden": comment.is_hidden,
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


def enquiries(id: int) -> Iterator[Values]:
    """enquiries.json, oldest first: what was asked, not what companies answered."""
    own = Message.objects.filter(enquiry__asker=id, is_answer=False).order_by("id")
    rows = own.values_list("id", "enquiry_id", "enquiry__company__actor__name", "enquiry__subject", "text")
    for message, enquiry, company, subject, text in rows.iterator():
        yield {
            "asked": moment_of(message),
            "enquiry": ident(enquiry),
            "address": address(reverse("enquiries:enquiry", kwargs={"enquiry": enquiry})),
            "company": company,
            "subject": subject,
            "text": text,
        }
