"""The personas of the tests: Ada, Ben her contact, Cem a stranger to both, and Mo, the host."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

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
