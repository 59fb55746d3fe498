"""What the tests of this room share."""

from collections.abc import Iterator

import pytest
from django.test import Client

from draht.accounts.models import User
from draht.accounts.rules import forget_rules_version
from draht.accounts.tests.factories import make_user


@pytest.fixture(autouse=True)
def no_new_house_rules() -> Iterator[None]:
    """House rules that a test publishes are forgotten with it."""
    forget_rules_version()
    yield
    forget_rules_version()


@pytest.fixture
def erna(db: None) -> User:
    """An account."""
    return make_user()


@pytest.fixture
def host(db: None) -> User:
    """The host's account."""
    return make_user("mo@example.org", is_host=True)


@pytest.fixture
def as_erna(erna: User) -> Client:
    """Erna's browser."""
    client = Client()
    client.force_login(erna)
    return client


@pytest.fixture
def as_host(host: User) -> Client:
    """The host's browser."""
    client = Client()
    client.force_login(host)
    return client
