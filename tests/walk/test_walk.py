"""Everybody walks everywhere.

Each page is asked for on every database, on PostgreSQL of a small trade. What is about the pages and not about the
statements behind them (every thing there is, the parts, the world around a block) is marked `sqlite`: once is enough,
and it takes long.
"""

from collections.abc import Sequence

import pytest
from django.urls import reverse

from draht.actors.models import MEMBERS
from draht.contacts.models import Change, ContactRequest, State
from draht.demo.reading import load
from draht.demo.trade import PERSONAS
from draht.members.models import Member
from draht.outbox.worker import run_until_idle
from draht.posts.actions import publish_post, write_comment
from draht.posts.models import Comment, Post
from draht.ties.actions import block
from tests.walk.addresses import names
from tests.walk.apart import paths_of, searches, two_who_meet_everywhere
from tests.walk.markup import page_faults, part_faults
from tests.walk.table import QUERIES, TABLE, Line
from tests.walk.words import left_in_english, said_in_no_language
from tests.walk.world import Answer, Walker, World, address

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
# Where contact details and texts stand, everything is looked at; elsewhere a fair part of it.
TELLING = {"members:profile", "contacts:contact", "contacts:card_file", "posts:post", "posts:topic"}
OTHERS = {"visitor", "stranger", "contact"}
PART = 8
ABOUT_SOMETHING = [line for line in TABLE if line.of and set(line.answers) != {405}]


@pytest.fixture(autouse=True)
def _start(world: World) -> None:
    for walker in world.walkers.values():
        walker.starts_again()


@pytest.mark.sqlite
def test_the_whole_trade_happens(world: World) -> None:
    trade = load()
    assert world.members.keys() == trade.people.keys()
    # At least: the walk adds a little of its own.
    assert Post.objects.count() >= len(trade.threads)
    assert Comment.objects.count() >= sum(len(thread.talk) for thread in trade.threads)
    assert ContactRequest.objects.filter(state=State.ACCEPTED).count() >= 800
    assert Change.objects.exists()


@pytest.mark.sqlite
@pytest.mark.parametrize("persona", PERSONAS)
def test_somebody_waits_for_an_answer_of_every_persona(world: World, persona: str) -> None:
    asked = world.members[persona].actor_id
    assert ContactRequest.objects.filter(asked=asked, state=State.OPEN).exists()


def test_every_address_stands_in_the_table() -> None:
    assert sorted({line.name for line in TABLE}) == names()


@pytest.mark.parametrize("line", TABLE, ids=str)
def test_a_page_is_right_for_everybody_in_both_languages(world: World, line: Line) -> None:
    faults: list[str] = []
    for walker in world.walkers.values():
        thing = world.sample(line, walker)
        pages: dict[str, str] = {}
        for language in ("en", "de"):
            world.speak(language)
            answer = world.get(walker, address(line.name, thing), open_secrets=line.tells_all)
            found = _faults(world, line, walker, answer)
            if answer.status != (expected := world.expected(line, walker, thing)):
                found.append(f"answers {answer.status}, not {expected}")
            faults += [f"{walker.column}, {language}, {answer.path}: {fault}" for fault in found]
            pages[language] = answer.text
        if not line.shows_examples:
            untranslated = said_in_no_language(pages["en"], pages["de"], world.written)
            faults += [f"{walker.column}: said in no language: {text}" for text in untranslated]
    assert not faults, "\n".join(faults)


def _faults(world: World, line: Line, walker: Walker, answer: Answer) -> list[str]:
    found = list(answer.faults)
    # The first look in an hour also notes that the device was seen. A small trade fills no page at the first attempt.
    if world.is_whole and answer.queries > QUERIES and (again := world.get(walker, answer.path).queries) > QUERIES:
        found.append(f"{again} statements")
    if answer.type != "text/html" or not answer.text:
        return found
    if "<html" in answer.text:
        found += page_faults(answer.text, world.language, is_whole=not line.shows_examples)
    else:
        found += part_faults(answer.text)
    if line.shows_examples:
        return found
    found += [f"leads nowhere: {path}" for path in world.dead_ends(walker, answer.text)]
    if world.language == "de":
        found += [f"left in English: {text}" for text in left_in_english(answer.text)]
    return found


@pytest.mark.sqlite
@pytest.mark.parametrize("line", [line for line in TABLE if set(line.answers) != {405}], ids=str)
def test_a_part_for_a_page_is_right_as_well(world: World, line: Line) -> None:
    world.speak("de")
    walker = world.walkers["own"]
    answer = world.get(walker, address(line.name, world.sample(line, walker)), htmx=True, open_secrets=line.tells_all)
    assert not (faults := _faults(world, line, walker, answer)), "\n".join(faults)


@pytest.mark.sqlite
@pytest.mark.parametrize("line", ABOUT_SOMETHING, ids=str)
def test_it_answers_rightly_about_everything_there_is(world: World, line: Line) -> None:
    faults: list[str] = []
    world.speak("de")
    for walker in world.walkers.values():
        things = world.things(line.of)
        is_all = line.name in TELLING and walker.column in OTHERS
        for thing in things if is_all else things[:: len(things) // PART + 1]:
            answer = world.get(walker, address(line.name, thing), open_secrets=line.tells_all)
            found = list(answer.faults)
            if answer.status != (expected := world.expected(line, walker, thing)):
                found.append(f"answers {answer.status}, not {expected}")
            faults += [f"{walker.column}, {answer.path}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


@pytest.mark.sqlite
def test_neither_side_of_a_block_appears_on_any_page_of_the_other(world: World) -> None:
    one, other = two_who_meet_everywhere(world.members)
    _part(one, other)
    assert not (faults := _meetings(world, one, other)), "\n".join(faults)


def test_neither_side_of_a_block_is_named_to_the_other_by_third_people(world: World) -> None:
    one, other = two_who_meet_everywhere(world.members)
    names = f"@{one.actor.handle} @{other.actor.handle}"
    thanks = publish_post(author=world.members["ada"].actor_id, text=f"Thank you, {names}.", audience=MEMBERS)
    write_comment(author=world.members["ben"].actor_id, post=thanks, text=f"Indeed, {names}!")
    _part(one, other)
    paths = [reverse("posts:post", kwargs={"post": thanks}), reverse("home"), reverse("notifications:list")]
    assert not (faults := _meetings(world, one, other, paths)), "\n".join(faults)


def _part(one: Member, other: Member) -> None:
    block(source=one.actor_id, target=other.actor_id)
    run_until_idle()


def _meetings(world: World, one: Member, other: Member, paths: Sequence[str] = ()) -> list[str]:
    """Where the one still meets the other, or the other the one."""
    world.speak("de")
    faults = []
    for member, hidden in ((one, other), (other, one)):
        walker = Walker("stranger", member, unseen=(f"/{hidden.actor.handle}/", f"@{hidden.actor.handle}", str(hidden)))
        for path in paths or (*paths_of(world, walker, hidden), *searches(hidden)):
            faults += [f"{member}, {path}: {fault}" for fault in world.get(walker, path).faults]
        for name in ("members:profile", "contacts:ask", "contacts:contact", "contacts:card_file"):
            path = reverse(name, kwargs={"handle": hidden.actor.handle})
            if (status := world.get(walker, path).status) != 404:
                faults.append(f"{member}, {path}: answers {status}, not 404")
    return faults
