"""What one viewer sees of a company's page."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from babel import Locale, dates
from django.utils.translation import get_language

from draht.actors.models import Kind
from draht.actors.queries import ActorLine, by_handle, lines
from draht.common import clock
from draht.companies.hours import Hours, hours_of
from draht.companies.models import Company, CompanyName, OpeningTime, Place, Size
from draht.companies.opening import Opening, opening_at
from draht.companies.parts import Part, parts_for
from draht.companies.queries.mandates import CaretakerLine, caretakers
from draht.companies.queries.people import PersonLine, colleagues
from draht.companies.queries.proofs import ProofLine, proofs_of
from draht.companies.regions import region_name
from draht.companies.rules import Right, may_see, rights_of, waits_for_release
from draht.companies.sections import Section
from draht.ties.models import Tie, TieKind

# More followers than this are only said to be many: counting them would cost more than the page.
MOST_COUNTED = 1_000


# What the CLDR lists among the countries: unions, outlying islands, inventions for tests.
_NO_COUNTRIES = frozenset("EU EZ QO UN XA XB ZZ".split())


class PlaceLine(NamedTuple):
    """A place as it is shown; `country_name` in the reader's language."""

    id: int
    label: str
    street: str
    postcode: str
    city: str
    country: str
    country_name: str
    region: str
    region_name: str


class HourRow(NamedTuple):
    """A weekday (0: Monday) by name, and when somebody is there: "08:00–12:00"; none on days off."""

    weekday: int
    name: str
    spans: list[str]
    # For machines: (opens, closes) as in ISO 8601.
    times: list[tuple[str, str]]


@dataclass(frozen=True)
class CompanyDesk:
    """A company and what one viewer may do for it: what every page around that of the company needs."""

    line: ActorLine
    company: Company
    rights: frozenset[Right]

    @property
    def parts(self) -> list[Part]:
        """The pages around the company's that the viewer is offered."""
        return parts_for(self.rights)

    @property
    def may_edit(self) -> bool:
        """Whether the viewer may change what the page says."""
        return Right.EDIT in self.rights

    @property
    def may_manage(self) -> bool:
        """Whether the viewer may publish the page and choose its team."""
        return Right.MANAGE in self.rights


@dataclass(frozen=True)
class CompanyPage(CompanyDesk):
    """A company's page as one viewer sees it."""

    names: list[str]
    places: list[PlaceLine]
    hours: list[HourRow]
    # None: the company has not said when it is there.
    opening: Opening | None
    proofs: list[ProofLine]
    people: list[PersonLine]
    caretakers: list[CaretakerLine]
    # What the viewer writes for the company waits for its release.
    writes_drafts: bool
    followers: int
    is_following: bool

    def named(self, name: str) -> Section:
        """The section of this name, for templates."""
        return Section(name)

    @property
    def until(self) -> tuple[str, str]:
        """When `opening` changes: the day ("" for today) and the time of day, as the reader writes them."""
        return shown_moment(self.opening.until, clock.now()) if self.opening else ("", "")

    @property
    def size(self) -> str:
        """How many people work there, in words."""
        return str(Size(self.company.size).label) if self.company.size else ""

    @property
    def seat(self) -> PlaceLine | None:
        """The first place."""
        return self.places[0] if self.places else None

    @property
    def is_filled(self) -> dict[Section, bool]:
        """Which sections say something."""
        content: dict[Section, object] = {
            Section.HEAD: True,
            Section.ABOUT: self.company.about_html,
            Section.WORK: self.company.makes or self.company.seeks,
            Section.PLACES: self.places,
            Section.HOURS: self.opening,
            Section.NAMES: self.names,
            Section.IMPRINT: self.company.imprint,
        }
        return {section: bool(content[section]) for section in Section}


def company_desk(viewer: int | None, handle: str) -> CompanyDesk | None:
    """The company behind a handle and what `viewer` may do for it; None if there is none for them."""
    line = by_handle(Kind.COMPANY, handle)
    company = Company.objects.filter(actor=line.id).first() if line else None
    if line is None or company is None or not may_see(viewer, company):
        return None
    return CompanyDesk(line, company, rights_of(viewer, line.id))


def company_page(viewer: int | None, handle: str) -> CompanyPage | None:
    """The page behind a handle as `viewer` sees it; None if there is none for them."""
    desk = company_desk(viewer, handle)
    return _read(viewer, desk) if desk else None


def desk_of_company(viewer: int, company: int) -> CompanyDesk:
    """A company whose door the viewer has passed."""
    return CompanyDesk(lines([company])[company], Company.objects.get(actor=company), rights_of(viewer, company))


