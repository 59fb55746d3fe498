"""Feeds of pages: valid Atom, only what is for everybody, and nothing twice for those who ask again."""

import xml.etree.ElementTree as ET

import pytest
from django.test import Client

from draht.actors.models import EVERYBODY, MEMBERS
from draht.companies.tests.factories import make_company
from draht.conftest import Persona
from draht.members.actions import set_skills
from draht.members.models import Audience, Section, SectionAudience
from draht.posts.actions import publish_post

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def _entries(feed: bytes) -> list[ET.Element]:
    root = ET.fromstring(feed)  # noqa: S314 - our own
    for name in ("id", "title", "updated", "author"):
        assert root.find(ATOM + name) is not None
    found = root.findall(ATOM + "entry")
    for entry in found:
        assert {ATOM + "id", ATOM + "title", ATOM + "updated", ATOM + "link"} <= {child.tag for child in entry}
    return found


def test_a_company_is_followed_by_feed(ben: Persona) -> None:
    company = make_company(owner=ben.id)
    handle = company.actor.handle
    publish_post(author=company.actor_id, writer=ben.id, text="Coils & dies <b>", audience=EVERYBODY)
    publish_post(author=company.actor_id, writer=ben.id, text="For members.", audience=MEMBERS)
    browser = Client()
    answer = browser.get(f"/companies/{handle}/atom.xml")
    entries = _entries(answer.content)
    assert [entry.findtext(ATOM + "title") for entry in entries] == ["Coils & dies <b>"]
    again = browser.get(f"/companies/{handle}/atom.xml", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    assert f"/companies/{handle}/atom.xml" in browser.get(f"/companies/{handle}/").content.decode()


def test_a_member_only_if_everybody_sees_the_profile(ada: Persona) -> None:
    publish_post(author=ada.id, text="For everybody.", audience=EVERYBODY)
    address = f"/members/{ada.handle}/atom.xml"
    assert Client().get(address).status_code == 404
    set_skills(member=ada.id, names=["Wire drawing"])
    SectionAudience.objects.update_or_create(
        member_id=ada.id, section=Section.SKILLS, defaults={"audience": Audience.EVERYBODY}
    )
    assert len(_entries(Client().get(address).content)) == 1
