"""What somebody writes is not lost: not with the tab, not with the connection, not with the session."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import OFFLINE, Person
from tests.journeys.conftest import Comes
from tests.journeys.people import PASSWORD
from tests.journeys.server import Server
from tests.journeys.steps import signs_in

pytestmark = pytest.mark.browser
WORDS = "Half a thought about wire rod"


def test_a_text_survives_a_closed_tab_a_lost_connection_and_an_ended_session(comes: Comes, server: Server) -> None:
    email = server.settle("Winter")["Ada"]["email"]
    ada = comes("Ada")
    signs_in(ada, email)
    ada.writes("Your post", WORDS)
    ada.opens_a_new_tab()
    finds_it_again(ada)

    ada.expected = {OFFLINE}
    ada.page.context.set_offline(True)
    ada.hands.press(ada.page.get_by_role("button", name="Publish"))
    ada.page.wait_for_url("chrome-error://**")
    ada.page.context.set_offline(False)
    finds_it_again(ada)

    ada.expected = {403}
    ada.page.context.clear_cookies()
    ada.presses("Publish")
    ada.sees("You are signed out")
    ada.expected = set()
    ada.follows("Sign in again")
    ada.writes("E-mail address", email)
    ada.writes("Password", PASSWORD)
    ada.presses("Sign in")
    expect(ada.page.get_by_label("Your post")).to_have_value(WORDS)
    ada.presses("Publish")
    ada.is_told("Your post is published.")
    ada.goes_to("/")
    expect(ada.page.get_by_label("Your post")).to_have_value("")


def finds_it_again(ada: Person) -> None:
    """On the front page, as it was typed."""
    ada.goes_to("/")
    expect(ada.page.get_by_label("Your post")).to_have_value(WORDS)
