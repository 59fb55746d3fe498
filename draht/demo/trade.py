"""What the demo trade is made of: who is who, who said what, in German and in English."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Language = Literal["de", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
PERSONAS = ("ada", "ben", "cem", "dora", "emil", "mo")
HOST = "mo"
GROUNDS = ("met", "topic", "mutual", "enquiry", "colleague", "other")
STATES = ("open", "accepted", "declined", "pitch", "withdrawn")
MENTION = re.compile(r"\{@([a-z_]+)\}")
LONGEST_POST, LONGEST_COMMENT, LONGEST_REQUEST = 5_000, 2_000, 300


class Flaw(Exception):
    """Something in the data is wrong: the message says where."""


@dataclass(frozen=True, slots=True)
class Text:
    """The same in German and in English."""

    de: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.de if language == "de" else self.en


@dataclass(frozen=True, slots=True)
class Firm:
    """A company of the trade, invented."""

    key: str
    name: str
    place: str
    street: str
    postcode: str
    country: str
    domain: str
    people: int
    about: Text


@dataclass(frozen=True, slots=True)
class Branch:
    """A further place of a company: what it is, then street, postcode, town, country and part of the country."""

    label: Text
    address: tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Front:
    """What a company's page says. `hours` are weekdays (0: Monday), opens and closes."""

    key: str
    region: str
    mark: str
    hue: int
    zone: str
    branch: Text | None
    makes: Text | None
    seeks: Text | None
    about: Text | None
    led: str
    register: str
    names: tuple[str, ...]
    hours: tuple[tuple[int, str, str], ...]
    places: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a career; a year of 0 or less counts back from today in months."""

    year: int
    month: int


@dataclass(frozen=True, slots=True)
class Station:
    """A time of work. `firm` is a key of a firm, or of a former employer that has no page."""

    firm: str
    role: str
    employer: str
    title: Text
    start: Month
    end: Month | None
    text: Text | None


@dataclass(frozen=True, slots=True)
class Schooling:
    """A time of learning."""

    degree: Text
    school: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language and how well it is spoken: native, fluent, good or basic."""

    code: str
    level: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the trade. `firm` is empty for those who work for themselves."""

    key: str
    name: str
    form: Literal["f", "m"]
    born: str
    firm: str
    place: str
    headline: Text | None
    stations: tuple[Station, ...]
    education: tuple[Schooling, ...]
    skills: tuple[str, ...]
    languages: tuple[Tongue, ...]
    interests: tuple[str, ...]
    looking: Text | None
    offering: Text | None
    about: Text | None
    tone: str
    scarf: bool

    @property
    def first_name(self) -> str:
        """What friends say."""
        return self.name.split(" ", 1)[0]

    @property
    def last_name(self) -> str:
        """All but the first name."""
        return self.name.split(" ", 1)[1]

    @property
    def year(self) -> int:
        """The year of birth."""
        return int(self.born[:4])


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment. `answers` is the place in the talk of the comment it answers.

    `speaks_for` is the firm for which its author says it; empty if they speak for themselves.
    """

    author: str
    speaks_for: str
    text: Text
    answers: int | None


@dataclass(frozen=True, slots=True)
class Praise:
    """A recommendation of the post, with or without own words."""

    author: str
    words: Text | None


@dataclass(frozen=True, slots=True)
class Thread:
    """A post and what was said to it. `day` counts working days back from today, `clock` is the time of that day.

    `speaks_for` is the firm for which its author says it; empty if they speak for themselves.
    """

    where: str
    author: str
    speaks_for: str
    day: int
    clock: str
    text: Text
    talk: tuple[Remark, ...]
    praise: tuple[Praise, ...]
    likes: int

    @property
    def firms(self) -> set[str]:
        """The firms that say something in it."""
        return {self.speaks_for, *(remark.speaks_for for remark in self.talk)} - {""}


@dataclass(frozen=True, slots=True)
class Opening:
    """Words with which people ask for contact, for pairs that fit the ground."""

    ground: str
    detail: Text | None
    text: Text


@dataclass(frozen=True, slots=True)
class Request:
    """A request for contact written by hand, and what became of it."""

    source: str
    target: str
    ground: str
    detail: Text
    text: Text
    day: int
    state: str


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote down about a contact."""

    owner: str
    contact: str
    text: Text


@dataclass(frozen=True, slots=True)
class Sorting:
    """A word by which somebody sorts contacts."""

    owner: str
    tag: Text
    contacts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trade:
    """All of it."""

    firms: Mapping[str, Firm]
    fronts: Mapping[str, Front]
    people: Mapping[str, Person]
    threads: tuple[Thread, ...]
    openings: tuple[Opening, ...]
    requests: tuple[Request, ...]
    circles: Mapping[str, tuple[str, ...]]
    notes: tuple[Note, ...]
    sorting: tuple[Sorting, ...]
    topics: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    follows: tuple[tuple[str, str], ...]
    muted: tuple[tuple[str, str], ...]
    blocked: tuple[tuple[str, str], ...]
    changes: tuple[tuple[str, str, int], ...]
    skills: Mapping[str, Text]
    interests: Mapping[str, Text]
