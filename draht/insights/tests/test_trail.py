"""The trail of a recommendation: from whom to whom, how far, and what is said of it to whom."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from pytest_django import DjangoAssertNumQueries

from draht.conftest import Persona
from draht.insights.actions import rebuild_trails
from draht.insights.models import Step
from draht.insights.picture import Branch, draw
from draht.insights.queries import own_path, trail_of
from draht.outbox.worker import run_until_idle
from draht.posts.actions import recommend_post, withdraw_recommendation
from draht.posts.queries import card
from draht.posts.tests.factories import make_post
from draht.ties.actions import block, follow, tie_contacts

Maker = Callable[[str, str], Persona]
NAMES = "Bea Carl Dana Enno Fritz Greta".split()


@pytest.fixture
def chain(ada: Persona, make_persona: Maker) -> list[Persona]:
    """Ada, and six people of whom each is the contact of the one before only."""
    people = [ada, *(make_persona(name, "Kette") for name in NAMES)]
    for one, other in pairwise(people):
        tie_contacts(one=one.id, other=other.id)
    return people


def passes_on(post: int, *people: Persona) -> None:
    for person in people:
        recommend_post(actor=person.id, post=post)
    run_until_idle()


def steps(post: int) -> dict[int, tuple[int | None, int, int]]:
    rows = Step.objects.filter(post=post).values_list("actor_id", "parent_id", "hop", "below")
    return {actor: (parent, hop, below) for actor, parent, hop, below in rows}


def test_it_goes_from_contact_to_contact(chain: list[Persona]) -> None:
    ada, bea, carl, dana, *_ = chain
    post = make_post(ada).id
    passes_on(post, bea, carl, dana)
    assert steps(post) == {bea.id: (None, 1, 2), carl.id: (bea.id, 2, 1), dana.id: (carl.id, 3, 0)}


def test_it_comes_from_the_author_to_whom_the_author_is_known(chain: list[Persona], cem: Persona) -> None:
    ada, bea, *_ = chain
    follow(source=cem.id, target=ada.id)
    tie_contacts(one=cem.id, other=bea.id)
    post = make_post(ada).id
    passes_on(post, bea, cem)
    assert steps(post)[cem.id] == (None, 1, 0)


def test_nothing_is_said_of_fewer_than_five(chain: list[Persona]) -> None:
    post = make_post(chain[0]).id
    passes_on(post, *chain[1:5])
    assert trail_of(post) is None
    passes_on(post, chain[5])
    trail = trail_of(post)
    assert trail is not None
    assert (trail.steps, trail.farthest, trail.reproduction) == (5, 5, 4 / 5)
    assert [line.steps for line in trail.hops] == [None] * 5


def test_who_takes_it_back_leaves_the_trail(chain: list[Persona]) -> None:
    ada, bea, carl, dana, *_ = chain
    tie_contacts(one=dana.id, other=bea.id)
    post = make_post(ada).id
    passes_on(post, bea, carl, dana)
    withdraw_recommendation(actor=carl.id, post=post)
    run_until_idle()
    assert steps(post) == {bea.id: (None, 1, 1), dana.id: (bea.id, 2, 0)}


def test_it_can_be_made_anew(chain: list[Persona]) -> None:
    post = make_post(chain[0]).id
    passes_on(post, *chain[1:4])
    before = steps(post)
    assert rebuild_trails() == 1
    assert steps(post) == before


def test_everybody_is_shown_only_along_their_own_path(chain: list[Persona]) -> None:
    ada, bea, carl, dana, *_ = chain
    post = make_post(ada).id
    passes_on(post, bea, carl, dana)
    shown = card(carl.id, post)
    assert shown is not None
    path = own_path(carl.id, post, shown.author)
    assert path is not None
    assert [person and person.name for person in path.people] == ["Ada Lindner", "Bea Kette", "Carl Kette"]
    assert path.onward is None
    block(source=carl.id, target=bea.id)
    hidden = own_path(carl.id, post, shown.author)
    assert hidden is not None
    assert hidden.people[1] is None


def test_the_page_is_for_the_author_and_for_who_recommends(chain: list[Persona], cem: Persona) -> None:
    post = make_post(chain[0]).id
    passes_on(post, *chain[1:])
    address = f"/posts/{post}/trail/"
    author = chain[0].client().get(address).content.decode()
    assert "0.83" in author
    assert "Bea" not in author
    assert "Carl Kette recommended it" in chain[3].client().get(address).content.decode()
    assert cem.client().get(address).status_code == 404


def test_a_picture_gives_every_leaf_a_row() -> None:
    picture = draw((Branch(6, (Branch(1), Branch(2))), Branch(1)))
    places = [(node.hop, round(node.y)) for node in picture.nodes]
    assert places == [(0, 49), (1, 38), (2, 27), (2, 49), (1, 71)]
    assert picture.height == 98


def test_it_is_read_in_few_statements(
    chain: list[Persona], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    post = make_post(chain[0]).id
    passes_on(post, *chain[1:])
    with django_assert_max_num_queries(5):
        trail = trail_of(post)
    assert trail is not None
    assert trail.branches == (Branch(6, (Branch(5, (Branch(4),)),)),)
