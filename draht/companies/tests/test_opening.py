"""Open or closed, until when, and on which holidays."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine

from draht.companies.actions import add_place, set_hours
from draht.companies.forms.hours import spans_of
from draht.companies.hours import hours_of
from draht.companies.opening import Opening, opening_at
from draht.companies.tests.factories import make_company
from draht.conftest import Persona

BERLIN = ZoneInfo("Europe/Berlin")
WEEK = [(day, time(8), time(12)) for day in range(5)] + [(day, time(13), time(17)) for day in range(4)]
SIEGEN = hours_of(WEEK, time_zone="Europe/Berlin", country="DE", region="NW")
BERLINER = hours_of(WEEK, time_zone="Europe/Berlin", country="DE", region="BE")


def at(day: int, hour: int, minute: int = 0, *, month: int = 6) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("moment", "is_open", "until"),
    [
        (at(2, 9), True, at(2, 12)),
        (at(2, 12), False, at(2, 13)),
        (at(2, 13), True, at(2, 17)),
        (at(2, 20), False, at(3, 8)),
        (at(5, 13), False, at(8, 8)),  # Friday afternoon
        # Corpus Christi, Thursday, 4 June 2026, is a holiday in North Rhine-Westphalia and none in Berlin.
        (at(3, 18), False, at(5, 8)),
        # The clocks go back on 25 October 2026.
        (at(23, 18, month=10), False, at(26, 8, month=10)),
    ],
)
def test_it_says_how_long(moment: datetime, is_open: bool, until: datetime) -> None:
    assert opening_at(SIEGEN, moment) == Opening(is_open, until, "")


def test_holidays_are_those_of_the_seat() -> None:
    assert opening_at(SIEGEN, at(4, 9)).holiday == "Corpus Christi"
    assert opening_at(SIEGEN, at(4, 9), "de").holiday == "Fronleichnam"
    assert opening_at(BERLINER, at(4, 9)) == Opening(True, at(4, 12), "")


@pytest.mark.django_db
def test_the_page_says_so(ada: Persona) -> None:
    company = make_company(ada.id)
    set_hours(company=company.actor_id, by=ada.id, times=WEEK, time_zone="Europe/Berlin")
    add_place(company=company.actor_id, by=ada.id, city="Siegen", country="DE", region="NW")
    path = f"/companies/{company.actor.handle}/"
    with time_machine.travel(at(2, 9), tick=False):
        assert "until 12:00" in " ".join(ada.client().get(path).content.decode().split())
    with time_machine.travel(at(4, 9), tick=False):
        text = ada.client().get(path).content.decode()
        assert "Corpus Christi" in text
        assert "opens again Friday 5 June at 08:00" in text


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        ("", []),
        ("8-12, 13:00–17:30", [(time(8), time(12)), (time(13), time(17, 30))]),
        ("8.00 bis 17 Uhr", [(time(8), time(17))]),
        ("0-24", [(time(0), time(23, 59))]),
        ("17-8", None),
        ("8-12, 11-13", None),
        ("25-26", None),
        ("in the morning", None),
    ],
)
def test_it_reads_hours_as_people_type_them(typed: str, spans: list[tuple[time, time]] | None) -> None:
    assert spans_of(typed) == spans
