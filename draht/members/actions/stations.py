"""Where a member works and worked, and what follows from a change: the headline, the directory, the contacts' news."""

from typing import TypedDict, Unpack

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from draht import outbox
from draht.actors.actions import describe as describe_actor
from draht.common import clock
from draht.common.refusal import Refused
from draht.members.actions.joining import refresh_words
from draht.members.actions.limits import NAME, STATION_TEXT
from draht.members.actions.rows import line, needed, room_for_one, text, years
from draht.members.events import EmployerChanged, PositionChanged, StationLeft
from draht.members.models import Audience, Profile, Section, Station
from draht.members.queries import current_station
from draht.members.rules import audience_of

_MONTHS = range(1, 13)


class StationFacts(TypedDict, total=False):
    """What is known of a station. Without `to_year` it lasts until now. `employer` and `from_year` are needed."""

    employer: str
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
    """Say otherwise about a station: every fact anew. At another employer it is no longer tied to the company's page;
    one that goes on after its end is no longer confirmed."""
    old = Station.objects.filter(member=member, id=entry).first()
    if old is None:
        return
    before = current_station(member)
    checked = _checked(facts)
    if str(checked["employer"]).casefold() != old.employer.casefold():
        checked |= {"employer_actor": None, "confirmed": None}
    elif not old.is_current and checked["to_year"] is None:
        checked |= {"confirmed": None}
    Station.objects.filter(id=entry).update(**checked)
    _tell_of_departure(old)
    _follow_up(member, before)


@transaction.atomic
def remove_station(*, member: int, entry: int) -> None:
    """Take a station out of a career. That alone is no news."""
    before = current_station(member)
    old = Station.objects.filter(member=member, id=entry).first()
    if old is not None:
        Station.objects.filter(id=entry).delete()
        _tell_of_departure(old)
        _follow_up(member, before, tell=False)


# --- what companies have to do with it --------------------------------------------------------------------------------


@transaction.atomic
def link_employer(*, member: int, entry: int, company: int | None) -> None:
    """Say which company this employer is (an actor's id), or that it is none. What was confirmed begins anew."""
    old = Station.objects.filter(member=member, id=entry).exclude(employer_actor=company).first()
    if old is not None:
        Station.objects.filter(id=entry).update(employer_actor=company, confirmed=None)
        _tell_of_departure(old)


def confirm_station(*, entry: int) -> None:
    """Let a station be more than what its member says: the company has said so, too."""
    Station.objects.filter(id=entry, confirmed=None).update(confirmed=clock.now())


@transaction.atomic
def end_station(*, entry: int) -> None:
    """Let a station be past from this month on, because the company says so. It stays in the career."""
    old = Station.objects.filter(id=entry, to_year=None).first()
    if old is None:
        return
    before = current_station(old.member_id)
    today = timezone.localtime(clock.now())
    # A station cannot end before it begins, whatever its member had planned.
    year = max(today.year, old.from_year)
    Station.objects.filter(id=entry).update(to_year=year, to_month=today.month)
    _tell_of_departure(old)
    _follow_up(old.member_id, before, tell=False)


def _tell_of_departure(old: Station) -> None:
    """Whether its member has left the company with this change: `old` is the station before it."""
    company = old.employer_actor_id
    if company is None or not old.is_current:
        return
    if not Station.objects.filter(id=old.id, employer_actor=company, to_year=None).exists():
        was_confirmed = old.confirmed is not None
        event = StationLeft(member=old.member_id, station=old.id, company=company, was_confirmed=was_confirmed)
        outbox.record(event)


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
