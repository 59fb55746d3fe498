"""What tests of every place share: one browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.chromium import open_chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine: one for all tests, because a process can hold one Playwright only."""
    with open_chromium() as browser:
        yield browser
