"""What may be wrong with a trade: dangling names, missing languages, times that cannot be."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from draht.demo.stage import joining_days
from draht.demo.teams import speaking_since
from draht.demo.trade import (
    GROUNDS,
    LANGUAGES,
    LONGEST_COMMENT,
    LONGEST_POST,
    LONGEST_REQUEST,
    MENTION,
    PERSONAS,
    STATES,
    Remark,
    Thread,
    Trade,
)


def flaws(trade: Trade) -> Iterator[str]:
    """What is wrong with a trade, one sentence each."""
    yield from _flaws_of_people(trade)
    seen: dict[str, str] = {}
    joined = joining_days(trade)
    for thread in trade.threads:
        yield from _flaws_of_thread(trade, thread, seen)
        yield from _flaws_of_voices(trade, thread, joined)
    yield from _flaws_of_contacts(trade)


def _flaws_of_people(trade: Trade) -> Iterator[str]:
    names: set[str] = set()
    for person in trade.people.values():
        if person.name in names:
            yield f"{person.key}: there is another {person.name}."
        names.add(person.name)
        for newer, older in pairwise(person.stations):
            if older.end is None or (newer.start.year and (older.end.year, older.end.month) < (1, 0)):
                yield f"{person.key}: an earlier station has no end."
            elif newer.start.year and newer.start.year < older.start.year:
                yield f"{person.key}: the stations are out of order."
        if person.stations[-1].start.year < person.year + 14:
            yield f"{person.key}: began to work as a child."
    yield from (f"{key}: the persona is missing." for key in PERSONAS if key not in trade.people)


def _flaws_of_thread(trade: Trade, thread: Thread, seen: dict[str, str]) -> Iterator[str]:
    where = thread.where
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", thread.clock) or thread.day < 0:
        yield f"{where}: no such time."
    parts = [(thread.author, thread.text, LONGEST_POST)]
    parts += [(remark.author, remark.text, LONGEST_COMMENT) for remark in thread.talk]
    for author, text, longest in parts:
        if author not in trade.people:
            yield f"{where}: nobody is called {author}."
        for language in LANGUAGES:
            yield from _flaws_of_text(trade, where, text[language], longest)
            if (other := seen.setdefault(f"{language}:{text[language]}", where)) != where:
                yield f"{where}: says the same as {other}."
    recommending = [praise.author for praise in thread.praise]
    if thread.author in recommending or len(set(recommending)) < len(recommending):
        yield f"{where}: recommended by its author, or twice by somebody."
    for praise in thread.praise:
        if praise.author not in trade.people:
            yield f"{where}: nobody is called {praise.author}."
        if praise.words and not (praise.words.de and praise.words.en):
            yield f"{where}: words of a recommendation are missing."


def _flaws_of_voices(trade: Trade, thread: Thread, joined: Mapping[str, int]) -> Iterator[str]:
    """Whoever speaks for a company is in its team, and has been since before the post."""
    parts: tuple[Thread | Remark, ...] = (thread, *thread.talk)
    for said in parts:
        if not said.speaks_for:
            continue
        since = speaking_since(trade, said.speaks_for, joined)
        if not since:
            yield f"{thread.where}: {said.speaks_for} has no page."
        elif said.author not in since:
            yield f"{thread.where}: {said.author} does not speak for {said.speaks_for}."
        elif since[said.author] <= thread.day:
            yield f"{thread.where}: {said.author} speaks for {said.speaks_for} only since day {since[said.author]}."


def _flaws_of_text(trade: Trade, where: str, text: str, longest: int) -> Iterator[str]:
    if not text.strip():
        yield f"{where}: a text is missing."
    if len(text) > longest:
        yield f"{where}: a text is too long."
    for key in MENTION.findall(text):
        if key not in trade.people:
            yield f"{where}: nobody is called {key}."


def _flaws_of_contacts(trade: Trade) -> Iterator[str]:
    for request in trade.requests:
        where = f"The request from {request.source} to {request.target}"
        if request.ground not in GROUNDS or request.state not in STATES:
            yield f"{where} has an unknown ground or state."
        if not {request.source, request.target} <= trade.people.keys():
            yield f"{where} names somebody unknown."
        if max(len(request.text.de), len(request.text.en)) > LONGEST_REQUEST:
            yield f"{where} is too long."
    named = {key for circle in trade.circles.values() for key in circle} | trade.circles.keys() | trade.topics.keys()
    named |= {key for pair in (*trade.follows, *trade.muted, *trade.blocked) for key in pair}
    named |= {key for note in trade.notes for key in (note.owner, note.contact)}
    named |= {key for sorting in trade.sorting for key in (sorting.owner, *sorting.contacts)}
    named |= {who for who, _field, _day in trade.changes}
    yield from (f"contacts.toml: nobody is called {key}." for key in sorted(named - trade.people.keys()))
    if set(trade.circles["ada"]) & set(trade.circles["cem"]):
        yield "Ada and Cem share a contact."
