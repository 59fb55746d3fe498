"""Editing one's profile and card through the pages."""

from io import BytesIO

import html5lib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from draht.conftest import Persona
from draht.members import actions, queries
from draht.members.models import Audience, CardGroup, CardKind, Section
from draht.members.rules import audience_of

pytestmark = pytest.mark.django_db

STATION = {"title": "Leiterin", "employer": "Kupferwerk", "from_year": "2021", "is_now": "on", "from_month": "4"}
FORMS = [
    "/profile/place/",
    "/profile/about/",
    "/profile/wishes/",
    "/profile/stations/",
    "/profile/education/",
    "/profile/skills/",
    "/profile/languages/",
    "/profile/interests/",
    "/profile/links/",
    "/profile/portrait/",
    "/card/",
    *(f"/card/new/{kind}/" for kind in CardKind.values),
]


@pytest.mark.parametrize("path", FORMS)
def test_every_form_is_a_page_of_its_own_for_members_only(path: str, ada: Persona, client: Client) -> None:
    answer = ada.client().get(path)
    assert answer.status_code == 200
    html5lib.HTMLParser(strict=True).parse(answer.content.decode())
    assert answer.content.decode().count("<h1") == 1
    assert client.get(path).status_code == 302


def test_a_section_is_edited_in_place(ada: Persona) -> None:
    client = ada.client(htmx=True)
    form = client.get("/profile/about/").content.decode()
    assert "<html" not in form
    assert 'name="about"' in form
    part = client.post("/profile/about/", {"about": "Draht ist **mein** Leben."}).content.decode()
    assert 'id="section-about"' in part
    assert "<strong>mein</strong>" in part
    assert "<html" not in part


def test_a_section_is_edited_without_script(ada: Persona) -> None:
    answer = ada.client().post("/profile/about/", {"about": "Draht ist mein Leben."})
    assert answer.status_code == 303
    assert answer["Location"] == "/members/ada-lindner/#section-about"


@pytest.mark.parametrize("htmx", [True, False])
def test_nothing_typed_is_lost_when_something_is_wrong(ada: Persona, htmx: bool) -> None:
    typed = {**STATION, "from_year": "2021", "is_now": "", "to_year": "2019", "text": "Vierzehn Mehrdrahtzüge"}
    answer = ada.client(htmx=htmx).post("/profile/stations/", typed)
    assert answer.status_code == 422
    page = answer.content.decode()
    for words in ("Vierzehn Mehrdrahtzüge", 'value="Kupferwerk"', 'value="2019"', "The end lies before the beginning."):
        assert words in page
    assert 'id="id_to_year_error"' in page
    assert queries.stations_of(ada.id) == []


def test_a_station_is_added_changed_and_removed(ada: Persona) -> None:
    client = ada.client(htmx=True)
    assert "data-announce" in client.post("/profile/stations/", STATION).content.decode()
    [station] = queries.stations_of(ada.id)
    assert (station.start_machine, station.is_current) == ("2021-04", True)
    form = client.get(f"/profile/stations/{station.id}/").content.decode()
    assert 'value="Kupferwerk"' in form
    assert "checked" in form
    client.post(f"/profile/stations/{station.id}/", {**STATION, "employer": "Haug"})
    assert queries.stations_of(ada.id)[0].employer == "Haug"
    client.post(f"/profile/stations/{station.id}/removal/")
    assert queries.stations_of(ada.id) == []


def test_the_head_follows_when_a_station_makes_the_headline(ada: Persona) -> None:
    part = ada.client(htmx=True).post("/profile/stations/", STATION).content.decode()
    assert 'id="section-place" hx-swap-oob="true"' in part
    assert "Leiterin, Kupferwerk" in part


def test_somebody_elses_rows_are_not_found(ada: Persona, cem: Persona) -> None:
    station = actions.add_station(member=ada.id, employer="Haug", from_year=2009)
    field = actions.add_card_field(member=ada.id, group=CardGroup.PRIVATE, kind=CardKind.MAIL, value="a@example.org")
    client = cem.client()
    assert client.get(f"/profile/stations/{station.id}/").status_code == 404
    assert client.post(f"/profile/stations/{station.id}/", STATION).status_code == 404
    assert client.get(f"/card/{field.id}/").status_code == 404
    assert client.post(f"/card/{field.id}/removal/").status_code == 404
    assert client.post(f"/card/{field.id}/place/", {"to": "up"}).status_code == 404
    assert len(queries.card_fields(ada.id)) == 1


@pytest.mark.parametrize(
    "path", ["/profile/nothing/", "/profile/stations/99999999999999999999999/", "/card/new/telex/", "/profile/about/7/"]
)
def test_what_there_is_not_is_not_found(ada: Persona, path: str) -> None:
    assert ada.client().get(path).status_code == 404


