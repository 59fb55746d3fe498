"""What writing a profile promises."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image

from draht.actors.queries import lines
from draht.common.refusal import Refused
from draht.conftest import Persona
from draht.members import actions, queries
from draht.members.models import Audience, CardGroup, CardKind, Section
from draht.members.rules import visible_sections
from draht.outbox.models import RecordedEvent
from draht.ties.actions import block

pytestmark = pytest.mark.django_db


def headline(persona: Persona) -> str:
    return lines([persona.id])[persona.id].headline


def events() -> list[str]:
    names = RecordedEvent.objects.order_by("id").values_list("name", flat=True)
    return [name for name in names if name != "members.MemberJoined"]


def photo() -> BytesIO:
    file = BytesIO()
    Image.new("RGB", (640, 800), (184, 115, 51)).save(file, "JPEG")
    file.seek(0)
    return file


# --- the headline -----------------------------------------------------------------------------------------------------


def test_it_makes_a_headline_of_the_current_station(ada: Persona) -> None:
    actions.add_station(member=ada.id, employer="Haug", title="Inbetriebnahme", from_year=2009, to_year=2014)
    assert headline(ada) == ""
    actions.add_station(member=ada.id, employer="Kupferwerk Siegen", title="Leiterin Drahtzug", from_year=2021)
    assert headline(ada) == "Leiterin Drahtzug, Kupferwerk Siegen"


def test_it_leaves_a_headline_alone_that_somebody_wrote(ada: Persona) -> None:
    actions.describe(member=ada.id, headline="Feinzug und ruhige Linien")
    actions.add_station(member=ada.id, employer="Kupferwerk Siegen", title="Leiterin Drahtzug", from_year=2021)
    assert headline(ada) == "Feinzug und ruhige Linien"
    actions.describe(member=ada.id, headline="")
    assert headline(ada) == "Leiterin Drahtzug, Kupferwerk Siegen"


def test_it_tells_no_employer_that_only_contacts_may_see(ada: Persona, cem: Persona) -> None:
    actions.add_station(member=ada.id, employer="Kupferwerk Siegen", title="Leiterin", from_year=2021)
    actions.set_visibility(member=ada.id, section=Section.STATIONS, audience=Audience.CONTACTS)
    assert headline(ada) == ""
    assert queries.find_members(cem.id, "kupferwerk") == []
    actions.set_visibility(member=ada.id, section=Section.STATIONS, audience=Audience.MEMBERS)
    assert headline(ada) == "Leiterin, Kupferwerk Siegen"
    assert [line.id for line in queries.find_members(cem.id, "kupferwerk")] == [ada.id]


# --- news for contacts ------------------------------------------------------------------------------------------------


def test_it_is_news_when_somebody_works_elsewhere(ada: Persona) -> None:
    first = actions.add_station(member=ada.id, employer="Haug", title="Monteurin", from_year=2009)
    assert events() == []
    actions.change_station(member=ada.id, entry=first.id, employer="Haug", title="Leiterin Montage", from_year=2009)
    assert events() == ["members.PositionChanged"]
    actions.change_station(member=ada.id, entry=first.id, employer="Haug", from_year=2009, to_year=2020)
    actions.add_station(member=ada.id, employer="Kupferwerk Siegen", title="Leiterin", from_year=2021)
    assert events() == ["members.PositionChanged", "members.EmployerChanged"]


def test_it_is_no_news_to_remember_an_older_station(ada: Persona) -> None:
    actions.add_station(member=ada.id, employer="Kupferwerk Siegen", title="Leiterin", from_year=2021)
    actions.add_station(member=ada.id, employer="Haug", title="Monteurin", from_year=2009, to_year=2020)
    assert events() == []


def test_it_is_news_when_a_number_changes_and_none_when_only_its_label_does(ada: Persona) -> None:
    field = actions.add_card_field(member=ada.id, group=CardGroup.BUSINESS, kind=CardKind.PHONE, value="0271 388490")
    assert events() == ["members.CardFieldAdded"]
    change = partial(actions.change_card_field, member=ada.id, entry=field.id, group=CardGroup.BUSINESS)
    change(value="+49 271 388490", label="Büro")
    assert events() == ["members.CardFieldAdded"]
    change(value="0271 388491", label="Büro")
    actions.remove_card_field(member=ada.id, entry=field.id)
    assert events() == ["members.CardFieldAdded", "members.CardFieldChanged", "members.CardFieldRemoved"]


# --- rows -------------------------------------------------------------------------------------------------------------


def test_it_shows_the_present_first(ada: Persona) -> None:
    for employer, begin, end in (("A", 2001, 2005), ("B", 2010, None), ("C", 2005, 2010), ("D", 2012, None)):
        actions.add_station(member=ada.id, employer=employer, from_year=begin, to_year=end)
    assert [station.employer for station in queries.stations_of(ada.id)] == ["D", "B", "C", "A"]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"employer": "", "from_year": 2000}, "employer"),
        ({"employer": "A"}, "from_year"),
        ({"employer": "A", "from_year": 2010, "to_year": 2009}, "to_year"),
        ({"employer": "A", "from_year": 2010, "from_month": 5, "to_year": 2010, "to_month": 4}, "to_month"),
        ({"employer": "A", "from_year": 99}, "from_year"),
        ({"employer": "A", "from_year": 2099}, "from_year"),
        ({"employer": "A" * 121, "from_year": 2000}, "employer"),
    ],
)
def test_it_refuses_a_station_that_cannot_be(ada: Persona, facts: dict[str, object], field: str) -> None:
    with pytest.raises(Refused) as refused:
        actions.add_station(member=ada.id, **facts)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert queries.stations_of(ada.id) == []


def test_it_names_no_skill_twice(ada: Persona) -> None:
    actions.set_skills(member=ada.id, names=["Ziehsteine", " ziehsteine ", "", "Glühen"])
    assert queries.skills_of(ada.id) == ["Ziehsteine", "Glühen"]


def test_it_names_no_language_twice(ada: Persona) -> None:
    actions.add_language(member=ada.id, code="de", level="native")
    with pytest.raises(Refused):
        actions.add_language(member=ada.id, code="de", level="B1")


def test_it_links_only_to_the_web(ada: Persona) -> None:
    with pytest.raises(Refused) as refused:
        actions.add_link(member=ada.id, label="Blog", url="javascript:alert(1)")
    assert refused.value.field == "url"


def test_it_touches_only_rows_of_its_own(ada: Persona, cem: Persona) -> None:
    station = actions.add_station(member=ada.id, employer="Haug", from_year=2009)
    actions.change_station(member=cem.id, entry=station.id, employer="Hacked", from_year=2009)
    actions.remove_station(member=cem.id, entry=station.id)
    assert [line.employer for line in queries.stations_of(ada.id)] == ["Haug"]


# --- who sees what ----------------------------------------------------------------------------------------------------


def test_it_shows_each_section_to_those_who_were_chosen(ada: Persona, ben: Persona, cem: Persona) -> None:
    actions.set_visibility(member=ada.id, section=Section.ABOUT, audience=Audience.EVERYBODY)
    actions.set_visibility(member=ada.id, section=Section.LINKS, audience=Audience.CONTACTS)
    assert visible_sections(None, ada.id) == {Section.PORTRAIT, Section.ABOUT}
    assert visible_sections(cem.id, ada.id) == set(Section) - {Section.LINKS}
    assert visible_sections(ben.id, ada.id) == set(Section)
    assert visible_sections(ada.id, ada.id) == set(Section)


def test_it_shows_nothing_across_a_block(ada: Persona, ben: Persona) -> None:
    block(source=ada.id, target=ben.id)
    assert visible_sections(ben.id, ada.id) == frozenset()
    assert visible_sections(ada.id, ben.id) == frozenset()
    assert queries.profile_page(ben.id, ada.handle) is None


# --- the portrait -----------------------------------------------------------------------------------------------------


def files_of(key: str) -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if key in str(path) and path.is_file()]


def test_it_deletes_an_old_portrait_with_its_files(
    ada: Persona, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        actions.set_portrait(member=ada.id, upload=photo())
    first = lines([ada.id])[ada.id].avatar
    assert files_of(first)
    with django_capture_on_commit_callbacks(execute=True):
        actions.set_portrait(member=ada.id, upload=photo())
    second = lines([ada.id])[ada.id].avatar
    assert files_of(second)
    assert not files_of(first)
    with django_capture_on_commit_callbacks(execute=True):
        actions.remove_portrait(member=ada.id)
    assert lines([ada.id])[ada.id].avatar == ""
    assert not files_of(second)


def test_it_puts_a_portrait_beside_the_name_only_if_everybody_may_see_it(ada: Persona, cem: Persona) -> None:
    actions.set_portrait(member=ada.id, upload=photo())
    actions.set_visibility(member=ada.id, section=Section.PORTRAIT, audience=Audience.CONTACTS)
    assert lines([ada.id])[ada.id].avatar == ""
    page = queries.profile_page(cem.id, ada.handle)
    assert page is not None
    assert page.portrait == ""
    actions.set_visibility(member=ada.id, section=Section.PORTRAIT, audience=Audience.EVERYBODY)
    assert lines([ada.id])[ada.id].avatar == queries.own_profile(ada.id).portrait != ""


def test_it_refuses_what_is_no_picture_and_keeps_the_old_one(ada: Persona) -> None:
    actions.set_portrait(member=ada.id, upload=photo())
    before = lines([ada.id])[ada.id].avatar
    with pytest.raises(Refused):
        actions.set_portrait(member=ada.id, upload=BytesIO(b"no picture"))
    assert lines([ada.id])[ada.id].avatar == before
