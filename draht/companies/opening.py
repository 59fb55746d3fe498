"""Whether a company is there at a moment, and what changes next. Pure: knows no tables, asks no clock."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from draht.companies.hours import Hours, holiday_on, next_opening


@dataclass(frozen=True)
class Opening:
    """Open or closed, until when (in the company's own zone), and which public holiday it is there ("": none)."""

    is_open: bool
    until: datetime
    holiday: str


def opening_at(hours: Hours, at: datetime, language: str = "en") -> Opening:
    """How it stands at `at`: while open, `until` is when it closes, otherwise when it opens again."""
    here = at.astimezone(ZoneInfo(hours.time_zone))
    holiday = holiday_on(hours, here.date(), language)
    opens = next_opening(hours, at)
    if opens != at:
        return Opening(is_open=False, until=opens.astimezone(here.tzinfo), holiday=holiday)
    closes = next(closes for opens, closes in hours.weekly[here.weekday()] if opens <= here.time() < closes)
    return Opening(is_open=True, until=here.replace(hour=closes.hour, minute=closes.minute, second=0), holiday=holiday)
