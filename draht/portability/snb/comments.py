"""Comments, with their times and tags.

There, comments answer comments to any depth; here, an answer to an answer stands below the same comment, in the order
in which they were written.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from draht.common.refusal import Refused
from draht.portability.actions import Arrival
from draht.portability.snb.fields import id_at, identity, moment
from draht.portability.snb.names import Names
from draht.portability.snb.network import Found, Network
from draht.portability.snb.persons import PERSON, own_persons
from draht.portability.snb.posts import POST, own_posts
from draht.portability.snb.reading import BadRow, pages_of
from draht.portability.snb.tags import Tags
from draht.posts.intake import NewComment, bring_in_comments, comment_text, comments_above
from draht.posts.models import LONGEST_COMMENT, POST_ITSELF

COMMENT = "comment"


class Comment(NamedTuple):
    """A row of the file of comments; of `post` and `comment` one is empty."""

    text: str
    when: datetime
    author: str
    post: str
    comment: str


class Above(NamedTuple):
    """Where a comment goes: below this post, below this comment of it (or 0), after whatever has the id `after`."""

    post: int
    comment: int
    after: int


def bring_in_comments_of(network: Network, names: Names) -> None:
    """Write every comment of the network. One that stands before what it answers waits until that has come."""
    tags = Tags(network, COMMENT, names)
    waiting: list[Found[Comment]] = []
    for batch in network.folder.batches("comment", 10, _comment):
        found = (Found(place, id, comment) for place, (id, comment) in batch)
        waiting += _bring_in(network, network.fresh(COMMENT, found), tags)
    while waiting:
        still = [row for page in pages_of(waiting) for row in _bring_in(network, page, tags)]
        if len(still) == len(waiting):
            break
        waiting = still
    for row in waiting:
        answered = f"{POST} {row.value.post}" if row.value.post else f"{COMMENT} {row.value.comment}"
        network.problem(row.place, f"{answered} is not here")
    tags.report_lost()


def _bring_in(network: Network, rows: list[Found[Comment]], tags: Tags) -> list[Found[Comment]]:
    """Write those comments that answer something that is here. Returns the others."""
    authors = own_persons(network, (row.value.author for row in rows))
    rows = network.only(rows, PERSON, lambda comment: [comment.author], authors)
    waiting: list[Found[Comment]] = []
    ready = dict(_ready(network, rows, authors, tags, waiting))
    with transaction.atomic():
        bring_in_comments(list(ready.values()))
        network.came_in(COMMENT, (Arrival(foreign, comment.id, comment.post) for foreign, comment in ready.items()))
    return waiting


def _ready(
    network: Network, rows: list[Found[Comment]], authors: dict[str, int], tags: Tags, waiting: list[Found[Comment]]
) -> Iterator[tuple[str, NewComment]]:
    posts = {id: Above(own, POST_ITSELF, own) for id, own in _posts(network, rows).items()}
    comments = _comments(network, rows)
    for row in rows:
        text, when, author, post, comment = row.value
        above = posts.get(post) if post else comments.get(comment)
        if above is None:
            waiting.append(row)
            continue
        id = id_at(when, after=max(above.after, authors[author]))
        comments[row.foreign] = Above(above.post, above.comment or id, id)
        words = tags.below(text, row.foreign, longest=LONGEST_COMMENT)
        yield row.foreign, NewComment(id, above.post, above.comment, authors[author], words)


def _posts(network: Network, rows: list[Found[Comment]]) -> dict[str, int]:
    return own_posts(network, {row.value.post for row in rows if row.value.post})


def _comments(network: Network, rows: list[Found[Comment]]) -> dict[str, Above]:
    """Where answers to these comments go, as far as the comments are here."""
    own = network.own(COMMENT, (row.value.comment for row in rows if row.value.comment))
    above = comments_above((found.post, found.id) for found in own.values())
    return {id: Above(found.post, above[found.id], found.id) for id, found in own.items() if found.id in above}


def _comment(fields: list[str]) -> tuple[str, Comment]:
    id, created, _address, _browser, content, _length, author, _place, post, comment = fields
    try:
        text = comment_text(content)
    except Refused as refused:
        raise BadRow(refused.message) from None
    if not text:
        raise BadRow("a comment without words")
    if bool(post) == bool(comment):
        raise BadRow("must answer either a post or a comment")
    return identity(id, COMMENT), Comment(
        text=text,
        when=moment(created),
        author=identity(author, PERSON),
        post=identity(post, POST) if post else "",
        comment=identity(comment, COMMENT) if comment else "",
    )
