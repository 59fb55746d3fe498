"""What companies do when something happened elsewhere. Each may run twice."""

from draht.companies import actions
from draht.members.events import StationLeft


def part_with_member(event: StationLeft) -> None:
    """Whoever no longer works there leaves the team."""
    actions.follow_departure(
        company=event.company, member=event.member, station=event.station, was_confirmed=event.was_confirmed
    )
