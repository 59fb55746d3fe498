"""What is said in the open, found by its place: for whoever has to answer it elsewhere than in the conversation."""

from collections.abc import Iterable
from html import unescape
from typing import NamedTuple

from django.utils.html import strip_tags
from django.utils.text import Truncator

from draht.posts.models import POST_ITSELF, Comment, Post
from draht.posts.queries.names import without_names_of
from draht.posts.rules import OPEN_AUDIENCES, readable_by, visible_comments
from draht.ties.queries import hidden_ids

EXCERPT = 160

Place = tuple[int, int]
"""A post and a comment below it, or the post itself."""


class Spoken(NamedTuple):
    """What somebody says at a place, below (or in) a post of `post_author`; `above` is the comment over it, or 0."""

    author: int
    post_author: int
    above: int
    text: str
    html: str

    @property
    def excerpt(self) -> str:
        """How it begins, in one line."""
        return Truncator(" ".join(unescape(strip_tags(self.html)).split())).chars(EXCERPT)


def said_in_public(viewer: int, places: Iterable[Place]) -> dict[Place, Spoken]:
    """What is said at these places, by place. Left out is what `viewer` may not read, what is not for everybody or all
    members, and what is gone or hidden. At most two queries, and who is hidden from the viewer."""
    wanted = set(places)
    if not wanted:
        return {}
    shown = without_names_of(hidden_ids(viewer))
    posts = Post.objects.filter(readable_by(viewer), id__in={post for post, _ in wanted}, audience__in=OPEN_AUDIENCES)
    heads = {row[0]: row[1:] for row in posts.values_list("id", "author_id", "text", "html")}
    found = {
        (post, POST_ITSELF): Spoken(author, author, POST_ITSELF, text, shown(html))
        for post, (author, text, html) in heads.items()
        if (post, POST_ITSELF) in wanted
    }
    ids = {comment for post, comment in wanted if comment and post in heads}
    below = Comment.objects.filter(visible_comments(viewer), post__in=list(heads), id__in=ids, is_hidden=False)
    fields = ("post_id", "id", "author_id", "answers_id", "text", "html")
    for post, id, author, above, text, html in below.values_list(*fields) if ids else ():
        if author and (post, id) in wanted:
            found[post, id] = Spoken(author, heads[post][0], above, text, shown(html))
    return found


def answers_by(author: int, place: Place) -> list[tuple[int, int | None, str]]:
    """What `author` said after what stands at this place, in the same thread: id, who wrote it, safe HTML."""
    post, comment = place
    own = Comment.objects.filter(post=post, author=author, id__gt=comment, is_hidden=False)
    if comment == POST_ITSELF:
        own = own.filter(answers_id=POST_ITSELF)
    else:
        above = Comment.objects.filter(post=post, id=comment).values_list("answers_id", flat=True).first()
        own = own.filter(answers_id=above or comment)
    return list(own.order_by("id").values_list("id", "writer_id", "html")[:20])