def test_the_owner_chooses_who_sees_a_section(ada: Persona) -> None:
    answer = ada.client().post("/profile/skills/audience/", {"audience": "everybody"})
    assert answer.status_code == 303
    assert audience_of(ada.id, Section.SKILLS) == Audience.EVERYBODY
    assert ada.client().post("/profile/skills/audience/", {"audience": "nobody"}).status_code == 404


def test_every_section_that_says_something_asks_who_sees_it(ada: Persona) -> None:
    actions.describe(member=ada.id, place="Siegen")
    page = ada.client().get("/members/ada-lindner/").content.decode()
    for section in set(Section) - {Section.PORTRAIT}:  # that one is chosen where it is uploaded
        assert f'id="audience-{section}"' in page


def test_a_picture_is_uploaded_and_a_broken_one_refused_with_a_reason(ada: Persona) -> None:
    file = BytesIO()
    Image.new("RGB", (400, 400), (184, 115, 51)).save(file, "PNG")
    broken = SimpleUploadedFile("me.png", file.getvalue()[:60], "image/png")
    answer = ada.client().post("/profile/portrait/", {"picture": broken})
    assert answer.status_code == 422
    assert 'id="id_picture_error"' in answer.content.decode()
    whole = SimpleUploadedFile("me.png", file.getvalue(), "image/png")
    assert ada.client().post("/profile/portrait/", {"picture": whole}).status_code == 303
    assert queries.own_profile(ada.id).portrait
    ada.client().post("/profile/portrait/removal/")
    assert not queries.own_profile(ada.id).portrait


# --- the business card ------------------------------------------------------------------------------------------------


def test_a_field_is_put_on_the_card_and_shown_in_the_local_form(ada: Persona) -> None:
    typed = {"value": "+49 271 38 84 90", "group": "business", "label": "Büro"}
    assert ada.client().post("/card/new/phone/", typed).status_code == 303
    page = ada.client().get("/card/").content.decode()
    assert "0271 388490" in page
    assert 'href="tel:+49271388490"' in page


def test_a_wrong_number_keeps_what_was_typed(ada: Persona) -> None:
    answer = ada.client(htmx=True).post("/card/new/phone/", {"value": "0271", "group": "private", "label": "Werk 2"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="0271"' in page
    assert 'value="Werk 2"' in page
    assert 'id="id_value_error"' in page
    assert queries.card_fields(ada.id) == []


def test_a_birthday_may_keep_its_year(ada: Persona) -> None:
    ada.client().post("/card/new/birthday/", {"day": "19", "month": "5", "year": "", "group": "private"})
    [field] = queries.card_fields(ada.id)
    assert (field.value, field.shown) == ("--05-19", "19 May")
    form = ada.client().get(f"/card/{field.id}/").content.decode()
    assert '<option value="19" selected>' in form


def test_nobody_has_two_birthdays(ada: Persona) -> None:
    typed = {"day": "19", "month": "5", "year": "", "group": "private"}
    ada.client().post("/card/new/birthday/", typed)
    answer = ada.client().post("/card/new/birthday/", typed | {"day": "20"})
    assert answer.status_code == 422
    assert "on the card already" in answer.content.decode()
    assert len(queries.card_fields(ada.id)) == 1


def test_the_preview_follows_what_is_typed(ada: Persona) -> None:
    client = ada.client(htmx=True)
    typed = {"value": "0170 1234567", "group": "private", "label": ""}
    assert "0170 1234567" in client.post("/card/preview/mobile/0/", typed).content.decode()
    half = client.post("/card/preview/mobile/0/", {**typed, "value": "017"})
    assert half.status_code == 200
    assert "017" not in half.content.decode()
    assert queries.card_fields(ada.id) == []


def test_fields_change_places(ada: Persona) -> None:
    for number in ("1", "2", "3"):
        actions.add_card_field(member=ada.id, group=CardGroup.BUSINESS, kind=CardKind.OTHER, value=number)
    third = queries.card_fields(ada.id)[2]
    ada.client().post(f"/card/{third.id}/place/", {"to": "up"})
    assert [field.value for field in queries.card_fields(ada.id)] == ["1", "3", "2"]


def test_the_card_is_on_no_page_of_others(ada: Persona, ben: Persona) -> None:
    actions.add_card_field(member=ada.id, group=CardGroup.BUSINESS, kind=CardKind.MAIL, value="geheim@example.org")
    for viewer in (ben.client(), Client()):
        assert "geheim@example.org" not in viewer.get("/members/ada-lindner/").content.decode()
