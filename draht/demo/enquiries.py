"""People ask a company, and its team answers. Happens only where the company has a page by then."""

import tomllib
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from typing import Any

from draht.demo.reading import DATA
from draht.demo.stage import Stage, Step
from draht.enquiries import actions
from draht.enquiries.rules import may_answer


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((DATA / "enquiries.toml").read_text())


class Enquiries:
    """What is asked of one company of the trade. `page_of`: the actor of the page of a firm, None as long as it has
    none."""

    def __init__(self, stage: Stage, page_of: Callable[[str], int | None]) -> None:
        self._stage, self._page_of = stage, page_of

    def steps(self) -> Iterator[Step]:
        """The team settles in, then questions and answers follow each other."""
        stage, data = self._stage, _data()
        first = max(row["day"] for row in data["enquiry"])
        yield stage.step(stage.calendar.moment(first, "07:30"), self._settle_in, data)
        for row in data["enquiry"]:
            if stage.joined.get(row.get("asker", "mo"), 0) > row["day"]:
                yield from _Talk(stage, self._page, row).steps()

    def _page(self) -> int | None:
        return self._page_of(_data()["firm"])

    def _settle_in(self, data: dict[str, Any]) -> None:
        page = self._page()
        if page is None:
            return
        for saved in data["saved"]:
            actions.save_answer(
                company=page, title=_said(self._stage, saved["title"]), text=_said(self._stage, saved["text"])
            )
        deputy = _of_team(self._stage, page, data["deputy"])
        if deputy is not None:
            actions.arrange_desk(company=page, by=deputy, promise_hours=None, deputy=deputy, guests_may_ask=True)


def _said(stage: Stage, texts: list[str]) -> str:
    return texts[0 if stage.language == "de" else 1]


def _of_team(stage: Stage, page: int, key: str) -> int | None:
    """Somebody who is here and answers for the company, else Dora, whose company it is; None if she does not either."""
    known = (stage.members[one].actor_id for one in (key, "dora") if one in stage.members)
    return next((id for id in known if may_answer(id, page)), None)


class _Talk:
    """One enquiry."""

    def __init__(self, stage: Stage, page: Callable[[], int | None], row: dict[str, Any]) -> None:
        self._stage, self._page, self._row = stage, page, row
        self._enquiry = 0

    def steps(self) -> Iterator[Step]:
        """The question, then what followed."""
        row = self._row
        yield self._stage.step(self._moment(row["day"], row["clock"]), self._ask)
        for by, day, clock, *words in row.get("talk", ()):
            yield self._stage.step(self._moment(day, clock), self._say, by, words)
        if row.get("is_closed"):
            last = row["talk"][-1]
            yield self._stage.step(self._moment(max(last[1] - 1, 0), "12:00"), self._close)

    def _moment(self, day: int, clock: str) -> datetime:
        return self._stage.calendar.moment(day, clock)

    # --- acts ---

    def _ask(self) -> None:
        page, row, stage = self._page(), self._row, self._stage
        if page is None:
            return
        words = {"subject": _said(stage, row["subject"]), "text": _said(stage, row["text"])}
        if "asker" in row:
            self._enquiry = actions.ask_company(company=page, asker=stage.id(row["asker"]), **words).id
        else:
            name, email = row["guest"]
            asked = actions.ask_company_as_guest(company=page, name=name, email=email, language=stage.language, **words)
            self._enquiry = asked.id
            actions.confirm_enquiry(enquiry=asked.id)
        if assigned := row.get("assigned"):
            member = _of_team(stage, page, assigned)
            if member is not None:
                actions.assign_enquiry(enquiry=self._enquiry, by=member, member=member)

    def _say(self, by: str, words: list[str]) -> None:
        page, texts = self._page(), words[-2:]
        if page is None or not self._enquiry:
            return
        if by == "asker":
            actions.ask_back(enquiry=self._enquiry, text=_said(self._stage, texts))
            return
        member = _of_team(self._stage, page, words[0] if by == "note" else by)
        if member is None:
            return
        act = actions.write_note if by == "note" else actions.answer_enquiry
        act(enquiry=self._enquiry, by=member, text=_said(self._stage, texts))

    def _close(self) -> None:
        if self._enquiry:
            actions.end_enquiry(enquiry=self._enquiry)
