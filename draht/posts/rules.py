"""Decisions about posts. `readable_by` is the one definition of who may see what is written."""

from collections.abc import Collection
from datetime import timedelta
from enum import Enum
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from draht.actors.models import EVERYBODY, MEMBERS, Activity, Verb
from draht.actors.rules import is_company, speaks_for
from draht.common import clock
from draht.common.ids import first_id_at
from draht.common.prepared import Prepared
from draht.posts.models import Case, Comment, DraftPicture, Post
from draht.ties.queries import contact_ids
from draht.ties.rules import hidden_from

# Audiences in which a post may be found by hashtag and passed on.
OPEN_AUDIENCES = (EVERYBODY, MEMBERS)
# More hashtags than these are links only: nobody can flood every topic with one post.
MOST_TAGS = 10


def readable_by(viewer: int | None, prefix: str = "") -> Q:
    """The posts that `viewer` may read; `prefix` leads to the post in queries about something else ("post__").

    A visitor reads what is for everybody. A member also reads what is for members, their own posts and what their
    contacts wrote for contacts; blocks hide both sides from each other.
    """
    audience, author = f"{prefix}audience", f"{prefix}author"
    if viewer is None:
        return Q(**{audience: EVERYBODY})
    for_viewer = Q(**{f"{audience}__in": OPEN_AUDIENCES}) | Q(**{author: viewer})
    for_contacts = Q(**{f"{audience}__in": contact_ids(viewer)})
    return (for_viewer | for_contacts) & ~Q(**{f"{author}__in": hidden_from(viewer)})


def may_read(viewer: int | None, post: int) -> bool:
    """Whether `viewer` may read this post."""
    return bool(_readable(viewer, post)) if viewer is not None else bool(_public(post))


@Prepared
def _readable(viewer: int, post: int) -> QuerySet[Any, Any]:
    return Post.objects.filter(readable_by(viewer), id=post).values_list("id")


@Prepared
def _public(post: int) -> QuerySet[Any, Any]:
    return Post.objects.filter(readable_by(None), id=post).values_list("id")


def visible_comments(viewer: int | None) -> Q:
    """Of the comments below posts that `viewer` may read, those they see: a block hides a comment with its answers."""
    if viewer is None:
        return Q()
    hidden = hidden_from(viewer)
    answered = Comment.objects.filter(post=OuterRef("post_id"), id=OuterRef("answers_id"), author__in=hidden)
    return (Q(author=None) | ~Q(author__in=hidden)) & Q(~Exists(answered))


def may_read_comment(viewer: int | None, post: int, comment: int) -> bool:
    """Whether `viewer` may read this comment on the post."""
    if viewer is None:
        return may_read(None, post) and Comment.objects.filter(post=post, id=comment).exists()
    return bool(_visible(viewer, post, comment)) and may_read(viewer, post)


@Prepared
def _visible(viewer: int, post: int, comment: int) -> QuerySet[Any, Any]:
    return Comment.objects.filter(visible_comments(viewer), post=post, id=comment).values_list("id")


def may_address(author: int, audience: int, *, writer: int | None = None) -> bool:
    """Whether `author` may write for this audience: everybody, the members, or their own contacts.

    Whoever has a `writer` who speaks for them has no contacts.
    """
    return audience in OPEN_AUDIENCES or (audience == author and writer in (None, author))


# Whoever may read a post may comment on it. What one may do with one post is asked of its author and audience, which a
# page has at hand: no query.


def may_edit(viewer: int | None, author: int | None, voices: Collection[int] = ()) -> bool:
    """Whether `viewer` may change or delete what `author` said. `voices`: for whom the viewer speaks (`speaks_for`)."""
    return viewer is not None and author is not None and (viewer == author or author in voices)


def may_like(viewer: int | None, author: int | None) -> bool:
    """Whether `viewer` may like what `author` wrote and `viewer` can read: not one's own words.

    Nobody likes in the name of a company; its people may like privately what was written for it.
    """
    return viewer is not None and author is not None and viewer != author


def may_recommend(viewer: int | None, author: int, audience: int) -> bool:
    """Whether `viewer` may pass this post on: not one's own, and not what was meant for the author's contacts."""
    return may_like(viewer, author) and audience in OPEN_AUDIENCES


# --- criticism --------------------------------------------------------------------------------------------------------


def is_spoken_for(viewer: int | None, company: int) -> bool:
    """Whether `viewer` speaks for this actor and is not the actor: only companies are spoken for."""
    return viewer is not None and viewer != company and company in speaks_for(viewer)


def may_open_case(viewer: int | None, author: int, company: int) -> bool:
    """Whether `viewer` may make a comment by `author` below a post of `company` a case: either side. Not the company's
    own words, and nothing below the post of a member."""
    return author != company and (is_spoken_for(viewer, company) or (viewer == author and is_company(company)))


def may_solve_case(viewer: int | None, author: int, company: int, *, is_answered: bool) -> bool:
    """Whether `viewer` may say that a case is solved: whoever criticized, and the company once it has answered."""
    return viewer is not None and (viewer == author or (is_answered and is_spoken_for(viewer, company)))


def is_kept(post: int) -> bool:
    """Whether a case keeps this post: a company does not make criticism go away with the post before it is solved."""
    return Case.objects.filter(post=post, solved=None).exists()


def may_hide(viewer: int | None, author: int, company: int) -> bool:
    """Whether `viewer` may hide a comment below a post of `company`: for the company, and not its own words."""
    return author != company and is_spoken_for(viewer, company)


# --- against floods ---------------------------------------------------------------------------------------------------


def written_by(actor: int) -> Q:
    """The posts or comments that `actor` wrote: as themselves, or for somebody else."""
    return Q(author=actor) | Q(writer=actor)


class Deed(Enum):
    """What can be done too often."""

    POST = "post"
    COMMENT = "comment"
    LIKE = "like"
    RECOMMENDATION = "recommendation"
    PICTURE = "picture"


class Pace(NamedTuple):
    """At most so many in so much time."""

    most: int
    time: timedelta


# Far above what a person does, far below what a script does.
PACES = {
    Deed.POST: (Pace(10, timedelta(minutes=10)), Pace(60, timedelta(days=1))),
    Deed.COMMENT: (Pace(30, timedelta(minutes=10)), Pace(300, timedelta(days=1))),
    Deed.LIKE: (Pace(120, timedelta(minutes=10)), Pace(1000, timedelta(days=1))),
    Deed.RECOMMENDATION: (Pace(20, timedelta(minutes=10)), Pace(60, timedelta(days=1))),
    Deed.PICTURE: (Pace(60, timedelta(hours=1)),),
}


def is_too_fast(actor: int, deed: Deed) -> bool:
    """Whether `actor` did this so often lately that they must wait."""
    return any(_count_since(actor, deed, pace.time) >= pace.most for pace in PACES[deed])


def _count_since(actor: int, deed: Deed, time: timedelta) -> int:
    since = clock.now() - time
    newer = Q(id__gte=first_id_at(since))
    if deed is Deed.POST:
        return Post.objects.filter(newer, written_by(actor)).count()
    if deed is Deed.COMMENT:
        return Comment.objects.filter(newer, written_by(actor)).count()
    if deed is Deed.PICTURE:
        return DraftPicture.objects.filter(author=actor, uploaded__gte=since).count()
    verb = Verb.LIKED if deed is Deed.LIKE else Verb.RECOMMENDED
    return Activity.objects.filter(newer, actor=actor, verb=verb).count()
