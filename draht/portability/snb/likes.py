"""Likes of posts and of comments.

Some like their own words there, which the pages here do not offer; what happened stays as it was.
"""

from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from draht.portability.actions import Arrival
from draht.portability.snb.comments import COMMENT
from draht.portability.snb.fields import id_at, identity, moment
from draht.portability.snb.network import Found, Network
from draht.portability.snb.persons import PERSON, own_persons
from draht.portability.snb.posts import POST, own_posts
from draht.posts.intake import NewLike, bring_in_likes, comments_above
from draht.posts.models import POST_ITSELF


class Like(NamedTuple):
    """A row: who likes which message, and since when."""

    person: str
    message: str
    when: datetime


class _Liked(NamedTuple):
    post: int
    comment: int


def bring_in_likes_of(network: Network) -> None:
    """Let every like of the network count."""
    _bring_in(network, POST)
    _bring_in(network, COMMENT)


def _bring_in(network: Network, kind: str) -> None:
    def parse(fields: list[str]) -> Like:
        return Like(identity(fields[0], PERSON), identity(fields[1], kind), moment(fields[2]))

    name = f"{kind} like"
    for batch in network.folder.batches(f"person_likes_{kind}", 3, parse):
        rows = network.fresh(name, (Found(place, f"{like.person}-{like.message}", like) for place, like in batch))
        persons = own_persons(network, (row.value.person for row in rows))
        liked = _liked(network, kind, {row.value.message for row in rows})
        rows = network.only(rows, PERSON, lambda like: [like.person], persons)
        rows = network.only(rows, kind, lambda like: [like.message], liked)
        with transaction.atomic():
            bring_in_likes([_like(row.value, persons, liked) for row in rows])
            network.came_in(name, (Arrival(row.foreign) for row in rows))


def _like(like: Like, persons: dict[str, int], liked: dict[str, _Liked]) -> NewLike:
    person, (post, comment) = persons[like.person], liked[like.message]
    return NewLike(id_at(like.when, after=max(post, comment, person)), post, comment, person)


def _liked(network: Network, kind: str, messages: set[str]) -> dict[str, _Liked]:
    """What these messages became, as far as they are here."""
    if kind == POST:
        return {id: _Liked(own, POST_ITSELF) for id, own in own_posts(network, messages).items()}
    own = network.own(COMMENT, messages)
    here = comments_above((found.post, found.id) for found in own.values())
    return {id: _Liked(found.post, found.id) for id, found in own.items() if found.id in here}
