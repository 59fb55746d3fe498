"""Where a member works and worked, and what follows from a change: the headline, the directory, the contacts' news."""

from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from draht import outbox
from draht.actors.actions import describe as describe_actor
from draht.common import clock
from draht.common.refusal import Refused
from draht.members.actions.joining import refresh_words
from draht.members.actions.limits import NAME, STATION_TEXT
from draht.members.actions.rows import line, needed, room_for_one, text, years
from draht.members.events import EmployerChanged, PositionChanged
from draht.members.models import Audience, Profile, Section, Station
from draht.members.queries import current_station
from draht.members.rules import audience_of

_MONTHS = range(1, 13)


class StationFacts(TypedDict, total=False):
    """What is known of a station. Without `to_year` it lasts until now. `employer` and `from_year` are needed."""

    employer: str
    employer_actor: int | None
    title: str
    from_year: int
    from_month: int | None
    to_year: int | None
    to_month: int | None
    text: str


def _checked(facts: StationFacts) -> dict[str, object]:
    from_year, to_year = facts.get("from_year"), facts.get("to_year")
    from_month, to_month = facts.get("from_month"), facts.get("to_month") if to_year else None
    if from_year is None:
        raise Refused(_("Please fill this in."), field="from_year")
    years(from_year, to_year)
    if from_year > clock.now().year:
        raise Refused(_("This year is still to come."), field="from_year")
    for field, month in (("from_month", from_month), ("to_month", to_month)):
        if month is not None and month not in _MONTHS:
            raise Refused(_("There is no such month."), field=field)
    if from_year == to_year and from_month and to_month and to_month < from_month:
        raise Refused(_("The end lies before the beginning."), field="to_month")
    return {
        "employer": needed(facts.get("employer", ""), NAME, field="employer"),
        "employer_actor_id": facts.get("employer_actor"),
        "title": line(facts.get("title", ""), NAME, field="title"),
        "from_year": from_year,
        "from_month": from_month,
        "to_year": to_year,
        "to_month": to_month,
        "text": text(facts.get("text", ""), STATION_TEXT, field="text"),
    }


@transaction.atomic
def add_station(*, member: int, **facts: Unpack[StationFacts]) -> Station:
    """Add a station to a career."""
    checked = _checked(facts)
    room_for_one(Station.objects.filter(member=member))
    before = current_station(member)
    is_first = not Station.objects.filter(member=member).exists()
    station = Station.objects.create(member_id=member, **checked)
    _follow_up(member, before, tell=not is_first)
    return station


@transaction.atomic
def change_station(*, member: int, entry: int, **facts: Unpack[StationFacts]) -> None:
    """Say otherwise about a station: every fact anew."""
    before = current_station(member)
    Station.objects.filter(member=member, id=entry).update(**_checked(facts))
    _follow_up(member, before)


@transaction.atomic
def remove_station(*, member: int, entry: int) -> None:
    """Take a station out of a career. That alone is no news."""
    before = current_station(member)
    Station.objects.filter(member=member, id=entry).delete()
    _follow_up(member, before, tell=False)


def _follow_up(member: int, before: Station | None, *, tell: bool = True) -> None:
    after = current_station(member)
    refresh_headline(member=member)
    refresh_words(member=member)
    if after is None or not tell:
        return
    if before is None or before.employer.casefold() != after.employer.casefold():
        outbox.record(EmployerChanged(member=member, station=after.id))
    elif before.title != after.title:
        outbox.record(PositionChanged(member=member, station=after.id))


def refresh_headline(*, member: int) -> None:
    """Make the headline out of the current station, unless the member wrote one or only contacts may see stations:
    a headline stands beside the name everywhere."""
    if Profile.objects.filter(member=member, has_own_headline=True).exists():
        return
    station = current_station(member) if audience_of(member, Section.STATIONS) != Audience.CONTACTS else None
    words = [station.title, station.employer] if station else []
    describe_actor(actor=member, headline=", ".join(filter(None, words)))
