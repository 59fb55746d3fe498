"""What tests of every place share: one browser, one new database, and examples that may take their time."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

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


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file that `draht migrate` made from nothing, to copy: it takes ten seconds."""
    var = tmp_path_factory.mktemp("migrated")
    environment = {name: value for name, value in os.environ.items() if name != "DRAHT_DATABASE_URL"}
    environment |= {"DRAHT_VAR": str(var), "DJANGO_SETTINGS_MODULE": "draht.config.settings"}
    command = [sys.executable, "-m", "draht.config.command", "migrate", "--verbosity=0"]
    subprocess.run(command, env=environment, check=True)
    return var / "draht.sqlite3"
