"""The demo trade, built once for all walks and undone after the last."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from draht.common import clock
from draht.demo.build import build
from draht.demo.reading import load
from draht.demo.tests.small import small_trade
from tests.walk.extras import add_extras
from tests.walk.world import World

HERE = Path(__file__).parent


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All walks in one row before everything else: the trade is built once, and nothing takes as long."""
    items.sort(key=lambda item: not item.path.is_relative_to(HERE))


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The trade in German, with everybody who walks. Other tests never see it: it is never committed.

    A small part of it on PostgreSQL: what there is to see has been seen on SQLite, and building it takes twice as long.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        trade = load() if connection.vendor == "sqlite" else small_trade("claudia_s lara_w regula valentin")
        members = build(trade=trade, language="de", now=clock.now(), is_quiet=True)
        add_extras(members)
        yield World(members)
        transaction.set_rollback(True)
