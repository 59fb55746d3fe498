"""What a member's page tells: people, machines, and nobody who must not know."""

import html
import json
import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import html5lib
import mf2py
import pytest
from django.test import Client
from django.utils.translation import override

from draht.actors.models import EVERYBODY
from draht.conftest import Persona
from draht.members import actions
from draht.members.models import Audience, Section
from draht.posts.actions import publish_post
from draht.ties.actions import block

pytestmark = pytest.mark.django_db
ADDRESS = "/members/ada-lindner/"
SINCE = {"from_year": 2021, "from_month": 4}


@pytest.fixture
def filled(ada: Persona) -> Persona:
    """Ada with every section, all of it public but her languages."""
    id, on_site = ada.id, "https://example.org/ada"
    actions.describe(
        member=id, headline="Feinzug & ruhige Linien", place="Siegen", about="Seit **zwölf** Jahren Draht."
    )
    actions.describe(member=id, looking_for="PKD-Ziehsteine", offering="Messreihen </script><script>alert(1)</script>")
    actions.add_station(member=id, employer="Haug", title="Monteurin", from_year=2009, from_month=10, to_year=2014)
    actions.add_station(
        member=id, employer="Kupferwerk Siegen", title="Leiterin Drahtzug", from_year=2021, from_month=4
    )
    actions.add_education(
        member=id, school="RWTH", degree="Dipl.-Ing.", field="Werkstoffe", from_year=2003, to_year=2009
    )
    actions.set_skills(member=id, names=["Ziehsteine", "</script><b>Glühen</b>"])
    actions.set_interests(member=id, names=["Chor"])
    actions.add_language(member=id, code="sv", level="A2")
    actions.add_link(member=id, label="Notizen", url=on_site)
    for section in set(Section) - {Section.LANGUAGES}:
        actions.set_visibility(member=id, section=section, audience=Audience.EVERYBODY)
    return ada


def text(client: Client, path: str = ADDRESS) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_is_a_resume_that_machines_read(filled: Persona, client: Client) -> None:
    page = mf2py.parse(doc=text(client), url=f"http://localhost:8000{ADDRESS}")
    [resume] = [item for item in page["items"] if "h-resume" in item["type"]]
    facts = resume["properties"]
    [card] = facts["contact"]
    assert card["type"] == ["h-card"]
    assert card["properties"]["name"] == ["Ada Lindner"]
    assert card["properties"]["uid"] == [f"http://localhost:8000{ADDRESS}"]
    assert card["properties"]["locality"] == ["Siegen"]
    assert card["properties"]["job-title"] == ["Feinzug & ruhige Linien"]
    now, before = facts["experience"]
    assert now["type"] == ["h-event"]
    assert (now["properties"]["name"], now["properties"]["start"]) == (["Leiterin Drahtzug"], ["2021-04"])
    assert now["properties"]["location"][0]["properties"]["name"] == ["Kupferwerk Siegen"]
    assert "end" not in now["properties"]
    assert before["properties"]["end"] == ["2014"]
    assert facts["education"][0]["properties"]["name"] == ["Dipl.-Ing., Werkstoffe"]
    assert facts["skill"][0] == "Ziehsteine"
    assert facts["summary"] == ["Seit zwölf Jahren Draht."]
    assert page["rels"]["me"] == ["https://example.org/ada"]


def data_of(page: str) -> dict[str, object]:
    [script] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, flags=re.DOTALL)
    found: dict[str, object] = json.loads(script)
    return found


def test_it_tells_search_engines_what_everybody_sees_and_no_more(filled: Persona, client: Client) -> None:
    page = text(client)
    data = data_of(page)
    assert data["@type"] == "ProfilePage"
    person = data["mainEntity"]
    assert isinstance(person, dict)
    assert (person["@type"], person["name"], person["jobTitle"]) == ("Person", "Ada Lindner", "Leiterin Drahtzug")
    assert person["worksFor"] == {"@type": "Organization", "name": "Kupferwerk Siegen"}
    assert person["knowsAbout"] == ["Ziehsteine", "</script><b>Glühen</b>"]
    assert "knowsLanguage" not in person
    assert "Swedish" not in page
    assert "noindex" not in page
    assert '<meta property="og:title" content="Ada Lindner">' in page


