"""The personas of the tests: Ada, Ben her contact, Cem a stranger to both, and Mo, the host."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import Model
from django.db.models.signals import post_migrate
from django.test import Client
from django.utils import translation
from pytest_django import DjangoDbBlocker

from draht.accounts.models import User
from draht.members.models import Member
from draht.members.tests.factories import make_member
from draht.ties.actions import tie_contacts


@dataclass(frozen=True)
class Persona:
    """Somebody whom tests act as."""

    member: Member
    user: User

    @property
    def id(self) -> int:
        """The id of their actor."""
        return self.member.actor_id

    @property
    def handle(self) -> str:
        """The name in the address of their profile."""
        return self.member.actor.handle

    def client(self, *, htmx: bool = False) -> Client:
        """A browser in which they are signed in; with `htmx`, one whose every request asks for a part."""
        client = Client(headers={"hx-request": "true"} if htmx else None)
        sign_in(client, self)
        return client


def sign_in(client: Client, persona: Persona) -> None:
    """Sign this browser in."""
    client.force_login(persona.user, backend=settings.AUTHENTICATION_BACKENDS[0])


def _persona(first: str, last: str, *, is_host: bool = False) -> Persona:
    member = make_member(first, last, is_host=is_host)
    return Persona(member=member, user=member.user)


# The migrations that write rows, and the functions in them that do.
_WRITING = (
    ("draht.actors.migrations.0002_audiences", "add_audiences"),
    ("draht.accounts.migrations.0003_first_house_rules", "publish"),
)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What migrations write is always there.

    The tables are made from the models, because Django takes ten seconds to migrate; that migrations make the same is
    tested in `config/tests/test_tables.py`.

    A test that commits (`django_db(transaction=True)`) is followed by a flush of all tables. Django announces the end
    of a flush like that of a migration; we then put back the rows of our rooms.
    """
    with django_db_blocker.unblock():
        for migration, write in _WRITING:
            getattr(import_module(migration), write)(apps, None)
        rows = {model: list(model._base_manager.all()) for room in settings.ROOMS for model in _models_of(room)}

    def put_back(**_facts: object) -> None:
        for model, written in rows.items():
            model._base_manager.bulk_create(written, ignore_conflicts=True)

    # Once per flush, not once per room.
    post_migrate.connect(put_back, sender=apps.get_app_config("actors"))
    yield
    post_migrate.disconnect(put_back, sender=apps.get_app_config("actors"))


def _models_of(room: str) -> Iterator[type[Model]]:
    return apps.get_app_config(room).get_models()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first, so that no core waits for it in the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(autouse=True)
def nobodys_language() -> None:
    """A page that the test before asked for in German is no reason to go on in German."""
    translation.deactivate()


@pytest.fixture
def make_persona(db: None) -> Callable[[str, str], Persona]:
    """One more member, where a story needs another."""
    return _persona


@pytest.fixture
def ada(db: None) -> Persona:
    """A member."""
    return _persona("Ada", "Lindner")


@pytest.fixture
def ben(ada: Persona) -> Persona:
    """Ada's contact."""
    ben = _persona("Ben", "Achterberg")
    tie_contacts(one=ada.id, other=ben.id)
    return ben


@pytest.fixture
def cem(db: None) -> Persona:
    """A stranger to Ada and Ben."""
    return _persona("Cem", "Yıldırım")


@pytest.fixture
def mo(db: None) -> Persona:
    """The host."""
    return _persona("Mo", "Rahimi", is_host=True)
