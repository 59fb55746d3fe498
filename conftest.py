"""What tests of every place share: a browser, databases with their first rows, examples that may take their time."""

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.db.models import Model
from django.db.models.signals import post_migrate
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

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


# The migrations that write rows, and the functions in them that do.
_WRITING = (
    ("draht.actors.migrations.0002_audiences", "add_audiences"),
    ("draht.accounts.migrations.0003_first_house_rules", "publish"),
)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What migrations write is always there.

    The tables are made from the models, because Django takes ten seconds to migrate; that migrations make the same is
    tested in `draht/config/tests/test_tables.py`.

    A test that commits (`django_db(transaction=True)`) is followed by a flush of all tables. Django announces the end
    of a flush like that of a migration; we then put back the rows of our rooms.
    """
    with django_db_blocker.unblock():
        for migration, write in _WRITING:
            getattr(import_module(migration), write)(apps, None)
        rows = {model: list(model._base_manager.all()) for room in django_settings.ROOMS for model in _models_of(room)}

    def put_back(**_facts: object) -> None:
        for model, written in rows.items():
            model._base_manager.bulk_create(written, ignore_conflicts=True)

    # Once per flush, not once per room.
    post_migrate.connect(put_back, sender=apps.get_app_config("actors"))
    yield
    post_migrate.disconnect(put_back, sender=apps.get_app_config("actors"))


def _models_of(room: str) -> Iterator[type[Model]]:
    return apps.get_app_config(room).get_models()
