"""What everything that happens in the demo trade has in common: who is there, since when, and what the time is."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import count
from random import Random
from typing import Any

from draht.demo.cards import Cards
from draht.demo.rhythm import Calendar
from draht.demo.teams import staff_of
from draht.demo.trade import HOST, MENTION, Language, Text, Trade
from draht.demo.web import Web
from draht.members.models import Member

# The host opens the network on the first of these working days back, the others join from the second on; nobody joins
# or becomes a contact so late that what others note about them comes first.
OPENED, FIRST_JOIN, LAST_JOIN, LAST_CONTACT = 262, 258, 10, 6


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happens."""

    moment: datetime
    number: int
    act: Callable[[], object]


class Stage:
    """The trade in one language up to now, and the members who are in it so far."""

    def __init__(self, trade: Trade, language: Language, now: datetime) -> None:
        self.trade, self.language = trade, language
        self.calendar = Calendar(now)
        self.web = Web(trade)
        self.cards = Cards(trade)
        self.joined = joining_days(trade)
        self.members: dict[str, Member] = {}
        # The actors of the companies that have a page so far.
        self.companies: dict[str, int] = {}
        self.fields: dict[str, dict[str, int]] = {}
        self._numbers = count()

    def step(self, moment: datetime, act: Callable[..., object], *args: Any) -> Step:
        """At this moment, `act` is called with these arguments."""
        return Step(moment.astimezone(UTC), next(self._numbers), partial(act, *args))

    def id(self, key: str) -> int:
        """The actor of somebody who is in."""
        return self.members[key].actor_id

    def said(self, text: Text | None) -> str:
        """The text in our language, with handles where people are named; empty if there is none."""
        if text is None:
            return ""
        return MENTION.sub(lambda found: f"@{self.members[found[1]].actor.handle}", text[self.language])


def joining_days(trade: Trade) -> dict[str, int]:
    """When each comes in, in working days back: before they say or ask anything, or are asked."""
    first: dict[str, int] = defaultdict(lambda: LAST_JOIN)

    def note(day: int, *keys: str) -> None:
        for key in keys:
            first[key] = max(first[key], day)

    for thread in trade.threads:
        texts = [thread.text.de, *(remark.text.de for remark in thread.talk)]
        named = MENTION.findall(" ".join(texts))
        talking = [remark.author for remark in thread.talk]
        note(thread.day, thread.author, *talking, *named, *(praise.author for praise in thread.praise))
        for firm in thread.firms:  # whoever has to begin its page first
            note(thread.day + 2, *staff_of(trade, firm)[:1])
    for request in trade.requests:
        note(request.day, request.source, request.target)
    for person in trade.people.values():
        if (start := person.stations[0].start).year <= 0:  # they change employer while they are here
            note(Calendar.days_of(-start.month), person.key)
    late = {key: Random(f"join {key}").random() ** 2 for key in trade.people}
    joined = {key: first[key] + 2 + int(late[key] * (FIRST_JOIN - 2 - first[key])) for key in trade.people}
    return joined | {HOST: OPENED}
