"""Publish, edit and delete posts."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from draht import outbox, richtext
from draht.actors.actions import hashtags, record_activity, withdraw_activity, withdraw_all_activity
from draht.actors.models import Verb
from draht.common import clock
from draht.common.ids import new_id
from draht.common.refusal import Refused
from draht.media.queries import PictureLine
from draht.posts.actions.pictures import describe_pictures, put_pictures, remove_pictures
from draht.posts.actions.texts import checked_text, claim_draft, render_text, replace_mentions
from draht.posts.actions.voices import how_said, somebody_else
from draht.posts.events import PostDeleted, PostEdited, PostPublished
from draht.posts.models import (
    LONGEST_POST,
    MOST_PICTURES,
    POST_ITSELF,
    Post,
    PostPicture,
    PostVersion,
)
from draht.posts.rules import MOST_TAGS, OPEN_AUDIENCES, is_kept, may_address


def publish_post(
    *,
    author: int,
    text: str,
    audience: int,
    pictures: Sequence[PictureLine] = (),
    draft: str = "",
    writer: int | None = None,
    released_by: int | None = None,
) -> int:
    """Publish a post and return its id. `pictures` have been kept with `keep_picture`.

    `writer`: who writes it for the author, if the author is somebody for whom others speak; `released_by`: who lets it
    out, if the writer may not alone. With `draft`, a token of the page it was written on, doing it twice makes one
    post. Raises Refused.
    """
    hand = writer or author
    text = checked_text(text, longest=LONGEST_POST)
    if not text and not pictures:
        raise Refused(_("Please write something first."), field="text")
    if not may_address(author, audience, writer=writer):
        raise Refused(_unheard(audience, author), field="audience")
    if len(pictures) > MOST_PICTURES:
        raise Refused(_("At most %(max)s pictures, please.") % {"max": MOST_PICTURES}, field="pictures")
    rich = render_text(text, author=author, writer=writer)
    id = new_id()
    with transaction.atomic():
        saying = how_said(author=author, writer=writer, released_by=released_by)
        earlier = claim_draft(author=hand, draft=draft, text=f"{author}/{text}", object_id=id)
        if earlier != id:
            return earlier
        Post.objects.create(
            id=id,
            author_id=author,
            audience_id=audience,
            text=text,
            html=rich.html,
            excerpt=rich.excerpt,
            picture_count=len(pictures),
            **saying._asdict(),
        )
        if pictures:
            put_pictures(post=id, author=author, uploader=hand, pictures=pictures)
        if rich.mentions:
            replace_mentions(post=id, comment=POST_ITSELF, actors=rich.mentions)
        record_activity(actor=author, verb=Verb.PUBLISHED, post=id, id=id)
        _put_under_tags(id, audience, rich.hashtags)
        outbox.record(PostPublished(post=id, author=author, writer=saying.writer_id))
    return id


def _unheard(audience: int, author: int) -> str:
    if audience == author:
        return _("A company has no contacts. Please choose who may read this.")
    return _("You cannot write for these readers.")


def _put_under_tags(post: int, audience: int, tags: Sequence[str]) -> set[int]:
    """Let a post that is not only for contacts be found under its hashtags. It stands there where it was published."""
    if audience not in OPEN_AUDIENCES or not tags:
        return set()
    actors = set(hashtags(tags[:MOST_TAGS]))
    for actor in actors:
        record_activity(actor=actor, verb=Verb.PUBLISHED, post=post, id=post)
    return actors


def edit_post(*, post: int, text: str, alts: Mapping[int, str] | None = None, by: int | None = None) -> None:
    """Change the text of a post and the descriptions of its pictures; the earlier text is kept for its readers.

    `by`: who does it, if not the author. Who spoke stays as it was. Raises Refused; also if the post is gone.
    """
    text = checked_text(text, longest=LONGEST_POST)
    author = Post.objects.filter(id=post).values_list("author_id", flat=True).first()
    if author is None:
        raise Refused(_("This post has been deleted."))
    by = somebody_else(by, author=author)
    rich = render_text(text, author=author, writer=by)
    with transaction.atomic():
        row = Post.objects.select_for_update().filter(id=post).first()
        if row is None:
            raise Refused(_("This post has been deleted."))
        if not text and not row.picture_count:
            raise Refused(_("Please write something first."), field="text")
        described = describe_pictures(post=post, alts=alts or {})
        if text == row.text:
            if described:
                Post.objects.filter(id=post).update(stamp=F("stamp") + 1)
            return
        PostVersion.objects.create(post_id=post, text=row.text, html=row.html)
        Post.objects.filter(id=post).update(
            text=text, html=rich.html, excerpt=rich.excerpt, edited=clock.now(), stamp=F("stamp") + 1
        )
        replace_mentions(post=post, comment=POST_ITSELF, actors=rich.mentions)
        _move_tags(row, rich.hashtags)
        outbox.record(PostEdited(post=post, author=author, by=by))


def _move_tags(post: Post, tags: Sequence[str]) -> None:
    before = richtext.render(post.text).hashtags[:MOST_TAGS]
    now = _put_under_tags(post.id, post.audience_id, tags)
    gone = set(hashtags(before)) - now if post.audience_id in OPEN_AUDIENCES else ()
    for actor in gone:
        withdraw_activity(actor=actor, verb=Verb.PUBLISHED, post=post.id)


@transaction.atomic
def delete_post(*, post: int, by: int | None = None) -> None:
    """Delete a post and everything below it: pictures, comments, likes, recommendations, earlier texts.

    `by`: who does it, if not the author. Raises Refused.
    """
    author = Post.objects.select_for_update().filter(id=post).values_list("author_id", flat=True).first()
    if author is None:
        return
    by = somebody_else(by, author=author)
    if by is not None and is_kept(post):
        raise Refused(_("There is criticism below this post that is not solved yet. It can be deleted afterwards."))
    withdraw_all_activity(post=post)
    remove_pictures(PostPicture.objects.filter(post=post).values_list("picture_id", flat=True))
    Post.objects.filter(id=post).delete()
    outbox.record(PostDeleted(post=post, author=author, by=by))