def test_it_lets_nothing_typed_become_markup(filled: Persona, client: Client) -> None:
    page = text(client)
    assert "<script>alert" not in page
    assert "<b>Glühen" not in page


def test_it_keeps_an_unpublished_profile_out_of_search_engines(ada: Persona, client: Client) -> None:
    actions.describe(member=ada.id, about="Nur für Mitglieder.")
    page = text(client)
    assert '<meta name="robots" content="noindex">' in page
    assert "Nur für Mitglieder." not in page


@pytest.mark.parametrize("language", ["en", "de"])
def test_it_is_valid_for_everybody_and_has_nothing_inline(
    filled: Persona, ben: Persona, client: Client, language: str
) -> None:
    for viewer, path in (
        (filled.client(), ADDRESS),
        (ben.client(), ADDRESS),
        (client, ADDRESS),
        (filled.client(), f"{ADDRESS}?as=members"),
    ):
        with override(language):
            page = text(viewer, path)
        html5lib.HTMLParser(strict=True).parse(page)
        assert page.count("<h1") == 1
        assert not re.search(r"<[^>]+ (?:style|on\w+)=", page)


def test_it_shows_a_section_to_contacts_alone(filled: Persona, ben: Persona, cem: Persona) -> None:
    actions.set_visibility(member=filled.id, section=Section.STATIONS, audience=Audience.CONTACTS)
    assert "Kupferwerk Siegen" in text(ben.client())
    assert "Kupferwerk Siegen" not in text(cem.client())
    assert "Kupferwerk Siegen" not in text(Client())


def test_it_shows_the_owner_what_others_see(filled: Persona) -> None:
    actions.set_visibility(member=filled.id, section=Section.LINKS, audience=Audience.CONTACTS)
    mine = text(filled.client())
    assert "Notizen" in mine
    assert 'id="audience-links"' in mine
    assert "Notizen" in text(filled.client(), f"{ADDRESS}?as=contacts")
    as_member = text(filled.client(), f"{ADDRESS}?as=members")
    assert "Notizen" not in as_member
    assert "Swedish" in as_member
    assert "/profile/about/" not in as_member
    assert "Swedish" not in text(filled.client(), f"{ADDRESS}?as=everybody")


def test_nobody_widens_their_view_by_asking(filled: Persona, cem: Persona) -> None:
    actions.set_visibility(member=filled.id, section=Section.LINKS, audience=Audience.CONTACTS)
    assert "Notizen" not in text(cem.client(), f"{ADDRESS}?as=contacts")


def test_it_does_not_exist_across_a_block(ada: Persona, ben: Persona) -> None:
    block(source=ada.id, target=ben.id)
    assert ben.client().get(ADDRESS).status_code == 404
    assert ada.client().get("/members/ben-achterberg/").status_code == 404


def test_it_ends_with_the_account(ada: Persona, cem: Persona) -> None:
    ada.user.is_active = False
    ada.user.save()
    assert cem.client().get(ADDRESS).status_code == 404


def test_it_shows_what_the_member_wrote(ada: Persona, client: Client) -> None:
    publish_post(author=ada.id, audience=EVERYBODY, text="Ziehsteine gehören gewogen.")
    assert "Ziehsteine gehören gewogen." in html.unescape(text(client))
    assert 'class="wire"' not in text(client)  # on their own page nobody asks why


def test_its_owner_is_invited_to_write(ada: Persona) -> None:
    page = text(ada.client())
    for path in ("about", "wishes", "stations", "education", "skills", "languages", "interests", "links"):
        assert f'href="/profile/{path}/"' in page


def test_it_costs_few_queries(
    filled: Persona, ben: Persona, django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    client = ben.client()
    client.get(ADDRESS)
    with django_assert_max_num_queries(25):
        client.get(ADDRESS)
