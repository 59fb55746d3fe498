"""When mail about a company waits, and until when."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from draht.companies.hours import USUAL, Hours, hours_of
from draht.companies.quiet import QuietHours, mail_goes

BERLIN = ZoneInfo("Europe/Berlin")
LISBON = ZoneInfo("Europe/Lisbon")
BAVARIA = Hours(USUAL, "Europe/Berlin", "DE", "BY")
RHINE = Hours(USUAL, "Europe/Berlin", "DE", "NW")
EVENINGS = QuietHours(begins=time(18), ends=time(7, 30))


def local(moment: str, zone: ZoneInfo = BERLIN) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("at", "goes"),
    [
        ("2026-03-04 10:00", "2026-03-04 10:00"),
        ("2026-03-04 07:29", "2026-03-04 07:30"),
        ("2026-03-04 07:30", "2026-03-04 07:30"),
        ("2026-03-04 17:59", "2026-03-04 17:59"),
        ("2026-03-04 18:00", "2026-03-05 07:30"),
        ("2026-03-04 23:59", "2026-03-05 07:30"),
        ("2026-03-06 18:00", "2026-03-09 07:30"),  # a Friday evening
        ("2026-03-07 12:00", "2026-03-09 07:30"),  # a Saturday
        ("2026-04-02 19:00", "2026-04-07 07:30"),  # before Good Friday, until after Easter Monday
    ],
)
def test_mail_waits_for_the_next_working_day(at: str, goes: str) -> None:
    assert mail_goes(RHINE, EVENINGS, local(at)) == local(goes)


def test_nothing_waits_without_quiet_hours() -> None:
    at = local("2026-03-07 23:00")
    assert mail_goes(RHINE, None, at) == at


def test_the_holidays_are_those_of_the_seat() -> None:
    epiphany = local("2026-01-06 11:00")
    assert mail_goes(BAVARIA, EVENINGS, epiphany) == local("2026-01-07 07:30")
    assert mail_goes(RHINE, EVENINGS, epiphany) == epiphany


def test_the_working_days_are_those_of_the_company() -> None:
    saturdays = hours_of([(5, time(10), time(14))], time_zone="Europe/Berlin", country="DE", region="NW")
    assert mail_goes(saturdays, EVENINGS, local("2026-03-04 10:00")) == local("2026-03-07 07:30")
    assert mail_goes(saturdays, EVENINGS, local("2026-03-07 17:00")) == local("2026-03-07 17:00")


def test_keeps_its_time_of_day_when_the_clocks_change() -> None:
    spring, autumn = local("2026-03-27 20:00"), local("2026-10-23 20:00")
    assert mail_goes(RHINE, EVENINGS, spring) == datetime(2026, 3, 30, 5, 30, tzinfo=UTC)
    assert mail_goes(RHINE, EVENINGS, autumn) == datetime(2026, 10, 26, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "goes"),
    [
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # 02:30 is left out
        (datetime(2026, 10, 25, 0, 10, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # the first 02:30
        (datetime(2026, 10, 25, 1, 10, tzinfo=UTC), datetime(2026, 10, 25, 1, 10, tzinfo=UTC)),  # 02:10 once more
    ],
)
def test_opens_once_in_the_night_in_which_the_clocks_change(at: datetime, goes: datetime) -> None:
    sundays = hours_of([(6, time(9), time(17))], time_zone="Europe/Berlin", country="DE", region="NW")
    assert mail_goes(sundays, QuietHours(begins=time(18), ends=time(2, 30)), at) == goes


def test_each_company_holds_back_by_its_own_hours_and_zone() -> None:
    lisbon = Hours(USUAL, "Europe/Lisbon", "PT")
    early = QuietHours(begins=time(16), ends=time(6))
    at = local("2026-03-04 16:30")
    assert mail_goes(RHINE, EVENINGS, at) == at
    assert mail_goes(RHINE, early, at) == local("2026-03-05 06:00")
    assert mail_goes(lisbon, early, at) == at
    assert mail_goes(lisbon, early, local("2026-03-04 17:30")) == local("2026-03-05 06:00", LISBON)


@pytest.mark.parametrize("ends", [time(18), time(20)])
def test_leaves_time_for_mail(ends: time) -> None:
    with pytest.raises(ValueError, match="leave no time"):
        QuietHours(begins=time(18), ends=ends)
