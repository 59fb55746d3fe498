"""A member is called otherwise."""

from datetime import timedelta

import pytest
from django.urls import reverse

from draht.common import clock
from draht.common.refusal import Refused
from draht.conftest import Persona
from draht.members.actions import change_name
from draht.members.queries import find_members


def names_found(viewer: Persona, text: str) -> list[str]:
    return [line.name for line in find_members(viewer.id, text)]


def test_it_changes_everywhere_at_once_and_keeps_the_address(ada: Persona, cem: Persona) -> None:
    answer = ada.client().post(reverse("members:name"), {"first_name": "Ada", "last_name": "Brandt"})
    assert (answer.status_code, answer["Location"]) == (303, "/members/ada-lindner/")
    assert names_found(cem, "brandt") == ["Ada Brandt"]
    assert names_found(cem, "lindner") == []
    assert "Ada Brandt" in cem.client().get("/members/ada-lindner/").content.decode()
    assert "Lindner" not in cem.client().get("/members/ada-lindner/").content.decode()


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [("", "Brandt", "first_name"), ("Ada", "X7", "last_name"), ("example.org", "Brandt", "first_name")],
)
def test_it_refuses_what_is_no_name_at_its_field(ada: Persona, first: str, last: str, field: str) -> None:
    answer = ada.client().post(reverse("members:name"), {"first_name": first, "last_name": last})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in page
    assert f'value="{last}"' in page


def test_it_rests_for_a_month(ada: Persona) -> None:
    change_name(member=ada.id, first_name="Ada", last_name="Brandt")
    change_name(member=ada.id, first_name="Ada", last_name="Brandt")
    with pytest.raises(Refused, match="a short while ago"):
        change_name(member=ada.id, first_name="Ida", last_name="Brandt")
    with clock.at(clock.now() + timedelta(days=31)):
        change_name(member=ada.id, first_name="Ida", last_name="Brandt")
    ada.member.refresh_from_db()
    assert str(ada.member) == "Ida Brandt"
