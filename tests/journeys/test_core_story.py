"""The main job: somebody comes in, meets somebody, and what they write reaches the friend of the friend."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import Person
from tests.journeys.conftest import Comes
from tests.journeys.server import Server
from tests.journeys.steps import fills_in_the_profile, joins, puts_on_the_card, signs_in

pytestmark = pytest.mark.browser
Settled = dict[str, dict[str, str]]


def test_somebody_comes_in_and_is_read_by_the_friend_of_a_friend(comes: Comes, server: Server, tmp_path: Path) -> None:
    tell(comes, server, tmp_path, "Vogt")


def test_all_of_it_by_keyboard_alone(comes: Comes, server: Server, tmp_path: Path) -> None:
    tell(comes, server, tmp_path, "Engel", keyboard=True)


def test_all_of_it_without_script(comes: Comes, server: Server, tmp_path: Path) -> None:
    tell(comes, server, tmp_path, "Sommer", script=False)


def tell(comes: Comes, server: Server, folder: Path, last: str, **manner: bool) -> None:
    """The story, with people of this last name."""
    settled = server.settle(last)
    nora = comes("Nora", **manner)
    joins(nora, server, "Nora", last)
    fills_in_the_profile(nora, folder)
    puts_on_the_card(nora, "Mail", "Mail address", "nora@desk.example")
    puts_on_the_card(nora, "Mobile", "Number", "0176 04069077")

    asks(nora, settled["Ada"]["name"])
    ada = comes("Ada", **manner)
    signs_in(ada, settled["Ada"]["email"])
    accepts(ada, f"Nora {last}")
    each_sees_what_was_released(nora, ada, last, settled)

    post = publishes(nora, f"The first die of {last} lasted 40 tonnes. #dies{last}")
    answers_and_recommends(ada, post)
    ben = comes("Ben", **manner)
    signs_in(ben, settled["Ben"]["email"])
    finds_it_with_its_cause(ben, f"The first die of {last}", settled["Ada"]["name"])
    hears_of_it(nora, settled["Ada"]["name"])


def asks(nora: Person, name: str) -> None:
    """Finds somebody and asks for contact, with a ground."""
    page = nora.page
    nora.hands.write(page.get_by_role("searchbox", name="Find people"), name)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    nora.follows(name, within=page.locator("main"))
    nora.follows("Ask for contact")
    nora.hands.pick(page.get_by_role("group", name="How do you know each other?"), "We have met")
    nora.writes("Where, or about what", "wire 2026")
    nora.writes("A few words", "You showed me your die record.")
    nora.ticks("Mail: nora@desk.example")
    nora.ticks("Mobile:", on=False)
    nora.presses("Send request")
    nora.is_told("Your request is on its way.")


def accepts(ada: Person, name: str) -> None:
    """Finds the request and gives the phone number, and no more."""
    ada.follows("Look at the requests")
    ada.sees("You showed me your die record.")
    ada.follows(f"Accept the request by {name}")
    ada.ticks("Phone: 0221 4710100")
    ada.ticks("Mail:", on=False)
    ada.ticks("Mobile:", on=False)
    ada.presses("Become contacts")
    ada.is_told(f"You and {name} are contacts now.")


def each_sees_what_was_released(nora: Person, ada: Person, last: str, settled: Settled) -> None:
    """Exactly the fields that were chosen, on both sides."""
    nora.goes_to(f"/contacts/{settled['Ada']['handle']}/")
    nora.sees("0221 4710100")
    nora.sees_not(f"ada@{last.lower()}-works.example")
    nora.sees_not("0171 3920040")
    ada.goes_to(f"/contacts/nora-{last.lower()}/")
    ada.sees("nora@desk.example")
    ada.sees_not("04069077")


def publishes(nora: Person, text: str) -> str:
    """Writes a post for members; its address."""
    nora.goes_to("/")
    nora.writes("Your post", text)
    nora.hands.choose(nora.page.get_by_label("Who may read this"), "For members")
    nora.presses("Publish")
    nora.is_told("Your post is published.")
    nora.sees(text[:30])
    return nora.page.url


def answers_and_recommends(ada: Person, post: str) -> None:
    """Comments on the post and passes it on."""
    ada.goes_to(post)
    ada.writes("Write a comment", "Which lubricant?")
    ada.presses("Comment")
    ada.sees("Which lubricant?")
    ada.follows("Recommend")
    ada.writes("Your words", "Forty tonnes is a lot.")
    ada.presses("Recommend")
    ada.is_told("You recommend this post now.")


def finds_it_with_its_cause(ben: Person, text: str, friend: str) -> None:
    """The friend of the friend has it in the feed, and learns why."""
    ben.goes_to("/")
    entry = ben.page.get_by_role("article").filter(has_text=text)
    expect(entry).to_contain_text(f"{friend}, your contact, recommends this")
    ben.follows("Why do I see this?", within=entry)
    ben.sees(f"Mute {friend} to see nothing of this kind any more.")


def hears_of_it(nora: Person, friend: str) -> None:
    """The worker has told the author at the bell."""
    nora.goes_to("/notices/")
    nora.sees(friend)
    nora.sees("recommends")
