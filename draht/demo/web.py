"""Who knows whom in the demo trade, how they met, and who applauds: drawn by chance that is always the same.

People know each other who work or worked together, live near each other, talk with each other or share a rare topic. A
few are written down by hand (`circles` in contacts.toml).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from random import Random

from draht.demo.trade import HOST, Opening, Person, Station, Text, Thread, Trade

Pair = tuple[str, str]

# Firms that lie near each other.
REGIONS = (
    {"brennecke", "kellerhoff", "berufskolleg", "hellweg", "kupferwerk", "rekupra"},
    {"rheinseil", "fachverband", "drahtspiegel"},
    {"haug", "albfedern", "sauerbrey", "tribolin"},
    {"urnertal", "optimess", "werkbank"},
    {"ennstal", "donaudraht"},
    {"erzgebirge", "ruhla", "boerde", "pkl"},
    {"nordkabel", "petersen"},
)
_NOW = 9999
_LEADERS = {"managing_director", "partner", "board", "secretary_general"}


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Two people who become contacts: who asks, whom, why, and in which words."""

    asker: str
    asked: str
    ground: str
    detail: Text
    text: Text


class Web:
    """Who knows whom."""

    def __init__(self, trade: Trade) -> None:
        self._trade = trade
        self._talked = _talks(trade)
        self._reasons = dict(self._draw())
        self.contacts: dict[str, set[str]] = defaultdict(set)
        for one, other in self._reasons:
            self.contacts[one].add(other)
            self.contacts[other].add(one)

    def acquaintances(self) -> list[Acquaintance]:
        """Every contact with the request it began with, except those whose request is written by hand."""
        by_hand = {_pair(request.source, request.target) for request in self._trade.requests}
        return [
            self._acquaintance(pair, ground) for pair, ground in sorted(self._reasons.items()) if pair not in by_hand
        ]

    def applause(self, thread: Thread) -> list[str]:
        """Who likes a post: mostly contacts of its author and those who talked, some who share the topic."""
        chance = Random(f"likes {thread.where}")
        author = self._trade.people[thread.author]
        near = self.contacts[thread.author] | {remark.author for remark in thread.talk}
        crowd = [key for key in sorted(self._trade.people) if self._may_applaud(key, thread)]
        weights = [6.0 if key in near else 1.0 + len(_shared(author, self._trade.people[key])) for key in crowd]
        return _sample(chance, crowd, weights, round(thread.likes * 0.75))

    def nods(self, thread: Thread, place: int) -> list[str]:
        """Who likes a comment: often the author of the post, now and then others who talk there."""
        chance = Random(f"nods {thread.where} {place}")
        writer = thread.talk[place].author
        others = {remark.author for remark in thread.talk} - {writer, thread.author}
        found = [thread.author] if thread.author != writer and chance.random() < 0.4 else []
        return found + chance.sample(sorted(others), k=min(len(others), chance.choice((0, 0, 0, 1, 1, 2))))

    def _may_applaud(self, key: str, thread: Thread) -> bool:
        return key != thread.author and key not in _silent(self._trade) and thread.author not in _silent(self._trade)

    # --- drawing the contacts ---

    def _draw(self) -> Iterator[tuple[Pair, str]]:
        asked = {_pair(request.source, request.target): request for request in self._trade.requests}
        needed = {_pair(note.owner, note.contact) for note in self._trade.notes}
        needed |= {_pair(sorting.owner, one) for sorting in self._trade.sorting for one in sorting.contacts}
        apart = {_pair(*pair) for pair in (*self._trade.muted, *self._trade.blocked)}
        apart |= {_pair(*pair) for pair in self._trade.follows} - needed
        for one, other in combinations(sorted(self._trade.people), 2):
            pair = (one, other)
            if pair in asked:
                if asked[pair].state == "accepted":
                    yield pair, asked[pair].ground
                continue
            by_hand = self._by_hand(one, other)
            if by_hand is False or (pair in apart and not by_hand):
                continue
            ground, likelihood = self._likelihood(self._trade.people[one], self._trade.people[other])
            if by_hand or pair in needed or Random(f"contact {one} {other}").random() < likelihood:
                yield pair, ground

    def _by_hand(self, one: str, other: str) -> bool | None:
        """Whether a list written by hand says that these two know each other; None if there is no such list."""
        circles = self._trade.circles
        said = [b in circles[a] for a, b in ((one, other), (other, one)) if a in circles]
        return any(said) and all(said) if len(said) == 2 else (said[0] if said else None)

    def _likelihood(self, one: Person, other: Person) -> tuple[str, float]:
        """Why these two would know each other, and how likely it is."""
        talks = self._talked[_pair(one.key, other.key)]
        young = min(one.year, other.year) >= 2003
        leaders = one.stations[0].role in _LEADERS and other.stations[0].role in _LEADERS
        shared = _shared(one, other)
        reasons = [
            ("colleague", 0.7 if one.firm and one.firm == other.firm else 0.0),
            ("colleague", 0.36 if _worked_together(one, other) else 0.0),
            ("topic", min(0.85, 0.28 * talks)),
            ("other", 0.4 if young else 0.0),
            ("met", 0.3 if leaders else 0.0),
            ("met", 0.06 if _are_near(one, other) else 0.0),
            ("topic", 0.014 * len(shared)),
            ("met", 0.1 if HOST in (one.key, other.key) else 0.0),
            ("mutual", 0.003),
        ]
        nobody = 1.0
        for _ground, likelihood in reasons:
            nobody *= 1 - likelihood
        return max(reasons, key=lambda reason: reason[1])[0], 1 - nobody

    def _acquaintance(self, pair: Pair, ground: str) -> Acquaintance:
        chance = Random(f"request {pair}")
        asker, asked = pair if chance.random() < 0.5 else pair[::-1]
        one, other = self._trade.people[asker], self._trade.people[asked]
        if ground in ("topic", "met") and not self._talked[pair]:
            ground = chance.choices(("met", "topic", "mutual", "enquiry", "other"), (4, 3, 2, 2, 1))[0]
        common = _common(self._trade, one, other, ground)
        fitting = [opening for opening in self._trade.openings if _fits(opening, ground, common, one, other)]
        opening = chance.choice(fitting)
        text = Text(*(_filled(opening.text[of], one, common[of] if common else "") for of in ("de", "en")))
        detail = opening.detail or (common if common and ground in ("topic", "colleague") else None)
        if detail is None and not text.de:
            detail = Text(one.stations[0].employer, one.stations[0].employer)
        return Acquaintance(asker, asked, ground, detail or Text("", ""), text)


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _talks(trade: Trade) -> Counter[Pair]:
    """How often two talked: commented on or answered each other, or mentioned each other's posts with praise."""
    found: Counter[Pair] = Counter()
    for thread in trade.threads:
        for remark in thread.talk:
            others = {thread.author} | ({thread.talk[remark.answers].author} if remark.answers is not None else set())
            found.update(_pair(remark.author, other) for other in others - {remark.author})
    return found


