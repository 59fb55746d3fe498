"""The page: begun, filled in with and without script, published, found; and who sees it."""

import json
import re
from io import BytesIO

import mf2py
import pytest
from django.test import Client
from PIL import Image

from draht.companies.actions import set_names, set_roles
from draht.companies.models import Company, Place, Role
from draht.companies.queries import find_companies
from draht.companies.tests.factories import make_company
from draht.conftest import Persona
from draht.media.models import Picture
from draht.ties.actions import block


def test_it_goes_from_a_name_to_a_published_page(ada: Persona, cem: Persona) -> None:
    client = ada.client()
    answer = client.post("/company/new/", {"name": "Rheinseil AG", "headline": "Ropes"})
    page = answer.headers["Location"]
    assert cem.client().get(page).status_code == Client().get(page).status_code == 404
    client.post(f"{page}publication/")
    assert Client().get(page).status_code == 404  # nobody answers for it yet
    client.post(f"{page}edit/imprint/", {"imprint": "Rheinseil AG, Duisburg"})
    client.post(f"{page}publication/")
    assert Client().get(page).status_code == 200
    assert client.post(f"{page}edit/imprint/", {"imprint": ""}).status_code == 422
    client.post(f"{page}withdrawal/")
    assert Client().get(page).status_code == 404


def test_there_is_one_page_of_a_name_unless_somebody_insists(ada: Persona, cem: Persona) -> None:
    make_company(ada.id)
    client = cem.client()
    answer = client.post("/company/new/", {"name": "Rheinseil GmbH"})
    assert answer.status_code == 422
    assert "/companies/rheinseil-ag/claim/" in answer.content.decode()
    assert client.post("/company/new/", {"name": "Rheinseil GmbH", "is_another": "on"}).status_code == 303


def test_sections_are_edited_in_place_and_without_script(ada: Persona) -> None:
    page = f"/companies/{make_company(ada.id).actor.handle}/"
    part = ada.client(htmx=True)
    assert 'hx-target="#section-work"' in part.get(f"{page}edit/work/").content.decode()
    text = part.post(f"{page}edit/work/", {"makes": "Ropes", "seeks": "Splicers"}).content.decode()
    assert "<html" not in text
    assert "Splicers" in text
    assert ada.client().post(f"{page}edit/about/", {"about": "**Bold** <script>"}).status_code == 303
    text = ada.client().get(page).content.decode()
    assert "<strong>Bold</strong>" in text
    assert "<script>" not in text.split("</head>")[1]


def test_wrong_things_come_back_as_typed(ada: Persona) -> None:
    page = f"/companies/{make_company(ada.id).actor.handle}/"
    answer = ada.client().post(f"{page}edit/hours/", {"day_0": "soon", "time_zone": "Europe/Berlin"})
    assert answer.status_code == 422
    assert 'value="soon"' in answer.content.decode()
    place = {"city": "Siegen", "country": "DE", "region": "AT-1"}
    assert ada.client().post(f"{page}edit/places/", place).status_code == 422
    long = {"makes": "x" * 601, "seeks": ""}
    assert ada.client().post(f"{page}edit/work/", long).status_code == 422


def test_places_come_and_go(ada: Persona) -> None:
    page = f"/companies/{make_company(ada.id).actor.handle}/"
    ada.client().post(f"{page}edit/places/", {"city": "Siegen", "country": "DE", "region": "DE-NW"})
    entry = Place.objects.get().id
    ada.client().post(f"{page}places/{entry}/", {"city": "Wien", "country": "AT", "region": "AT-9"})
    assert (Place.objects.get().city, Place.objects.get().region) == ("Wien", "9")
    ada.client().post(f"{page}places/{entry}/removal/")
    assert not Place.objects.exists()


