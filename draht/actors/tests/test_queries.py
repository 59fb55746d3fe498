import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from draht.actors.actions import create_actor
from draht.actors.models import Actor, Kind
from draht.actors.queries import LINE, by_handle, lines, nameable

pytestmark = pytest.mark.django_db


def test_it_gives_the_lines_that_the_table_holds_however_many_are_asked_for() -> None:
    ids = [create_actor(kind=Kind.MEMBER, name=name).id for name in ("Ada Ohm", "Ben Volt", "Cem Watt")]
    for wanted in (ids, ids[:2], ids[2:], [*ids, ids[0]], [ids[1], 42]):
        plain = Actor.objects.filter(id__in=wanted).values_list(*LINE)
        assert sorted(tuple(line) for line in lines(wanted).values()) == sorted(plain)


def test_it_asks_once_and_for_nobody_not_at_all() -> None:
    ids = [create_actor(kind=Kind.MEMBER, name=f"Member {number}").id for number in range(4)]
    with CaptureQueriesContext(connection) as captured:
        lines(ids)
        lines([])
    assert len(captured) == 1


def test_it_finds_actors_by_handles_of_their_kind() -> None:
    ada = create_actor(kind=Kind.MEMBER, name="Ada Ohm")
    create_actor(kind=Kind.COMPANY, name="Ada Ohm")
    found = by_handle(Kind.MEMBER, "ADA-OHM")
    assert found is not None
    assert found.id == ada.id
    assert by_handle(Kind.GROUP, "ada-ohm") is None


def test_a_handle_mentions_the_member_before_a_company_and_nobody_who_is_not_to_be_named() -> None:
    create_actor(kind=Kind.COMPANY, name="Ada Ohm")
    ada = create_actor(kind=Kind.MEMBER, name="Ada Ohm")
    wire = create_actor(kind=Kind.COMPANY, name="Volt Wire")
    create_actor(kind=Kind.COMPANY, name="Watt Wire", may_be_named=False)
    found = nameable(["ada-ohm", "Volt-Wire", "watt-wire", "nobody"])
    assert {handle: line.id for handle, line in found.items()} == {"ada-ohm": ada.id, "volt-wire": wire.id}


def test_it_gives_each_actor_a_handle_of_its_own_in_plain_letters() -> None:
    names = ["Jörg Groß", "Jörg Groß", "Łukasz Żółć", "李小龙", "🙂"]
    handles = [create_actor(kind=Kind.MEMBER, name=name).handle for name in names]
    assert handles[:2] == ["joerg-gross", "joerg-gross-2"]
    assert len(set(handles)) == len(names)
    assert all(handle.isascii() for handle in handles)
