"""A company that very many follow: its page, a post by it, and the trail of a post that very many passed on."""

import time
from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from draht.actors.models import EVERYBODY, Actor, Kind, Verb
from draht.bench.network import columns_of, insert
from draht.bench.pages import Page, against_empty
from draht.bench.people import everyday, session_of
from draht.bench.report import Figure, percentile
from draht.common.ids import new_id
from draht.companies.actions import create_company, publish_page
from draht.companies.models import Company
from draht.posts.actions import publish_post
from draht.posts.models import Post
from draht.ties.models import TieKind

FOLLOWERS, POSTS, RECOMMENDATIONS = 200_000, 10_000, 50_000
PUBLISHES, GOAL_FOLLOWERS = 100, 1.5
# How many pass on what one of them passed on.
_BRANCHES = 8
_NAME = "Messdraht AG"


def companies(*, seconds: float) -> list[Figure]:
    """All of it. The company is made the first time, in a minute or two."""
    owner, viewers = everyday(limit=3)[1], everyday(limit=50)
    known = Company.objects.filter(actor__name=_NAME).select_related("actor").first()
    star = known or _star(owner)
    post = Post.objects.filter(author=star.actor_id).order_by("-recommendations").first()
    if post is None:
        raise LookupError("The company of the benchmark has no posts; make a new network.")
    sessions = [session_of(member) for member in viewers]
    page = reverse("companies:page", kwargs={"handle": star.actor.handle})
    figures = reverse("insights:figures", kwargs={"handle": star.actor.handle})
    trail = reverse("insights:trail", kwargs={"post": post.id})
    measured = against_empty(
        [
            Page(f"company page, {FOLLOWERS:,} followers", page, sessions),
            Page("dashboard of its team", figures, [session_of(owner)]),
            Page(f"trail, {RECOMMENDATIONS:,} recommendations", trail, [session_of(owner)]),
        ],
        seconds=seconds,
    )
    return [*measured, *_publishing(star.actor_id, owner)]


def _page(name: str, owner: int) -> Company:
    company = create_company(name=name, by=owner)
    Company.objects.filter(actor=company.actor_id).update(imprint="Messdraht AG, Musterweg 1, 99999 Muster")
    publish_page(company=company.actor_id, by=owner)
    return company


def _publishing(star: int, owner: int) -> list[Figure]:
    """A post for the company with its followers against one for a company that nobody follows, in turns."""
    times: dict[int, list[float]] = {star: [], _page(f"Leerdraht {new_id()}", owner).actor_id: []}
    for number in range(PUBLISHES):
        for company in times:
            began = time.perf_counter()
            publish_post(author=company, writer=owner, text=f"Messwert {number}", audience=EVERYBODY)
            times[company].append((time.perf_counter() - began) * 1000)
    many, none = (percentile(found, 0.5) for found in times.values())
    return [
        Figure(f"post for a company, {FOLLOWERS:,} followers, p50", many, "ms", ""),
        Figure("post for a company, no followers, p50", none, "ms", ""),
        Figure("… ratio", many / none, "×", f"≤ {GOAL_FOLLOWERS}", many / none <= GOAL_FOLLOWERS),
    ]


def _star(owner: int) -> Company:
    """The company with its followers, its posts, and the post that went far."""
    company = _page(_NAME, owner)
    people = [new_id() for _ in range(FOLLOWERS)]
    _followers(company.actor_id, people)
    _posts(company.actor_id, owner)
    post = publish_post(author=company.actor_id, writer=owner, text="Draht, der weit kam.", audience=EVERYBODY)
    _trail(post, people[:RECOMMENDATIONS])
    Post.objects.filter(id=post).update(recommendations=RECOMMENDATIONS)
    return company


def _followers(company: int, people: list[int]) -> None:
    facts = columns_of("actors_actor", {"kind": Kind.MEMBER}, without=("id", "name", "handle"))
    rows = ((id, f"Folgt {id}", f"f{id}", *facts.values()) for id in people)
    insert("actors_actor", ("id", "name", "handle", *facts), rows, total=len(people))
    since = Actor.objects.filter(id=company).values_list("created", flat=True).get()
    follows = ((id, TieKind.FOLLOW.value, company, since) for id in people)
    insert("ties_tie", ("source_id", "kind", "target_id", "since"), follows, total=len(people))


def _posts(company: int, owner: int) -> None:
    facts = columns_of("posts_post", {"spoken": 2, "writer_id": owner, "likes": 3}, without=("text", "html", "excerpt"))
    facts |= {"author_id": company, "audience_id": EVERYBODY}
    ids = [new_id() for _ in range(POSTS)]
    words = "Lieferzeiten im nächsten Monat: Federdraht fünf Wochen, Siebdraht drei, Lagerware drei Tage."
    rows = ((id, words, f"<p>{words}</p>", words, *facts.values()) for id in ids)
    insert("posts_post", ("id", "text", "html", "excerpt", *facts), rows, total=POSTS)
    acts = ((company, id, Verb.PUBLISHED.value, id) for id in ids)
    insert("actors_activity", ("actor_id", "id", "verb", "object_id"), acts, total=POSTS)


def _trail(post: int, people: list[int]) -> None:
    """Each passed it on to some, as in a heap: the first have everybody below them."""
    below = [0] * len(people)
    hops = [1] * len(people)
    for place in range(len(people) - 1, 0, -1):
        below[(place - 1) // _BRANCHES] += below[place] + 1
    for place in range(1, len(people)):
        hops[place] = hops[(place - 1) // _BRANCHES] + 1
    steps = [(post, actor, new_id()) for actor in people]
    columns = ("post_id", "actor_id", "id", "words", "html")
    insert("posts_recommendation", columns, ((*step, "", "") for step in steps), total=len(people))

    def rows() -> Iterator[tuple[Any, ...]]:
        for place, step in enumerate(steps):
            parent = people[(place - 1) // _BRANCHES] if place else None
            yield (*step, parent, hops[place], 40, below[place])

    facts = ("post_id", "actor_id", "id", "parent_id", "hop", "feeds", "below")
    insert("insights_step", facts, rows(), total=len(people))
    counted = ((post, hop, hops.count(hop), 40 * hops.count(hop)) for hop in sorted(set(hops)))
    insert("insights_hop", ("post_id", "hop", "steps", "feeds"), counted, total=max(hops))
