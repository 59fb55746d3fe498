"""Reads the demo trade from the files in `trade/`."""

import tomllib
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from draht.demo.flaws import flaws
from draht.demo.trade import (
    Branch,
    Firm,
    Flaw,
    Front,
    Month,
    Note,
    Opening,
    Person,
    Praise,
    Remark,
    Request,
    Schooling,
    Sorting,
    Station,
    Text,
    Thread,
    Tongue,
    Trade,
)

_USUAL_HOURS = [["0-4", "08:00-16:30"]]
DATA = Path(__file__).parent / "trade"


@cache
def load() -> Trade:
    """The whole trade, checked. Raises Flaw."""
    firms = {key: _firm(key, row) for key, row in _read("companies").items()}
    words = _read("words")
    people = dict(_people(firms, words))
    contacts = _read("contacts")
    trade = Trade(
        firms=firms,
        fronts={key: _front(key, row) for key, row in _read("pages").items()},
        people=people,
        threads=tuple(_threads()),
        openings=tuple(map(_opening, contacts["words"])),
        requests=tuple(map(_request, contacts["request"])),
        circles={key: tuple(names.split()) for key, names in contacts["circles"].items()},
        notes=tuple(Note(owner, contact, Text(de, en)) for owner, contact, de, en in contacts["notes"]["rows"]),
        sorting=tuple(Sorting(who, Text(de, en), tuple(of.split())) for who, de, en, of in contacts["sorting"]["rows"]),
        topics={key: (tuple(de.split()), tuple(en.split())) for key, de, en in contacts["topics"]["rows"]},
        follows=tuple((source, one) for source, many in contacts["follows"]["rows"] for one in many.split()),
        muted=tuple((source, target) for source, target in contacts["distance"]["muted"]),
        blocked=tuple((source, target) for source, target in contacts["distance"]["blocked"]),
        changes=tuple((who, field, day) for who, field, day in contacts["changes"]["rows"]),
        skills={key: Text(*pair) for key, pair in words["skills"].items()},
        interests={key: Text(*pair) for key, pair in words["interests"].items()},
    )
    for flaw in flaws(trade):
        raise Flaw(flaw)
    return trade


