"""Posts, with their times and tags.

Everything is for members: whoever wrote it elsewhere has not agreed to its standing on the open internet. A picture of
this network is the name of a file that was never published; the name is what the post says. The language of a text, and
from where and with which browser it was written, are left out.
"""

from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from draht.actors.models import MEMBERS
from draht.common.refusal import Refused
from draht.portability.actions import Arrival
from draht.portability.snb.fields import id_at, identity, moment
from draht.portability.snb.names import Names
from draht.portability.snb.network import Found, Network
from draht.portability.snb.persons import PERSON, own_persons
from draht.portability.snb.reading import BadRow
from draht.portability.snb.tags import Tags
from draht.posts.intake import NewPost, bring_in_posts, existing_posts, post_text
from draht.posts.models import LONGEST_POST

POST = "post"


class Post(NamedTuple):
    """A row of the file of posts."""

    text: str
    when: datetime
    author: str


def bring_in_posts_of(network: Network, names: Names) -> None:
    """Publish every post of the network."""
    tags = Tags(network, POST, names)
    for batch in network.folder.batches("post", 11, _post):
        rows = network.fresh(POST, (Found(place, id, post) for place, (id, post) in batch))
        authors = own_persons(network, (row.value.author for row in rows))
        here = network.only(rows, PERSON, lambda post: [post.author], authors)
        posts = {
            row.foreign: NewPost(
                id=id_at(row.value.when, after=authors[row.value.author]),
                author=authors[row.value.author],
                audience=MEMBERS,
                text=tags.below(row.value.text, row.foreign, longest=LONGEST_POST),
            )
            for row in here
        }
        with transaction.atomic():
            bring_in_posts(list(posts.values()))
            network.came_in(POST, (Arrival(foreign, post.id) for foreign, post in posts.items()))
    tags.report_lost()


def own_posts(network: Network, foreign: "set[str]") -> dict[str, int]:
    """What these posts became here. Those that have been deleted here since are left out."""
    own = network.own(POST, foreign)
    here = existing_posts(found.id for found in own.values())
    return {id: found.id for id, found in own.items() if found.id in here}


def _post(fields: list[str]) -> tuple[str, Post]:
    id, picture, created, _address, _browser, _language, content, _length, author, _forum, _place = fields
    try:
        text = post_text("\n\n".join(part for part in (content, picture) if part.strip()))
    except Refused as refused:
        raise BadRow(refused.message) from None
    if not text:
        raise BadRow("neither text nor picture")
    return identity(id, POST), Post(text, moment(created), identity(author, PERSON))
