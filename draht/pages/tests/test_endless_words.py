"""Words without an end, on the profile in a real browser."""

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from draht.conftest import Persona
from draht.members import actions
from draht.members.models import Audience, Section

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ENDLESS = "W" * 600


def test_they_never_make_the_page_wider_than_the_screen(
    browser: Browser, live_server: LiveServer, ada: Persona
) -> None:
    actions.describe(member=ada.id, headline=ENDLESS[:120], place=ENDLESS[:80], about=ENDLESS, looking_for=ENDLESS)
    actions.add_station(member=ada.id, title=ENDLESS[:120], employer=ENDLESS[:120], from_year=2020, text=ENDLESS)
    actions.add_education(member=ada.id, school=ENDLESS[:120], degree=ENDLESS[:120])
    actions.set_skills(member=ada.id, names=[ENDLESS[:60]])
    actions.set_interests(member=ada.id, names=[ENDLESS[:60]])
    actions.add_link(member=ada.id, label=ENDLESS[:60], url=f"https://example.org/{ENDLESS[:300]}")
    for section in Section:
        actions.set_visibility(member=ada.id, section=section, audience=Audience.EVERYBODY)
    page = browser.new_page(viewport={"width": 320, "height": 900})
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{live_server.url}/members/ada-lindner/")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
