"""Profiles: their rows, and what one viewer sees of the whole."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from babel import Locale
from django.db import models
from django.db.models import F
from django.utils.translation import get_language

from draht.actors.models import Actor, Kind
from draht.actors.queries import LINE, ActorLine, by_handle
from draht.members.card_values import shown_web_address
from draht.members.models import (
    Audience,
    Education,
    Entry,
    Interest,
    Language,
    Level,
    Link,
    Member,
    Profile,
    Section,
    Skill,
    Station,
)
from draht.members.periods import machine_month, month_and_year
from draht.members.rules import ALL_SECTIONS, audiences, may_see_profile, open_to, visible_sections

# --- rows of a profile ------------------------------------------------------------------------------------------------

# The present first, then what ended last; of two that began in the same year, the one with the later month.
_NEWEST_STATION = (
    F("to_year").desc(nulls_first=True),
    F("to_month").desc(nulls_last=True),
    "-from_year",
    F("from_month").desc(nulls_last=True),
    "-id",
)


class StationLine(NamedTuple):
    """A time of work as it is shown: `start` and `end` for people, the others of them for machines. `company` is the
    page of the employer, `is_confirmed` whether that company says so, too."""

    id: int
    employer: str
    title: str
    text: str
    start: str
    end: str
    start_machine: str
    end_machine: str
    is_current: bool
    company: ActorLine | None
    is_confirmed: bool


def stations_of(member: int) -> list[StationLine]:
    """A career, newest first."""
    rows = Station.objects.filter(member=member).select_related("employer_actor").order_by(*_NEWEST_STATION)
    return [
        StationLine(
            row.id,
            row.employer,
            row.title,
            row.text,
            month_and_year(row.from_year, row.from_month),
            month_and_year(row.to_year, row.to_month),
            machine_month(row.from_year, row.from_month),
            machine_month(row.to_year, row.to_month),
            row.is_current,
            _line_of(row.employer_actor),
            row.confirmed is not None,
        )
        for row in rows
    ]


def _line_of(actor: Actor | None) -> ActorLine | None:
    return ActorLine(*(getattr(actor, name) for name in LINE)) if actor else None


def current_station(member: int) -> Station | None:
    """Where a member works now: of several, where they began last."""
    now = Station.objects.filter(member=member, to_year=None)
    return now.order_by("-from_year", F("from_month").desc(nulls_last=True), "-id").first()


class EducationLine(NamedTuple):
    """A time of learning as it is shown. Years are empty if unknown."""

    id: int
    school: str
    degree: str
    field: str
    start: str
    end: str


def education_of(member: int) -> list[EducationLine]:
    """Schools and degrees, newest first."""
    rows = Education.objects.filter(member=member).order_by(
        F("to_year").desc(nulls_first=True), F("from_year").desc(nulls_last=True), "-id"
    )
    return [
        EducationLine(row.id, row.school, row.degree, row.field, str(row.from_year or ""), str(row.to_year or ""))
        for row in rows
    ]


class LanguageLine(NamedTuple):
    """A language, its name in the reader's language, and how well it is spoken ("" if unknown)."""

    id: int
    code: str
    name: str
    level: str


_LEVEL_ORDER = {level: -rank for rank, level in enumerate(Level.values)}


def language_names(language: str) -> dict[str, str]:
    """The languages of the world by code, as `language` calls them."""
    names = Locale.parse(language, sep="-").languages
    return {code: name[:1].upper() + name[1:] for code, name in names.items() if len(code) <= 3}


def languages_of(member: int) -> list[LanguageLine]:
    """The languages a member speaks, best first."""
    rows = Language.objects.filter(member=member).values_list("id", "code", "level")
    names = language_names(get_language() or "en")
    ordered = sorted(rows, key=lambda row: (_LEVEL_ORDER.get(row[2], 1), row[0]))
    return [
        LanguageLine(id, code, names.get(code, code), str(Level(level).label) if level else "")
        for id, code, level in ordered
    ]


class LinkLine(NamedTuple):
    """A link: what it is called and what its address looks like."""

    id: int
    label: str
    url: str
    shown: str


def links_of(member: int) -> list[LinkLine]:
    """Other places of a member on the web, in their order."""
    rows = Link.objects.filter(member=member).order_by("position", "id").values_list("id", "label", "url")
    return [LinkLine(id, label, url, shown_web_address(url)) for id, label, url in rows]


def skills_of(member: int) -> list[str]:
    """What a member can do, in their order."""
    return list(Skill.objects.filter(member=member).order_by("position").values_list("name", flat=True))


def interests_of(member: int) -> list[str]:
    """What a member likes, in their order."""
    return list(Interest.objects.filter(member=member).order_by("position").values_list("name", flat=True))


