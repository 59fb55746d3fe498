"""What tests of every place share: one browser, and examples that may take their time."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from tests.chromium import open_chromium

# How long examples take says something about the machine and what else it does, nothing about the code.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine: one for all tests, because a process can hold one Playwright only."""
    with open_chromium() as browser:
        yield browser
