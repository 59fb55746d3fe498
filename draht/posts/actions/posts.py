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
from draht.posts.actions.articles import (
    Writing,
    checked_writing,
    is_same_writing,
    pictures_of,
    put_article,
    render_said,
)
from draht.posts.actions.pictures import describe_pictures, put_pictures, remove_pictures
from draht.posts.actions.texts import checked_text, claim_draft, replace_mentions
from draht.posts.actions.voices import how_said, somebody_else
from draht.posts.events import PostDeleted, PostEdited, PostPublished
from draht.posts.models import (
    LONGEST_POST,
    MOST_ARTICLE_PICTURES,
    MOST_PICTURES,
    POST_ITSELF,
    Article,
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
    article: Writing | None = None,
) -> int:
    """Publish a post and return its id. `pictures` have been kept with `keep_picture`.

    With `article` the post announces it, and `text`, which may be empty then, stands before it.

    `writer`: who writes it for the author, if the author is somebody for whom others speak; `released_by`: who lets it
    out, if the writer may not alone. With `draft`, a token of the page it was written on, doing it twice makes one
    post. Raises Refused.
    """
    hand = writer or author
    text = checked_text(text, longest=LONGEST_POST)
    article = checked_writing(article) if article else None
    if not text and not pictures and not article:
        raise Refused(_("Please write something first."), field="text")
    if not may_address(author, audience, writer=writer):
        raise Refused(_unheard(audience, author), field="audience")
    most = MOST_ARTICLE_PICTURES if article else MOST_PICTURES
    if len(pictures) > most:
        raise Refused(_("At most %(max)s pictures, please.") % {"max": most}, field="pictures")
    said = render_said(text, article, pictures, author=author, writer=writer)
    id = new_id()
    with transaction.atomic():
        saying = how_said(author=author, writer=writer, released_by=released_by)
        earlier = claim_draft(author=hand, draft=draft, text=f"{author}/{article or text}", object_id=id)
        if earlier != id:
            return earlier
        Post.objects.create(
            id=id,
            author_id=author,
            audience_id=audience,
            text=text,
            picture_count=len(pictures),
            **said.columns,
            **saying._asdict(),
        )
        if pictures:
            captions = article.captions if article else {}
            put_pictures(post=id, author=author, uploader=hand, pictures=pictures, captions=captions)
        if article and said.long:
            put_article(post=id, writing=article, rendered=said.long)
        if said.mentions:
            replace_mentions(post=id, comment=POST_ITSELF, actors=said.mentions)
        record_activity(actor=author, verb=Verb.PUBLISHED, post=id, id=id)
        _put_under_tags(id, audience, said.hashtags)
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


def edit_post(
    *,
    post: int,
    text: str,
    alts: Mapping[int, str] | None = None,
    by: int | None = None,
    article: Writing | None = None,
) -> None:
    """Change the text of a post and the descriptions of its pictures; the earlier text is kept for its readers.

    `by`: who does it, if not the author. Who spoke stays as it was. An article needs its `article`. Raises Refused;
    also if the post is gone.
    """
    text = checked_text(text, longest=LONGEST_POST)
    author = Post.objects.filter(id=post).values_list("author_id", flat=True).first()
    if author is None:
        raise Refused(_("This post has been deleted."))
    by = somebody_else(by, author=author)
    article = checked_writing(article) if article else None
    with transaction.atomic():
        row = Post.objects.select_for_update().filter(id=post).first()
        if row is None:
            raise Refused(_("This post has been deleted."))
        if bool(row.title) != bool(article):
            raise ValueError("An article is edited as an article, a post as a post.")
        if not text and not row.picture_count and not article:
            raise Refused(_("Please write something first."), field="text")
        captions = article.captions if article else {}
        described = describe_pictures(post=post, alts=alts or {}, captions=captions)
        before = Article.objects.filter(post=post).first() if row.title else None
        is_same = text == row.text and (not article or not before or is_same_writing(article, row.title, before))
        if is_same and not described:
            return
        said = render_said(text, article, pictures_of(post), author=author, writer=by)
        if article and said.long:
            put_article(post=post, writing=article, rendered=said.long)
        if is_same:
            Post.objects.filter(id=post).update(stamp=F("stamp") + 1)
            return
        _keep_version(row, before)
        Post.objects.filter(id=post).update(text=text, edited=clock.now(), stamp=F("stamp") + 1, **said.columns)
        replace_mentions(post=post, comment=POST_ITSELF, actors=said.mentions)
        _move_tags(row, before, said.hashtags)
        outbox.record(PostEdited(post=post, author=author, by=by))


def _keep_version(post: Post, article: Article | None) -> None:
    text, html = (f"{post.text}\n\n{article.text}", post.html + article.html) if article else (post.text, post.html)
    PostVersion.objects.create(post=post, title=post.title, text=text, html=html)


def _move_tags(post: Post, article: Article | None, tags: Sequence[str]) -> None:
    long = richtext.render_long(article.text).hashtags if article else ()
    before = [*richtext.render(post.text).hashtags, *long][:MOST_TAGS]
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
