"""Two who meet everywhere in the trade, and where they would meet after a block."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from urllib.parse import quote

from django.urls import reverse

from draht.members.models import Member
from draht.posts.models import Comment, Like, Mention, Post, Recommendation
from tests.walk.secrets import plain
from tests.walk.table import TABLE
from tests.walk.vault import said_by_companies, said_in_posts
from tests.walk.world import Walker, World, address

PART = 6
LISTS = {"posts:likes": Like, "posts:recommendations": Recommendation}


def two_who_meet_everywhere(members: Mapping[str, Member]) -> tuple[Member, Member]:
    """The two who wrote, liked, recommended and were mentioned most often under the same posts.

    Nobody writes out the name of either: what third people type as plain words cannot be hidden, nor can who answers by
    law for a company.
    """
    present: dict[int, set[int]] = defaultdict(set)
    for model in (Comment, Like, Recommendation, Mention):
        name = "author_id" if model is Comment else "actor_id"
        for post, actor in model.objects.values_list("post_id", name):
            present[post].add(actor)
    for post, author in Post.objects.values_list("id", "author_id"):
        present[post].add(author)
    written = said_in_posts() + said_by_companies()
    fit = {member.actor_id: member for member in members.values() if plain(str(member)) not in written}
    pairs = Counter(pair for here in present.values() for pair in combinations(sorted(here & fit.keys()), 2))
    one, other = pairs.most_common(1)[0][0]
    return fit[one], fit[other]


def paths_of(world: World, walker: Walker, hidden: Member) -> Iterator[str]:
    """Every address that needs nothing, everything that concerns the hidden, and a part of everything else."""
    for line in TABLE:
        # Who opens the confirmation of somebody else's address is signed out.
        if set(line.answers) == {405} or line.tells_all or line.of == "confirmation keys":
            continue
        if not line.of:
            yield address(line.name, None)
            continue
        things = world.things(line.of)
        near = [thing for thing in things if thing.owner in (hidden.actor_id, walker.id)]
        if model := LISTS.get(line.name):  # all those in which the hidden stand
            listed = set(model._default_manager.filter(actor=hidden.actor_id).values_list("post_id", flat=True))
            near += [thing for thing in things if thing.where["post"] in listed]
        wanted = things if line.name == "posts:post" else things[:: len(things) // PART + 1]
        yield from sorted({address(line.name, thing) for thing in (*near, *wanted)})


def searches(hidden: Member) -> Iterator[str]:
    """Where one would look for somebody."""
    for words in (hidden.first_name, hidden.last_name):
        yield f"{reverse('members:directory')}?q={quote(words)}"
        yield f"{reverse('members:suggest')}?q={quote(words)}"
        yield f"{reverse('contacts:list')}?q={quote(words)}"
