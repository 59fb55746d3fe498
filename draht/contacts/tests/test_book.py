"""What the list of contacts and its news promise."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from draht.common import clock
from draht.conftest import Persona
from draht.contacts import actions, queries
from draht.contacts.models import Change
from draht.contacts.queries import Sort
from draht.contacts.tests.factories import agree, make_contacts, make_field
from draht.members.actions import add_station, change_card_field, remove_card_field
from draht.members.models import CardGroup, CardKind
from draht.outbox.worker import run_until_idle
from draht.ties.models import Tie

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def names(page: queries.BookPage) -> list[str]:
    return [item.who.name for item in page.items]


def test_it_sorts_by_last_name_as_people_do_and_pages_without_gaps(ada: Persona) -> None:
    make_contacts(ada, [("Zoe", "Özdemir"), ("Jan", "Zimmer"), ("Eva", "Ober"), ("Uwe", "Pohl"), ("Kim", "van Aken")])
    first = queries.contact_page(ada.id, size=2)
    second = queries.contact_page(ada.id, size=2, after=first.after or 0)
    third = queries.contact_page(ada.id, size=2, after=second.after or 0)
    assert names(first) + names(second) + names(third) == [
        "Eva Ober",
        "Zoe Özdemir",
        "Uwe Pohl",
        "Kim van Aken",
        "Jan Zimmer",
    ]
    assert (first.total, third.after) == (5, None)


def test_it_finds_by_own_tags_and_notes_that_nobody_else_sees(ada: Persona, ben: Persona) -> None:
    eva, jan = make_contacts(ada, [("Eva", "Müller"), ("Jan", "Zimmer")])
    actions.set_tags(owner=ada.id, contact=eva, tags=["customer", "fair 2026"])
    actions.write_note(owner=ada.id, contact=jan, text="Met at the fair 2026.\nHas two dogs")
    typed = ("fair 20", "cust", "has", "ogs")
    found = {find: names(queries.contact_page(ada.id, find=find, size=10)) for find in typed}
    assert found == {"fair 20": ["Eva Müller", "Jan Zimmer"], "cust": ["Eva Müller"], "has": ["Jan Zimmer"], "ogs": []}
    actions.set_tags(owner=ben.id, contact=ada.id, tags=["grumpy"])
    assert names(queries.contact_page(ada.id, find="grumpy", size=10)) == []


@pytest.mark.parametrize(
    ("find", "found"),
    [
        ("mull", ["Eva Müller"]),
        ("muell", ["Eva Müller"]),
        ("Mül", ["Eva Müller"]),
        ("ev mü", ["Eva Müller"]),
        ("ller", []),
        ("mill", ["Eva Müller", "Jan Zimmer"]),
        ("Drawer", ["Eva Müller", "Jan Zimmer"]),
        ("awer", []),
        ("%", []),
        ("_", []),
    ],
)
def test_it_finds_by_the_beginning_of_words(ada: Persona, find: str, found: list[str]) -> None:
    make_contacts(ada, [("Eva", "Müller"), ("Jan", "Zimmer")])
    assert names(queries.contact_page(ada.id, find=find, size=10)) == found


def test_it_sorts_the_newest_contacts_first(ada: Persona, ben: Persona, cem: Persona) -> None:
    agree(ada, cem)
    assert names(queries.contact_page(ada.id, sort=Sort.NEWEST, size=10)) == ["Cem Yıldırım", "Ben Achterberg"]


def test_it_asks_few_questions_among_five_thousand_contacts(ada: Persona) -> None:
    make_contacts(ada, [(f"First{n % 97}", f"Last{n}") for n in range(5000)])
    queries.contact_page(ada.id, size=30)
    for options in ({}, {"find": "las"}, {"find": "last49"}, {"sort": Sort.NEWEST}, {"sort": Sort.CHANGED}):
        with CaptureQueriesContext(connection) as captured:
            page = queries.contact_page(ada.id, size=30, **options)
        assert len(page.items) == 30
        assert len(captured) <= 4


# --- news -------------------------------------------------------------------------------------------------------------


def test_it_tells_of_a_new_number_only_those_who_have_it(ada: Persona, ben: Persona, cem: Persona) -> None:
    with clock.at(NOON):
        mobile = make_field(ben, CardKind.MOBILE, "+491712345678")
        agree(ben, cem)
        Tie.objects.filter(source=ada.id, target=ben.id).update(since=NOON - timedelta(days=1))
        actions.set_releases(owner=ben.id, contact=ada.id, fields=[mobile])
    later = NOON + timedelta(days=2)
    with clock.at(later):
        change_card_field(member=ben.id, entry=mobile, group=CardGroup.BUSINESS, value="+491727654321")
        run_until_idle()
        news = queries.newest_changes(ada.id, limit=5)
        assert [(item.who.id, item.card and item.card.value, item.at) for item in news] == [
            (ben.id, "+491727654321", later)
        ]
        assert queries.newest_changes(cem.id, limit=5) == []
        assert queries.contact_page(ada.id, sort=Sort.CHANGED, size=5).items[0].changed == later
        assert queries.contact_page(cem.id, sort=Sort.CHANGED, size=5).items[0].changed is None
        actions.set_releases(owner=ben.id, contact=ada.id, fields=[])
        assert queries.newest_changes(ada.id, limit=5) == []
        actions.set_releases(owner=ben.id, contact=ada.id, fields=[mobile])
        remove_card_field(member=ben.id, entry=mobile)
        run_until_idle()
        assert queries.newest_changes(ada.id, limit=5) == []


def test_it_tells_of_a_new_employer_and_not_of_what_was_before_the_contact(ada: Persona, ben: Persona) -> None:
    with clock.at(NOON):
        Tie.objects.filter(source=ada.id, target=ben.id).update(since=NOON)
        add_station(member=ben.id, employer="Rheinseil AG", title="Drawer", from_year=2020)
    with clock.at(NOON - timedelta(days=1)):
        run_until_idle()  # as if it had been before
        assert queries.newest_changes(ada.id, limit=5) == []
    with clock.at(NOON + timedelta(days=1)):
        add_station(member=ben.id, employer="Kupferwerk", title="Head of drawing", from_year=2026)
        run_until_idle()
        news = queries.newest_changes(ada.id, limit=5)
        assert [item.station.employer for item in news if item.station] == ["Kupferwerk"]
    with clock.at(NOON + timedelta(days=300)):
        assert queries.newest_changes(ada.id, limit=5) == []
    with clock.at(NOON + timedelta(days=500)):
        actions.prune_changes()
        assert not Change.objects.exists()
