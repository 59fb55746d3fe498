"""The long text of an article: checked, rendered with its pictures, kept beside the post that announces it."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from draht import richtext
from draht.common.refusal import Refused
from draht.media.queries import PictureLine, address
from draht.posts.actions.pictures import clean_caption
from draht.posts.actions.texts import checked_text, render_text, resolver_for
from draht.posts.models import LONGEST_ARTICLE, LONGEST_TITLE, Article, Post, PostPicture


class Writing(NamedTuple):
    """An article as it was typed. `captions` by the id of a picture."""

    title: str
    body: str
    captions: Mapping[int, str]


def checked_writing(writing: Writing) -> Writing:
    """The same without tricks. Raises Refused if title or text is missing, or one is too long."""
    title = richtext.clean_line(writing.title)
    if not title:
        raise Refused(_("An article needs a title."), field="title")
    if len(title) > LONGEST_TITLE:
        raise Refused(_("At most %(max)s characters, please.") % {"max": LONGEST_TITLE}, field="title")
    body = checked_text(writing.body, longest=LONGEST_ARTICLE, field="body")
    if not body.strip():
        raise Refused(_("Please write something first."), field="body")
    return Writing(title, body, writing.captions)


class Said(NamedTuple):
    """A post as it is kept: its columns, the long text of an article, whom and what both name."""

    columns: dict[str, Any]
    long: richtext.Long | None
    mentions: tuple[int, ...]
    hashtags: tuple[str, ...]


def render_said(
    text: str, writing: Writing | None, pictures: Sequence[PictureLine], *, author: int, writer: int | None
) -> Said:
    """The HTML of a post; of an article with its pictures, which the text names by their number from 1 on."""
    rich = render_text(text, author=author, writer=writer)
    columns: dict[str, Any] = {"html": rich.html, "excerpt": rich.excerpt}
    if writing is None:
        return Said(columns, None, rich.mentions, rich.hashtags)
    figures = {
        number: _figure(picture, writing.captions.get(picture.id, "")) for number, picture in enumerate(pictures, 1)
    }
    long = richtext.render_long(writing.body, figures=figures, mention_resolver=resolver_for(author, writer))
    columns |= {"excerpt": writing.title, "title": writing.title, "minutes": long.minutes}
    mentions, hashtags = dict.fromkeys(rich.mentions + long.mentions), dict.fromkeys(rich.hashtags + long.hashtags)
    return Said(columns, long, tuple(mentions), tuple(hashtags))


def _figure(picture: PictureLine, caption: str) -> richtext.Figure:
    full = address(picture.key, 1600)
    words = clean_caption(caption)
    return richtext.Figure(
        picture.src, picture.srcset, full, picture.alt, words, width=picture.width, height=picture.height
    )


def put_article(*, post: int, writing: Writing, rendered: richtext.Long) -> None:
    """Keep the long text of a post, in the place of an earlier one."""
    sections = [list(section) for section in rendered.sections]
    kept = {"text": writing.body, "html": rendered.html, "sections": sections}
    Article.objects.update_or_create(post_id=post, defaults=kept)


def is_same_writing(writing: Writing, title: str, article: Article) -> bool:
    """Whether title and text are what they were; captions do not count."""
    return (writing.title, writing.body) == (title, article.text)


def pictures_of(post: int) -> list[PictureLine]:
    """The pictures of a post as they are described now."""
    rows = PostPicture.objects.filter(post=post).order_by("position")
    return [PictureLine(*row) for row in rows.values_list("picture_id", "key", "alt", "width", "height")]


def writing_of(post: Post) -> Writing | None:
    """A published article as it was typed; None if the post is none."""
    article = Article.objects.filter(post=post).first() if post.title else None
    if article is None:
        return None
    captions = PostPicture.objects.filter(post=post).values_list("picture_id", "caption")
    return Writing(post.title, article.text, dict(captions))
