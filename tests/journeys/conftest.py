"""One server and one browser for all stories; one window for each person in them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from draht.outbound.tests.servers import Zone, name_server
from tests.journeys.browser import Person
from tests.journeys.hands import Keyboard, Pointer
from tests.journeys.server import Server, running

Comes = Callable[..., Person]


@pytest.fixture(scope="session")
def server(browser: Browser, migrated: Path) -> Iterator[Server]:
    """An empty Draht, with a name server that knows nothing yet."""
    zone: Zone = {}
    with name_server(zone) as resolver, running(zone, resolver, migrated) as server:
        yield server


@pytest.fixture(scope="session")
def seen() -> set[str]:
    """The kinds of pages that axe has looked at."""
    return set()


@pytest.fixture
def comes(browser: Browser, server: Server, seen: set[str]) -> Iterator[Comes]:
    """Somebody opens a window of their own; whatever goes wrong in it fails the story."""
    troubles: list[str] = []
    contexts: list[BrowserContext] = []

    def open_window(name: str, *, script: bool = True, keyboard: bool = False, **more: Any) -> Person:
        context = browser.new_context(locale="en-GB", java_script_enabled=script, reduced_motion="reduce", **more)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        hands = Keyboard(page) if keyboard else Pointer()
        return Person(name, page, server.address, troubles, seen, hands, has_script=script)

    yield open_window
    for context in contexts:
        context.close()
    assert not troubles, "\n".join(troubles)