def _silent(trade: Trade) -> set[str]:
    """People who are kept apart from others: they neither applaud nor are applauded."""
    return {target for _source, target in trade.blocked}


def _shared(one: Person, other: Person) -> list[str]:
    return [skill for skill in one.skills if skill in other.skills]


def _worked_together(one: Person, other: Person) -> str:
    """The employer at which both worked at the same time, once."""
    for a in one.stations:
        for b in other.stations:
            if a.firm == b.firm and not a.firm.startswith("selbst") and (a.end or b.end) and _overlap(a, b):
                return a.employer
    return ""


def _overlap(one: Station, other: Station) -> bool:
    (a, b), (c, d) = _years(one), _years(other)
    return a <= d and c <= b


def _years(station: Station) -> tuple[int, int]:
    """First and last year; what counts back from today is now."""
    return station.start.year or _NOW, (station.end.year or _NOW) if station.end else _NOW


def _are_near(one: Person, other: Person) -> bool:
    return any(one.firm in region and other.firm in region for region in REGIONS)


def _common(trade: Trade, one: Person, other: Person, ground: str) -> Text | None:
    """What both have in common, in words: an employer among colleagues, else the rarest topic."""
    if ground == "colleague":
        employer = _worked_together(one, other) or one.stations[0].employer
        return Text(employer, employer)
    shared = _shared(one, other)
    if not shared:
        return None
    known = Counter(skill for person in trade.people.values() for skill in person.skills)
    skill = trade.skills[min(shared, key=lambda skill: (known[skill], skill))]
    is_word = skill.en[1:2].islower()
    return Text(skill.de, skill.en[0].lower() + skill.en[1:] if is_word else skill.en)


def _fits(opening: Opening, ground: str, common: Text | None, one: Person, other: Person) -> bool:
    if opening.ground != ground:
        return False
    text = opening.text.de
    same_firm = one.firm == other.firm
    if ground == "colleague" and same_firm == ("{common}" in text):
        return False
    return common is not None or "{common}" not in text


def _filled(text: str, one: Person, common: str) -> str:
    firm = one.stations[0].employer
    return text.replace("{common}", common).replace("{place}", one.place).replace("{firm}", firm)


def _sample(chance: Random, crowd: list[str], weights: list[float], count: int) -> list[str]:
    """That many different ones, the heavier the likelier."""
    order = sorted(range(len(crowd)), key=lambda at: chance.random() ** (1 / weights[at]), reverse=True)
    return [crowd[at] for at in order[:count]]
