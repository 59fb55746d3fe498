"""What a terminal says about who can sign in."""

import pytest

from draht.conftest import Persona
from draht.demo.queries import personas
from draht.demo.reading import load
from draht.demo.welcome import welcome
from draht.members.tests.factories import make_member

pytestmark = pytest.mark.django_db


def test_names_the_personas_who_are_here() -> None:
    ada = load().people["ada"]
    member = make_member(ada.first_name, ada.last_name)
    member.user.email = "ada.lindner@kupferwerk-siegen.example"
    member.user.save()
    assert list(personas()) == ["ada"]
    said = "\n".join(welcome())
    assert "Ada Lindner      ada.lindner@kupferwerk-siegen.example" in said
    assert "/dev/sign-in/" in said
    assert "Ben Achterberg" not in said


def test_promises_no_personas_where_others_are(ada: Persona) -> None:
    assert list(welcome()) == ["Sign in as any member at /dev/sign-in/, or with: draht signin-link WHO"]


def test_tells_the_first_how_to_come_in() -> None:
    assert list(welcome()) == ["Nobody is in yet. Let yourself in with: draht add-member ADDRESS FIRST LAST --host"]
