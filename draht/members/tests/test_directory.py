"""What the directory promises."""

import pytest
from django.test import Client

from draht.conftest import Persona
from draht.members import actions, queries
from draht.members.tests.factories import make_member
from draht.ties.actions import block

pytestmark = pytest.mark.django_db


def names(viewer: Persona, text: str) -> list[str]:
    return [line.name for line in queries.find_members(viewer.id, text)]


@pytest.mark.parametrize("text", ["jür", "jue", "jur", "JÜRGEN MÜ", "muel jur", "mul", "groß", "gros", "öz"])
def test_it_finds_people_however_umlauts_are_typed(cem: Persona, text: str) -> None:
    make_member("Jürgen", "Müller-Groß")
    make_member("Özlem", "Müller", email="o@example.org")
    assert "Jürgen Müller-Groß" in names(cem, text) or "Özlem Müller" in names(cem, text)


def test_it_finds_only_whom_every_word_fits(cem: Persona) -> None:
    make_member("Anna", "Berg")
    make_member("Anna", "Tal", email="tal@example.org")
    assert names(cem, "ann ber") == ["Anna Berg"]
    assert names(cem, "ann wald") == []
    assert names(cem, "erg") == []
    assert names(cem, "???") == []


def test_it_finds_people_by_their_present_employer(ada: Persona, cem: Persona) -> None:
    actions.add_station(member=ada.id, employer="Haug & Söhne GmbH", from_year=2009, to_year=2014)
    now = actions.add_station(member=ada.id, employer="Kupferwerk Siegen GmbH", from_year=2021)
    assert names(cem, "kupferw sieg") == ["Ada Lindner"]
    assert names(cem, "haug") == []
    assert names(cem, "gmbh") == []
    actions.remove_station(member=ada.id, entry=now.id)
    assert names(cem, "kupferw") == []


def test_it_hides_blocked_and_closed_members(ada: Persona, ben: Persona, cem: Persona) -> None:
    block(source=ada.id, target=cem.id)
    assert names(cem, "ada") == []
    assert names(ada, "cem") == []
    ben.user.is_active = False
    ben.user.save()
    assert names(cem, "ben") == []


def test_it_suggests_contacts_first_and_never_oneself(ada: Persona, ben: Persona) -> None:
    for number in range(10):
        make_member("Bea", "Aal", email=f"bea{number}@example.org")
    found = queries.suggest(ada.id, "a")
    assert found[0].id == ben.id
    assert ada.id not in {line.id for line in found}
    assert len(found) == 8


def test_it_answers_as_one_types_and_without_script(ada: Persona, ben: Persona) -> None:
    part = ada.client(htmx=True).get("/members/", {"q": "acht"}).content.decode()
    page = ada.client().get("/members/", {"q": "acht"}).content.decode()
    assert "Ben Achterberg" in part
    assert "<html" not in part
    assert "Ben Achterberg" in page
    assert 'value="acht"' in page


def test_it_suggests_names_as_options(ada: Persona, ben: Persona) -> None:
    answer = ada.client(htmx=True).get("/members/suggest/", {"q": "ben"}).content.decode()
    assert '<li role="option" data-insert="@ben-achterberg">' in answer


def test_it_shows_who_joined_last(ada: Persona) -> None:
    for number in range(25):
        make_member("Neu", "Hier", email=f"neu{number}@example.org")
    first = queries.newest_members(ada.id, before=2**62)
    assert first.older is not None
    second = queries.newest_members(ada.id, before=first.older)
    assert [len(first.items), len(second.items), second.older] == [20, 6, None]


@pytest.mark.parametrize("path", ["/members/", "/members/suggest/?q=a"])
def test_it_is_for_members_only(client: Client, path: str) -> None:
    assert client.get(path).status_code == 302
