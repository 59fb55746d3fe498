"""Who works there: the stations at a company, as its team and as others may see them."""

from typing import NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from draht.actors.queries import ActorLine, lines
from draht.common.paging import Page, page_of
from draht.companies.letters import Letter
from draht.members.models import Audience, Section, SectionAudience, Station
from draht.members.queries import StationLine, stations_of
from draht.ties.queries import contact_ids, hidden_ids

PAGE = 30
SHOWN = 8


class PersonLine(NamedTuple):
    """Somebody who works there: what they are there is in `title`."""

    station: int
    who: ActorLine
    title: str


def _current(company: int) -> QuerySet[Station]:
    return Station.objects.filter(employer_actor=company, to_year=None)


def _lines(rows: list[Station]) -> list[PersonLine]:
    known = lines(row.member_id for row in rows)
    return [PersonLine(row.id, known[row.member_id], row.title) for row in rows]


def claimed_stations(company: int, *, limit: int = PAGE) -> list[PersonLine]:
    """Who says that they work there, and nobody has confirmed it: the longest waiting first."""
    return _lines(list(_current(company).filter(confirmed=None).order_by("id")[:limit]))


def stations_at(company: int, *, before: int) -> Page[PersonLine]:
    """Who works there, confirmed, newest station first: for the team."""
    rows = _current(company).exclude(confirmed=None).filter(id__lt=before).order_by("-id")[: PAGE + 1]
    return page_of(_lines(list(rows)), size=PAGE, id_of=lambda line: line.station)


def station_at(company: int, station: int) -> Station | None:
    """A present station at this company, or None."""
    return _current(company).filter(id=station).first()


def colleagues(viewer: int | None, company: int) -> list[PersonLine]:
    """Some who work there, confirmed, as far as `viewer` may see their stations: those who came last."""
    chosen = SectionAudience.objects.filter(member=OuterRef("member"), section=Section.STATIONS)
    rows = _current(company).exclude(confirmed=None)
    if viewer is None:
        rows = rows.filter(Exists(chosen.filter(audience=Audience.EVERYBODY)))
    else:
        rows = rows.exclude(member__in=hidden_ids(viewer))
        close = rows.filter(member__in=contact_ids(viewer)) | rows.filter(member=viewer)
        rows = rows.filter(~Exists(chosen.filter(audience=Audience.CONTACTS))) | close
    return _lines(list(rows.filter(member__user__is_active=True).order_by("-id")[:SHOWN]))


def own_stations(member: int, company: int) -> list[StationLine]:
    """The present stations of this member that they say are at the company."""
    return [line for line in stations_of(member) if line.is_current and line.company and line.company.id == company]


def own_station(member: int, station: int) -> Station | None:
    """A station of this member, or None."""
    return Station.objects.filter(member=member, id=station).first()


def person_of(station: Station) -> PersonLine:
    """Whose station it is."""
    return _lines([station])[0]


def linked_company(station: Station) -> ActorLine | None:
    """The company that its member says it is at."""
    company = station.employer_actor_id
    return lines([company]).get(company) if company else None


def station_of(letter: Letter) -> Station | None:
    """The present station of a member at the company that a letter is about; None if it is about none."""
    return _current(letter.company).filter(member=letter.member, id=letter.station).first()
