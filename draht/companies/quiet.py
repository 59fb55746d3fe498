"""From when mail about a company may go to its people. Pure: knows no tables, asks no clock.

Quiet hours hold mail back in the evening and at night, and all day on days on which the company does not work. They
know no exception: what is overdue waits as well. Somebody who is to rest would not answer it, and the bell shows it
anyway.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from draht.companies.hours import Hours, working_days


@dataclass(frozen=True)
class QuietHours:
    """No mail after `begins` until `ends` of the next working day, both in the company's own zone.

    What comes between ends before it begins: a day's mail goes on that day.
    """

    begins: time
    ends: time

    def __post_init__(self) -> None:
        if self.ends >= self.begins:
            raise ValueError(f"quiet hours from {self.begins} until {self.ends} leave no time of the day for mail")


def mail_goes(hours: Hours, quiet: QuietHours | None, at: datetime) -> datetime:
    """The first moment from `at` on at which mail may go: `at` itself while it is not quiet, or without quiet hours."""
    now = at.astimezone(UTC)
    if quiet is None:
        return now
    zone = ZoneInfo(hours.time_zone)
    for day in working_days(hours, at.astimezone(zone).date()):
        # Compared in UTC: within one zone Python compares what the clocks show, which is wrong when they change.
        ends, begins = (datetime.combine(day, when, zone).astimezone(UTC) for when in (quiet.ends, quiet.begins))
        if now < begins:
            return max(now, ends)
    raise AssertionError("working days have no end")