# --- the profile as a whole -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ProfilePage:
    """What one viewer sees of a member's profile. What they must not see was never read."""

    line: ActorLine
    first_name: str
    last_name: str
    sections: frozenset[Section]
    audiences: dict[Section, Audience]
    portrait: str = ""
    place: str = ""
    about: str = ""
    about_html: str = ""
    looking_for: str = ""
    offering: str = ""
    stations: list[StationLine] = field(default_factory=list)
    education: list[EducationLine] = field(default_factory=list)
    skills: list[str] = field(default_factory=list)
    languages: list[LanguageLine] = field(default_factory=list)
    interests: list[str] = field(default_factory=list)
    links: list[LinkLine] = field(default_factory=list)

    def named(self, name: str) -> Section:
        """The section of this name, for templates."""
        return Section(name)

    @property
    def public_sections(self) -> frozenset[Section]:
        """What people outside of this network see."""
        return open_to({Audience.EVERYBODY}, self.audiences)

    @property
    def is_filled(self) -> dict[Section, bool]:
        """Which of the visible sections say something."""
        content: dict[Section, object] = {
            Section.PORTRAIT: self.portrait,
            Section.PLACE: self.place,
            Section.ABOUT: self.about_html,
            Section.WISHES: self.looking_for or self.offering,
            Section.STATIONS: self.stations,
            Section.EDUCATION: self.education,
            Section.SKILLS: self.skills,
            Section.LANGUAGES: self.languages,
            Section.INTERESTS: self.interests,
            Section.LINKS: self.links,
        }
        return {section: section in self.sections and bool(content[section]) for section in Section}

    @property
    def is_public(self) -> bool:
        """Whether somebody outside sees more than a name."""
        filled = self.is_filled
        return any(filled[section] for section in self.public_sections)


def profile_page(viewer: int | None, handle: str, *, as_seen_by: Audience | None = None) -> ProfilePage | None:
    """The profile behind a handle as `viewer` may see it; None if there is none for them.

    With `as_seen_by`, the owner sees what others see.
    """
    line = by_handle(Kind.MEMBER, handle)
    if line is None or not may_see_profile(viewer, line.id):
        return None
    profile = Profile.objects.select_related("member").filter(member=line.id, member__user__is_active=True).first()
    if profile is None:
        return None
    chosen = audiences(line.id)
    if as_seen_by is not None and viewer == line.id:
        sections = open_to(CIRCLES[as_seen_by], chosen)
    else:
        sections = visible_sections(viewer, line.id, chosen)
    return _read(line, profile, sections, chosen)


CIRCLES = {
    Audience.EVERYBODY: {Audience.EVERYBODY},
    Audience.MEMBERS: {Audience.EVERYBODY, Audience.MEMBERS},
    Audience.CONTACTS: set(Audience),
}


def own_profile(member: int) -> ProfilePage:
    """A member's profile as they themselves see it."""
    profile = Profile.objects.select_related("member__actor").get(member=member)
    actor = profile.member.actor
    line = ActorLine(actor.id, actor.kind, actor.name, actor.handle, actor.headline, actor.avatar, actor.hue)
    return _read(line, profile, ALL_SECTIONS, audiences(member))


def _read(
    line: ActorLine, profile: Profile, sections: frozenset[Section], chosen: dict[Section, Audience]
) -> ProfilePage:
    member = line.id
    wishes = Section.WISHES in sections
    return ProfilePage(
        line=line,
        first_name=profile.member.first_name,
        last_name=profile.member.last_name,
        sections=sections,
        audiences=chosen,
        portrait=profile.portrait if Section.PORTRAIT in sections else "",
        place=profile.place if Section.PLACE in sections else "",
        about=profile.about if Section.ABOUT in sections else "",
        about_html=profile.about_html if Section.ABOUT in sections else "",
        looking_for=profile.looking_for if wishes else "",
        offering=profile.offering if wishes else "",
        stations=stations_of(member) if Section.STATIONS in sections else [],
        education=education_of(member) if Section.EDUCATION in sections else [],
        skills=skills_of(member) if Section.SKILLS in sections else [],
        languages=languages_of(member) if Section.LANGUAGES in sections else [],
        interests=interests_of(member) if Section.INTERESTS in sections else [],
        links=links_of(member) if Section.LINKS in sections else [],
    )


# --- what an edited entry holds now -----------------------------------------------------------------------------------


def own_name(member: int) -> dict[str, str]:
    """The parts of a member's name."""
    first, last = Member.objects.values_list("first_name", "last_name").get(actor=member)
    return {"first_name": first, "last_name": last}


def own_headline(member: int) -> str:
    """The headline that a member wrote; empty while it is made from the current station."""
    profile = Profile.objects.select_related("member__actor").get(member=member)
    return profile.member.actor.headline if profile.has_own_headline else ""


def entry_facts(kind: type[Entry], member: int, entry: int) -> dict[str, Any] | None:
    """One row of a section of this member, or None if they have no such row."""
    rows: models.QuerySet[Entry, dict[str, Any]] = kind.objects.filter(member=member, id=entry).values()
    return rows.first()