def test_only_editors_edit_and_only_owners_manage(ada: Persona, ben: Persona, cem: Persona) -> None:
    company = make_company(ada.id)
    page = f"/companies/{company.actor.handle}/"
    set_roles(company=company.actor_id, member=ben.id, roles={Role.EDITOR}, by=ada.id)
    for path in ("edit/about/", "logo/", "team/", "log/"):
        assert ben.client().get(page + path).status_code == 200
        assert cem.client().get(page + path).status_code == 403
        assert Client().get(page + path).status_code == 302
    for path in ("people/", "proof/"):
        assert ben.client().get(page + path).status_code == 403
    assert ben.client().post(f"{page}withdrawal/").status_code == 403
    assert Company.objects.get().published


def test_the_logo_is_a_square_and_the_old_one_goes(ada: Persona) -> None:
    company = make_company(ada.id)
    for _ in range(2):
        picture = BytesIO()
        Image.new("RGB", (400, 100), "teal").save(picture, "PNG")
        picture.seek(0)
        picture.name = "logo.png"
        assert ada.client().post(f"/companies/{company.actor.handle}/logo/", {"picture": picture}).status_code == 303
    kept = Picture.objects.get(owner=company.actor_id)
    assert kept.width == kept.height
    ada.client().post(f"/companies/{company.actor.handle}/logo/removal/")
    assert not Picture.objects.exists()


def test_it_is_found_by_name_brand_branch_and_town(ada: Persona, cem: Persona) -> None:
    company = make_company(ada.id)
    page = f"/companies/{company.actor.handle}/"
    set_names(company=company.actor_id, by=ada.id, names=["Ruhrorter Drahtseilerei"])
    head = {"name": "Rheinseil AG", "headline": "", "branch": "Stahlseile", "size": "", "hue": "195"}
    ada.client().post(f"{page}edit/head/", head)
    ada.client().post(f"{page}edit/places/", {"city": "Düsseldorf", "country": "DE", "region": ""})
    for text in ("rhein", "Ruhrort", "stahl", "duess", "dusseldorf rheins"):
        assert [line.name for line in find_companies(None, text)] == ["Rheinseil AG"], text
    assert not find_companies(None, "AG")
    make_company(ada.id, "Rheinfern", is_published=False)
    assert len(find_companies(ada.id, "rhein")) == 1
    block(source=cem.id, target=company.actor_id)
    assert not find_companies(cem.id, "rhein")
    assert cem.client().get(page).status_code == 404
    assert "Rheinseil AG" in Client().get("/companies/").content.decode()


def test_machines_read_it(ada: Persona) -> None:
    page = f"/companies/{make_company(ada.id).actor.handle}/"
    ada.client().post(f"{page}edit/places/", {"city": "Siegen", "country": "DE", "region": "DE-NW"})
    ada.client().post(f"{page}edit/hours/", {"day_0": "8-12", "time_zone": "Europe/Berlin"})
    text = Client().get(page).content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert found
    data = json.loads(found[1])
    assert (data["@type"], data["name"]) == ("Organization", "Rheinseil AG")
    assert data["location"][0]["openingHoursSpecification"][0]["opens"] == "08:00"
    card = next(item for item in mf2py.parse(text)["items"] if "h-card" in item["type"])
    assert card["properties"]["name"] == ["Rheinseil AG"]
    assert card["properties"]["adr"][0]["properties"]["locality"] == ["Siegen"]
    assert '<meta property="og:title" content="Rheinseil AG">' in text


def test_one_likes_a_page_by_following_it(ada: Persona, cem: Persona) -> None:
    company = make_company(ada.id)
    page = f"/companies/{company.actor.handle}/"
    cem.client().post("/ties/follow/", {"actor": company.actor_id, "next": page})
    text = cem.client().get(page).content.decode()
    assert "You like this page" in text
    assert "1 person likes this page." in text


def test_somebody_may_not_begin_page_after_page(ada: Persona) -> None:
    for number in range(5):
        make_company(ada.id, f"Draht {number}", is_published=False)
    assert ada.client().post("/company/new/", {"name": "Draht 6"}).status_code == 422


@pytest.mark.parametrize("path", ["team/", "people/", "proof/", "log/", "logo/", "edit/head/", "edit/hours/"])
def test_every_desk_opens(ada: Persona, path: str) -> None:
    page = f"/companies/{make_company(ada.id).actor.handle}/"
    assert ada.client().get(page + path).status_code == 200
