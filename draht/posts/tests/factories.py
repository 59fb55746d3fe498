"""Makes posts for tests."""

from typing import Any, Protocol

from draht.actors.models import EVERYBODY
from draht.posts.actions import publish_post
from draht.posts.models import Post


class HasId(Protocol):
    """An actor, or a persona."""

    @property
    def id(self) -> int: ...


def make_post(author: HasId, text: str = "The die wears again.", audience: int = EVERYBODY, **more: Any) -> Post:
    """A published post."""
    return Post.objects.get(id=publish_post(author=author.id, text=text, audience=audience, **more))
