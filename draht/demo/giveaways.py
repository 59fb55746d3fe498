"""Companies give something away: one giveaway is open, another is drawn, and its winners have answered.

Nothing happens where a company has no page.
"""

import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

from draht.actors.actions import plain_handle
from draht.actors.models import Kind
from draht.actors.queries import by_handle
from draht.companies.models import Company
from draht.demo.rhythm import ZONE
from draht.demo.stage import Stage, Step
from draht.giveaways import actions
from draht.giveaways.plan import Plan, Prize
from draht.giveaways.queries import open_wins

_DATA = Path(__file__).parent / "trade" / "giveaways.toml"
_SOURCE = "https://kupfernotiz.example"
_TAKE_PART = 0.45


class Giveaways:
    """All of them."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def steps(self) -> Iterator[Step]:
        """Each from its start on."""
        for key, facts in tomllib.loads(_DATA.read_text(encoding="utf-8")).items():
            yield from Giving(self._stage, key, facts).steps()


class Giving:
    """One giveaway."""

    def __init__(self, stage: Stage, key: str, facts: dict[str, Any]) -> None:
        self._stage, self._key, self._facts = stage, key, facts
        self._words: dict[str, Any] = facts[stage.language]
        self._giveaway = 0

    def steps(self) -> Iterator[Step]:
        """The start, the entries, and what came of it where that lies in the past."""
        stage, facts = self._stage, self._facts
        if facts["by"] not in stage.trade.people:
            return
        start, end = stage.calendar.moment(facts["opened"], "09:10"), self._end()
        yield stage.step(start, self._start)
        for number, key in enumerate(self._entrants()):
            chance = Random(f"giveaway {self._key} {key}")
            later = stage.calendar.after(start, chance, longest=timedelta(days=12))
            yield stage.step(min(later, end - timedelta(hours=1)), self._enter, key, number)
        if end < stage.calendar.now:
            yield stage.step(end + timedelta(minutes=3), actions.close_giveaways)
            yield stage.step(stage.calendar.moment(facts["value_day"], "17:50"), self._draw)
            yield stage.step(stage.calendar.moment(facts["value_day"] - 1, "08:30"), self._answer_first)
            yield stage.step(stage.calendar.moment(facts["value_day"] - 2, "12:10"), self._answer_last)

    def _day(self, back: int) -> date:
        """A working day that lies so far back or, negative, ahead."""
        return self._stage.calendar.day(back)

    def _end(self) -> datetime:
        return datetime.combine(self._day(self._facts["closed"]), time(18), ZONE)

    def _entrants(self) -> list[str]:
        """Whoever has joined by then and works elsewhere; where there is a question, as many as there are answers."""
        stage, facts = self._stage, self._facts
        willing = [
            key
            for key, person in stage.trade.people.items()
            if person.firm != facts["firm"]
            and stage.joined[key] > facts["opened"]
            and Random(f"takes part {self._key} {key}").random() < _TAKE_PART
        ]
        return willing[: len(facts["answers"])] if "answers" in facts else willing

    # --- acts ---

    def _start(self) -> None:
        firm = self._stage.trade.firms[self._facts["firm"]]
        company = by_handle(Kind.COMPANY, plain_handle(firm.name))
        if company is None:
            return
        by, value_day = self._stage.id(self._facts["by"]), self._day(self._facts["value_day"])
        plan = Plan(
            title=self._words["title"],
            promoter=Company.objects.get(actor=company.id).imprint,
            prizes=tuple(_prize(words) for words in self._words["prizes"]),
            eligible=self._words["eligible"],
            question=self._words["question"],
            closes=self._end(),
            value_named=self._words["value_named"],
            value_source=_SOURCE,
            value_day=value_day,
            confirm_days=self._facts["confirm_days"],
            data_use=self._words["data_use"],
            deletes_on=value_day + timedelta(days=self._facts["kept_days"]),
        )
        self._giveaway = actions.draft_giveaway(company=company.id, plan=plan, by=by)
        actions.start_giveaway(giveaway=self._giveaway, by=by)

    def _enter(self, key: str, number: int) -> None:
        answers = self._facts.get("answers")
        answer = answers[number][self._stage.language] if answers else ""
        if self._giveaway:
            actions.enter(giveaway=self._giveaway, member=self._stage.id(key), answer=answer)

    def _draw(self) -> None:
        if self._giveaway:
            facts, by = self._facts, self._stage.id(self._facts["by"])
            actions.draw_winners(giveaway=self._giveaway, value=facts["value"], source=_SOURCE, by=by)

    def _answer_first(self) -> None:
        """The first is glad to be named, the second leaves the prize to the next."""
        for number, member in enumerate(open_wins(self._giveaway)[:2]):
            if number:
                actions.decline_win(giveaway=self._giveaway, member=member)
            else:
                self._accept(member, shows_name=True)

    def _answer_last(self) -> None:
        """The others would rather not be named."""
        for member in open_wins(self._giveaway):
            self._accept(member)

    def _accept(self, member: int, *, shows_name: bool = False) -> None:
        reach = {"de": "Bitte an meine Geschäftsadresse.", "en": "To my business address, please."}
        words = reach[self._stage.language]
        actions.confirm_win(giveaway=self._giveaway, member=member, reach=words, shows_name=shows_name)


def _prize(words: str) -> Prize:
    count, what = words.split(" ", 1)
    return Prize(int(count), what)