def _read(name: str) -> dict[str, Any]:
    with (DATA / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _firm(key: str, row: dict[str, Any]) -> Firm:
    about = Text(row.pop("de"), row.pop("en"))
    return Firm(key=key, about=about, **row)


def _front(key: str, row: dict[str, Any]) -> Front:
    hours = row.get("hours", _USUAL_HOURS)
    return Front(
        key=key,
        region=row["region"],
        mark=row["mark"],
        hue=row.get("hue", zlib.crc32(key.encode()) % 24 * 15),
        zone=row.get("zone", "Europe/Berlin"),
        branch=_maybe(row.get("branch")),
        makes=_maybe(row.get("makes")),
        seeks=_maybe(row.get("seeks")),
        about=_maybe(row.get("about")),
        led=row.get("led", ""),
        register=row.get("register", ""),
        names=tuple(row.get("names", ())),
        hours=tuple(_times(hours)),
        places=tuple(Branch(Text(de, en), (*address,)) for de, en, *address in row.get("places", ())),
    )


def _times(rows: list[list[str]]) -> Iterator[tuple[int, str, str]]:
    """["0-3", "07:00-12:00", "13:00-16:00"]: Monday to Thursday, twice a day."""
    for days, *spans in rows:
        first, _, last = days.partition("-")
        for weekday in range(int(first), int(last or first) + 1):
            for span in spans:
                opens, closes = span.split("-")
                yield weekday, opens, closes


# --- people -----------------------------------------------------------------------------------------------------------


def _people(firms: Mapping[str, Firm], words: dict[str, Any]) -> Iterator[tuple[str, Person]]:
    employers = {key: firm.name for key, firm in firms.items()} | _read("former")
    seen: set[str] = set()
    for path in sorted(DATA.glob("people_*.toml")):
        for key, row in _read(path.stem).items():
            if key in seen:
                raise Flaw(f"{path.name}: {key} is there twice.")
            seen.add(key)
            try:
                yield key, _person(key, row, firms, employers, words)
            except KeyError as missing:
                raise Flaw(f"{path.name}: {key} names {missing}, which is nowhere explained.") from None


def _person(
    key: str, row: dict[str, Any], firms: Mapping[str, Firm], employers: Mapping[str, str], words: dict[str, Any]
) -> Person:
    form: Literal["f", "m"] = "f" if row["form"] == "f" else "m"
    texts = [_maybe(row.get("did")), _maybe(row.get("did_before"))]
    stations = tuple(
        _station(line, texts[at] if at < len(texts) else None, form, employers, words["titles"])
        for at, line in enumerate(row["stations"])
    )
    firm = row["firm"] if row["firm"] in firms else ""
    return Person(
        key=key,
        name=row["name"],
        form=form,
        born=str(row["born"]),
        firm=firm,
        place=row["place"] if "place" in row else firms[row["firm"]].place,
        headline=_maybe(row.get("headline")),
        stations=stations,
        education=tuple(_schooling(line, form, words) for line in row["education"]),
        skills=_known(row["skills"], words["skills"]),
        languages=tuple(_tongue(one, words["languages"]) for one in row["languages"].split()),
        interests=_known(row["interests"], words["interests"]),
        looking=_maybe(row.get("looking")),
        offering=_maybe(row.get("offering")),
        about=_maybe(row.get("about")),
        tone=row.get("tone") or _tone(row["languages"]),
        scarf=row.get("scarf", False),
    )


def _tone(languages: str) -> str:
    """The tone of skin of a portrait, where nothing else is said."""
    native = {one.split(":")[0] for one in languages.split() if one.endswith(":native")}
    if native & {"vi", "zh", "ja"}:
        return "east"
    return "olive" if native & {"tr", "fa", "ar", "el", "it", "es", "pt"} else "light"


def _maybe(pair: list[str] | None) -> Text | None:
    return Text(*pair) if pair else None


def _known(names: str, words: Mapping[str, Any]) -> tuple[str, ...]:
    for name in names.split():
        words[name]
    return tuple(names.split())


def _formed(row: list[str], form: Literal["f", "m"]) -> Text:
    man, woman, english = row
    return Text(woman if form == "f" else man, english)


def _month(text: str) -> Month:
    if text.startswith("-"):
        return Month(0, int(text))
    year, month = text.split("-")
    return Month(int(year), int(month))


def _station(
    line: str, text: Text | None, form: Literal["f", "m"], employers: Mapping[str, str], titles: Mapping[str, list[str]]
) -> Station:
    firm, title, start, *end = line.split()
    return Station(
        firm=firm,
        role=title,
        employer=employers[firm],
        title=_formed(titles[title], form),
        start=_month(start),
        end=_month(end[0]) if end else None,
        text=text,
    )


def _schooling(line: str, form: Literal["f", "m"], words: dict[str, Any]) -> Schooling:
    degree, school, start, end = line.split()
    return Schooling(_formed(words["degrees"][degree], form), words["schools"][school], int(start), int(end))


def _tongue(text: str, languages: Mapping[str, Any]) -> Tongue:
    code, level = text.split(":")
    languages[code]
    return Tongue(code, level)


# --- what was said ----------------------------------------------------------------------------------------------------


def _threads() -> Iterator[Thread]:
    for path in sorted(DATA.glob("threads_*.toml")):
        for place, row in enumerate(_read(path.stem)["thread"], 1):
            yield _thread(f"{path.name}, thread {place}", row)


def _thread(where: str, row: dict[str, Any]) -> Thread:
    day, clock = row["at"].split()
    return Thread(
        where=where,
        author=row["by"],
        speaks_for=row.get("for", ""),
        day=int(day),
        clock=clock,
        text=Text(row["de"].strip(), row["en"].strip()),
        talk=_talk(row.get("talk", [])),
        praise=tuple(Praise(who, _maybe(list(words))) for who, *words in row.get("recommend", [])),
        likes=row["likes"],
    )


def _talk(rows: list[list[str]]) -> tuple[Remark, ...]:
    """Comments in order; one that begins with ">" answers the last one above it that does not.

    "emil for brennecke" is Emil, who speaks for that company.
    """
    talk: list[Remark] = []
    above: int | None = None
    for place, (said_by, de, en) in enumerate(rows):
        author, _, firm = said_by.removeprefix(">").partition(" for ")
        is_answer = said_by.startswith(">")
        if not is_answer:
            above = place
        talk.append(Remark(author, firm, Text(de, en), above if is_answer else None))
    return tuple(talk)


def _opening(row: dict[str, Any]) -> Opening:
    detail = Text(row["detail_de"], row["detail_en"]) if "detail_de" in row else None
    return Opening(row["ground"], detail, Text(row["de"], row["en"]))


def _request(row: dict[str, Any]) -> Request:
    detail = Text(*row["detail"])
    text = Text(row["de"], row["en"])
    return Request(row["from"], row["to"], row["ground"], detail, text, row["days"], row["state"])
