"""Members criticize companies below their posts, and the companies answer in the open. One comment is hidden."""

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from draht.demo.reading import DATA
from draht.demo.stage import Stage, Step
from draht.moderation.actions import make_appeal
from draht.posts import actions
from draht.posts.models import HouseRule
from draht.posts.queries import posts_of


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((DATA / "criticism.toml").read_text())


class Criticism:
    """All of it, where the people and the pages are there."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def steps(self) -> Iterator[Step]:
        """Each comment, then what followed from it."""
        for row in (*_data()["case"], *_data()["hidden"]):
            if self._are_in(row):
                yield from _Comment(self._stage, row).steps()

    def _are_in(self, row: dict[str, Any]) -> bool:
        people = {row["critic"], row.get("by", row["critic"]), row.get("answer", {}).get("by", row["critic"])}
        is_told = any(thread.speaks_for == row["firm"] for thread in self._stage.trade.threads)
        return is_told and people <= set(self._stage.trade.people)


class _Comment:
    """One critical comment."""

    def __init__(self, stage: Stage, row: dict[str, Any]) -> None:
        self._stage, self._row = stage, row
        self._post = self._comment = 0

    def steps(self) -> Iterator[Step]:
        """What happens, in the order of time."""
        row = self._row
        yield self._at(row["at"], self._write)
        if "opened_by" in row:
            yield self._at(row["at"], self._open)
        if "answer" in row:
            yield self._at(row["answer"]["at"], self._answer)
        if "solved" in row:
            yield self._at(row["solved"]["at"], self._solve)
        if "rule" in row:
            yield self._at(row["hidden_at"], self._hide)
            yield self._at(row["appeal_at"], self._appeal)

    def _at(self, when: str, act: Callable[[], object]) -> Step:
        day, time = when.split()
        return self._stage.step(self._stage.calendar.moment(int(day), time), act)

    @property
    def _here(self) -> dict[str, int]:
        return {"post": self._post, "comment": self._comment}

    def _said(self, row: dict[str, Any]) -> str:
        text: str = row[self._stage.language]
        return text

    def _company(self) -> int:
        return self._stage.companies[self._row["firm"]]

    def _speaker(self) -> int:
        """Somebody who speaks for the company: who answers, or who wrote the post."""
        firm = self._row["firm"]
        first = next(thread.author for thread in self._stage.trade.threads if thread.speaks_for == firm)
        return self._stage.id(self._row.get("answer", {}).get("by", first))

    # --- acts ---

    def _write(self) -> None:
        self._post = posts_of(None, self._company()).items[0].id
        critic = self._stage.id(self._row["critic"])
        self._comment = actions.write_comment(author=critic, post=self._post, text=self._said(self._row))

    def _open(self) -> None:
        is_critic = self._row["opened_by"] == "critic"
        actions.open_case(**self._here, by=self._stage.id(self._row["critic"]) if is_critic else self._speaker())

    def _answer(self) -> None:
        text, writer = self._said(self._row["answer"]), self._stage.id(self._row["answer"]["by"])
        actions.write_comment(author=self._company(), writer=writer, post=self._post, text=text, answered=self._comment)

    def _solve(self) -> None:
        actions.solve_case(**self._here, by=self._stage.id(self._row["critic"]))

    def _hide(self) -> None:
        row = self._row
        words = row["why"][0 if self._stage.language == "de" else 1]
        by = self._stage.id(row["by"])
        actions.hide_comment(**self._here, by=by, rule=HouseRule(row["rule"]), words=words)

    def _appeal(self) -> None:
        words = self._row["appeal"][0 if self._stage.language == "de" else 1]
        make_appeal(**self._here, author=self._stage.id(self._row["critic"]), words=words)