def page_of_company(viewer: int, company: int) -> CompanyPage:
    """The page of a company whose door the viewer has passed."""
    return _read(viewer, desk_of_company(viewer, company))


def visible_desk_of(viewer: int, company: int) -> CompanyDesk | None:
    """The company with this actor's id and what `viewer` may do for it; None if there is none for them."""
    line = lines([company]).get(company)
    return company_desk(viewer, line.handle) if line else None


def _read(viewer: int | None, desk: CompanyDesk) -> CompanyPage:
    line, company, rights = desk.line, desk.company, desk.rights
    places = places_of(line.id)
    times = list(OpeningTime.objects.filter(company=line.id).order_by("weekday", "opens"))
    hours = _hours(company, places, times)
    followers = Tie.objects.filter(target=line.id, kind=TieKind.FOLLOW)
    return CompanyPage(
        line=line,
        company=company,
        rights=rights,
        names=list(CompanyName.objects.filter(company=line.id).order_by("id").values_list("name", flat=True)),
        places=places,
        hours=_rows(times),
        opening=opening_at(hours, clock.now(), get_language() or "en") if times else None,
        proofs=[proof for proof in proofs_of(line.id).values() if proof.proved],
        people=colleagues(viewer, line.id),
        caretakers=caretakers(viewer, line.id),
        writes_drafts=viewer is not None and Right.WRITE in rights and waits_for_release(viewer, line.id),
        followers=followers[:MOST_COUNTED].count(),
        is_following=viewer is not None and followers.filter(source=viewer).exists(),
    )


# --- places and hours -------------------------------------------------------------------------------------------------


def country_names() -> dict[str, str]:
    """The countries of the world by their ISO 3166-1 codes, in the reader's language."""
    names = Locale.parse(get_language() or "en", sep="-").territories
    return {
        code: name for code, name in names.items() if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
    }


def places_of(company: int) -> list[PlaceLine]:
    """Where a company is, its seat first."""
    names = country_names()
    return [
        PlaceLine(
            row.id,
            row.label,
            row.street,
            row.postcode,
            row.city,
            row.country,
            names.get(row.country, row.country),
            row.region,
            region_name(row.country, row.region),
        )
        for row in Place.objects.filter(company=company).order_by("id")
    ]


def place_facts(company: int, entry: int) -> dict[str, Any] | None:
    """One place for its form, or None if the company has no such place."""
    row = Place.objects.filter(company=company, id=entry).first()
    if row is None:
        return None
    facts = {name: getattr(row, name) for name in ("label", "street", "postcode", "city", "country")}
    return facts | {"region": f"{row.country}-{row.region}" if row.region else ""}


def hours_of_company(company: int) -> Hours:
    """When a company is there, with the public holidays of its seat."""
    times = list(OpeningTime.objects.filter(company=company))
    return _hours(Company.objects.get(actor=company), places_of(company), times)


def _hours(company: Company, places: list[PlaceLine], times: list[OpeningTime]) -> Hours:
    seat = places[0] if places else None
    return hours_of(
        ((time.weekday, time.opens, time.closes) for time in times),
        time_zone=company.time_zone,
        country=seat.country if seat else "",
        region=seat.region if seat else "",
    )


def weekday_names() -> list[str]:
    """Monday to Sunday in the reader's language."""
    names = dates.get_day_names("wide", context="stand-alone", locale=(get_language() or "en").replace("-", "_"))
    return [names[weekday] for weekday in range(7)]


def _rows(times: list[OpeningTime]) -> list[HourRow]:
    found = [HourRow(weekday, name, [], []) for weekday, name in enumerate(weekday_names())]
    for time in times:
        found[time.weekday].spans.append(f"{time.opens:%H:%M}–{time.closes:%H:%M}")
        found[time.weekday].times.append((f"{time.opens:%H:%M}", f"{time.closes:%H:%M}"))
    return found


def shown_moment(moment: datetime, at: datetime) -> tuple[str, str]:
    """A day ("" if it is that of `at`) and a time of day, as the reader writes them, in the zone of `moment`."""
    code = get_language() or "en"
    locale = {"en": "en_GB"}.get(code, code.replace("-", "_"))
    local = at.astimezone(moment.tzinfo)
    day = "" if local.date() == moment.date() else dates.format_skeleton("MMMMEEEEd", moment, locale=locale)
    return day, dates.format_time(moment.time(), "short", locale=locale)
