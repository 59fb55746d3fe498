"""When a company is open, and until when an answer is due."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draht.companies.hours import (
    USUAL,
    Hours,
    due,
    half_time,
    holiday_on,
    hours_of,
    is_open,
    is_working_day,
    next_opening,
    working_days_after,
    working_time_after,
    working_time_between,
)

BERLIN = ZoneInfo("Europe/Berlin")
BAVARIA = Hours(USUAL, "Europe/Berlin", "DE", "BY")
RHINE = Hours(USUAL, "Europe/Berlin", "DE", "NW")


def local(day: str, zone: ZoneInfo = BERLIN) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=zone)


def test_it_is_there_when_it_opens_and_gone_when_it_closes() -> None:
    assert is_open(RHINE, local("2026-03-04 09:00"))
    assert is_open(RHINE, local("2026-03-04 16:59"))
    assert not is_open(RHINE, local("2026-03-04 17:00"))
    assert not is_open(RHINE, local("2026-03-04 08:59"))
    assert not is_open(RHINE, local("2026-03-07 12:00"))  # a Saturday


@pytest.mark.parametrize(
    ("came", "ends", "why"),
    [
        ("2026-03-04 10:30", "2026-03-05 10:30", "the same time of the next working day"),
        ("2026-03-04 07:00", "2026-03-05 09:00", "before opening: from the opening on"),
        ("2026-03-04 19:00", "2026-03-06 09:00", "in the evening: from the next opening on"),
        ("2026-03-04 17:00", "2026-03-06 09:00", "at closing it is closed"),
        ("2026-03-06 15:00", "2026-03-09 15:00", "Friday to Monday"),
        ("2026-03-07 12:00", "2026-03-10 09:00", "on Saturday: from Monday on"),
        ("2026-12-24 11:00", "2026-12-28 11:00", "Christmas is Friday and Saturday"),
        ("2026-04-02 16:00", "2026-04-07 16:00", "Good Friday and Easter Monday"),
    ],
)
def test_an_answer_is_due_after_one_working_day(came: str, ends: str, why: str) -> None:
    assert due(RHINE, local(came)) == local(ends), why


@pytest.mark.parametrize(
    ("hours", "came", "ends"),
    [
        # 6 January, Epiphany: a holiday in Bavaria alone. 2026 it is a Tuesday.
        (BAVARIA, "2026-01-05 14:00", "2026-01-07 14:00"),
        (RHINE, "2026-01-05 14:00", "2026-01-06 14:00"),
        (BAVARIA, "2026-01-06 14:00", "2026-01-08 09:00"),
        (RHINE, "2026-01-06 14:00", "2026-01-07 14:00"),
        # 1 November, All Saints: in both, and not in Berlin. 2027 it is a Monday.
        (BAVARIA, "2027-10-29 10:00", "2027-11-02 10:00"),
        (RHINE, "2027-10-29 10:00", "2027-11-02 10:00"),
        (Hours(USUAL, "Europe/Berlin", "DE", "BE"), "2027-10-29 10:00", "2027-11-01 10:00"),
    ],
)
def test_the_holidays_are_those_of_the_state(hours: Hours, came: str, ends: str) -> None:
    assert due(hours, local(came)) == local(ends)


@pytest.mark.parametrize(
    ("came", "ends"),
    [
        ("2026-03-27 10:00", "2026-03-30 10:00"),  # the clocks go forward on Sunday 29 March
        ("2026-10-23 10:00", "2026-10-26 10:00"),  # and back on Sunday 25 October
    ],
)
def test_opening_times_keep_their_place_when_the_clocks_change(came: str, ends: str) -> None:
    assert due(RHINE, local(came)) == local(ends)
    assert working_time_between(RHINE, local(came), local(ends)) == timedelta(hours=8)


def test_an_hour_that_the_clocks_skip_or_repeat_is_neither_worked_nor_lost() -> None:
    night = hours_of([(day, time(0), time(6)) for day in range(7)], time_zone="Europe/Berlin")
    forward, back = local("2026-03-29 00:00"), local("2026-10-25 00:00")
    assert working_time_between(night, forward, forward + timedelta(days=1)) == timedelta(hours=5)
    assert working_time_between(night, back, back + timedelta(days=1)) == timedelta(hours=7)
    assert due(night, local("2026-03-28 02:30")) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_the_day_is_that_of_the_company() -> None:
    sydney = Hours(USUAL, "Australia/Sydney", "AU", "NSW")
    # Tuesday evening in Europe is Wednesday morning there.
    came = datetime(2026, 3, 3, 23, 30, tzinfo=UTC)
    assert is_open(sydney, came)
    assert due(sydney, came) == came + timedelta(days=1)
    # Sunday night in London is Monday in Sydney; Friday night in Honolulu is Saturday in London.
    assert is_open(sydney, datetime(2026, 3, 1, 23, 0, tzinfo=UTC))
    assert is_open(Hours(USUAL, "Pacific/Honolulu"), datetime(2026, 3, 7, 1, 0, tzinfo=UTC))
    # 1 January begins in Sydney while it is still December in UTC.
    assert not is_open(sydney, datetime(2026, 12, 31, 23, 0, tzinfo=UTC))


def test_a_short_day_ends_the_term_when_it_closes_and_a_break_when_it_opens_again() -> None:
    hours = hours_of(
        [(3, time(8), time(18)), (4, time(12, 30), time(14)), (4, time(10), time(12)), (0, time(9), time(17))],
        time_zone="Europe/Berlin",
    )
    assert due(hours, local("2026-03-05 16:00")) == local("2026-03-06 14:00")
    assert due(hours, local("2026-03-05 12:10")) == local("2026-03-06 12:30")
    assert due(hours, local("2026-03-05 08:05")) == local("2026-03-06 10:00")


def test_several_working_days() -> None:
    assert working_days_after(RHINE, local("2026-03-05 10:00"), 0) == local("2026-03-05 10:00")
    assert working_days_after(RHINE, local("2026-03-05 10:00"), 3) == local("2026-03-10 10:00")


def test_half_time_is_half_of_the_working_time() -> None:
    assert half_time(RHINE, local("2026-03-04 09:00")) == local("2026-03-04 13:00")
    assert half_time(RHINE, local("2026-03-06 15:00")) == local("2026-03-09 11:00")
    assert half_time(RHINE, local("2026-03-07 15:00")) == local("2026-03-09 13:00")


def test_a_company_may_promise_less_but_not_more() -> None:
    came = local("2026-03-06 15:00")
    assert due(RHINE, came, timedelta(hours=4)) == local("2026-03-09 11:00")
    assert half_time(RHINE, came, timedelta(hours=4)) == local("2026-03-06 17:00")
    assert due(RHINE, came, timedelta(hours=20)) == local("2026-03-09 15:00")


def test_what_overlaps_is_one_span_and_nothing_is_nine_to_five() -> None:
    merged = hours_of([(0, time(11), time(15)), (0, time(9), time(12)), (0, time(15), time(16))], time_zone="UTC")
    assert merged.weekly == {0: ((time(9), time(16)),)}
    assert hours_of([], time_zone="UTC").weekly == USUAL


def test_an_unknown_place_has_no_holidays_of_its_own() -> None:
    assert is_working_day(Hours(USUAL, "UTC"), date(2026, 12, 25))
    assert is_working_day(Hours(USUAL, "UTC", "XX"), date(2026, 12, 25))
    assert not is_working_day(Hours(USUAL, "UTC", "DE", "XX"), date(2026, 12, 25))


def test_a_holiday_has_its_name_in_the_language_of_the_reader() -> None:
    assert holiday_on(BAVARIA, date(2026, 1, 6), "de") == "Heilige Drei Könige"
    assert holiday_on(BAVARIA, date(2026, 1, 6), "en") == "Epiphany"
    assert holiday_on(RHINE, date(2026, 1, 6), "de") == ""


moments = st.datetimes(datetime(2025, 1, 1), datetime(2029, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
_times = st.integers(5 * 60, 22 * 60).map(lambda minutes: time(minutes // 60, minutes % 60))
_openings = st.tuples(st.integers(0, 6), _times, _times).filter(lambda one: one[1] < one[2])
anybody = st.builds(
    lambda times, place: hours_of(times, time_zone=place[0], country=place[1], region=place[2]),
    st.lists(_openings, max_size=8),
    st.sampled_from(
        [
            ("Europe/Berlin", "DE", "BY"),
            ("Europe/Berlin", "DE", "NW"),
            ("America/St_Johns", "CA", "NL"),
            ("Pacific/Chatham", "NZ", ""),
            ("Asia/Kathmandu", "", ""),
        ]
    ),
)


@given(anybody, moments)
def test_the_next_opening_is_open_and_not_before(hours: Hours, at: datetime) -> None:
    opening = next_opening(hours, at)
    assert opening >= at
    assert is_open(hours, opening)


@given(anybody, moments, st.timedeltas(timedelta(0), timedelta(days=5)))
def test_whoever_comes_later_is_not_answered_earlier(hours: Hours, at: datetime, later: timedelta) -> None:
    assert due(hours, at) <= due(hours, at + later)


@given(anybody, moments)
def test_half_time_lies_between(hours: Hours, at: datetime) -> None:
    assert next_opening(hours, at) <= half_time(hours, at) <= due(hours, at)
    both = working_time_between(hours, half_time(hours, at), due(hours, at))
    assert abs(both * 2 - working_time_between(hours, at, due(hours, at))) <= timedelta(microseconds=2)


@given(anybody, moments, st.timedeltas(timedelta(minutes=1), timedelta(hours=40)))
def test_working_time_counts_back_to_what_was_added(hours: Hours, at: datetime, working: timedelta) -> None:
    assert working_time_between(hours, at, working_time_after(hours, at, working)) == working
