"""What writing a post and writing a comment have in common."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from draht import richtext
from draht.actors.queries import nameable
from draht.common.inserting import insert
from draht.common.prepared import Prepared
from draht.common.refusal import Refused
from draht.posts.models import Mention, Post, Sent
from draht.ties.rules import hidden_from
from draht.ui.nav import actor_href


def resolver_for(author: int, writer: int | None) -> richtext.MentionResolver:
    """Knows the members and companies that author and writer may see."""

    def resolve(handles: Sequence[str]) -> Mapping[str, richtext.Mentioned]:
        hidden = set(hidden_from(author)).union(hidden_from(writer) if writer else ())
        found = nameable(handles)
        return {
            handle: richtext.Mentioned(line.id, line.name, actor_href(line))
            for handle, line in found.items()
            if line.id not in hidden
        }

    return resolve


def render_text(text: str, *, author: int, writer: int | None = None) -> richtext.Rich:
    """The HTML of a text; it mentions members and companies that author and writer may see."""
    return richtext.render(text, mention_resolver=resolver_for(author, writer))


def checked_text(text: str, *, longest: int, field: str = "text") -> str:
    """The text without tricks. Raises Refused if it is too long."""
    text = richtext.clean_text(text)
    if len(text) > longest:
        raise Refused(_("At most %(max)s characters, please.") % {"max": longest}, field=field)
    return text


def hold_post(post: int) -> None:
    """Let nobody else change this post or what is below it until the transaction ends. Raises Refused if it is gone.

    Every write below a post begins with this or with a write of the post, so that two never wait for each other.
    """
    if not _held(post):
        raise Refused(_("This post has been deleted."))


@Prepared
def _held(post: int) -> QuerySet[Any, Any]:
    return Post.objects.select_for_update(no_key=True).filter(id=post).values_list("id")


def claim_draft(*, author: int, draft: str, text: str, object_id: int) -> int:
    """The id of what a draft becomes: `object_id`, or what was made of it when it came the first time.

    `draft` is a token of the page it was written on. The same page sent again with other words is something new.
    """
    if not draft:
        return object_id
    digest = hashlib.sha256(f"{draft}\0{text}".encode()).hexdigest()
    return Sent.objects.get_or_create(author_id=author, draft=digest, defaults={"object_id": object_id})[0].object_id


def replace_mentions(*, post: int, comment: int, actors: Sequence[int]) -> None:
    """Remember whom a post or a comment mentions now."""
    Mention.objects.filter(post=post, comment_id=comment).exclude(actor__in=actors).delete()
    add_mentions(post=post, comment=comment, actors=actors)


def add_mentions(*, post: int, comment: int, actors: Sequence[int]) -> None:
    """Remember whom a post or a comment mentions, besides those it mentioned already."""
    insert(*(Mention(post_id=post, comment_id=comment, actor_id=actor) for actor in actors), unless_there=True)
