"""The publishing house looks after the page of the copper works: with four eyes, as by default."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from draht.actors.models import EVERYBODY
from draht.common import clock
from draht.companies import actions
from draht.companies.models import Mandate, Role, Scope, TeamRole
from draht.companies.rules import is_outside, may_bring_agency
from draht.demo.stage import Stage, Step
from draht.demo.trade import Text
from draht.newsroom.actions import Content, publish_draft, return_draft, save_draft, write_draft
from draht.newsroom.models import DraftVersion

_FIRM, _AGENCY = "kupferwerk", "drahtspiegel"
# In working days back.
_OFFERED = 8

_RECORD = {
    "subject": Text(
        "Schreibt für die Laufzeit des Mandats Beiträge für unsere Seite.",
        "Writes posts for our page for the term of the mandate.",
    ),
    "data_kinds": Text(
        "Namen und Worte von Menschen, die in Beiträgen vorkommen oder sie kommentieren.",
        "Names and words of people who occur in posts or comment on them.",
    ),
    "instructions": Text(
        "Nur schriftlich, durch die Leitung des Drahtzugs. Alles bleibt vertraulich; Aufzeichnungen werden am Ende "
        "gelöscht.",
        "In writing only, by the head of wire drawing. All is confidential; notes are deleted at the end.",
    ),
    "subprocessors": Text("Keine", "None"),
}
_RELEASED = Text(
    "Tag der offenen Zieherei: Am ersten Samstag im Februar zeigen wir Linie 7 bei halber Geschwindigkeit, damit man "
    "sieht, was sie tut. Anmeldung an der Pforte.",
    "Open day in the drawing shop: on the first Saturday in February we show line 7 at half its speed, so that one "
    "sees what it does. Please sign up at the gate.",
)
_FIRST = Text(
    "Unser neuer Feinzug läuft.\n\nEr zieht 0,05 mm mit 30 Metern in der Sekunde.\n\nWer ihn sehen will, meldet sich.",
    "Our new fine wire line is running.\n\nIt draws 0.05 mm at 30 metres per second.\n\nWhoever wants to see "
    "it, tell us.",
)
_RETURN = Text(
    "Die Geschwindigkeit bitte erst nennen, wenn die Abnahme durch ist.",
    "Please do not name the speed before the line is accepted.",
)
_SECOND = Text(
    "Unser neuer Feinzug läuft.\n\nEr zieht 0,05 mm; wie schnell, sagen wir nach der Abnahme.\n\nWer ihn sehen will, "
    "meldet sich.",
    "Our new fine wire line is running.\n\nIt draws 0.05 mm; how fast, we say once it is accepted.\n\nWhoever wants to "
    "see it, tell us.",
)


class Mandates:
    """One mandate. Nothing happens where one of the two companies has no page, or nobody who could."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._mandate: Mandate | None = None
        self._draft = 0

    def steps(self) -> Iterator[Step]:
        """Offered and accepted; one draft is released, another came back and waits again."""
        for day, time, act in (
            (_OFFERED, "09:10", self._offer),
            (_OFFERED - 1, "11:20", self._write_released),
            (2, "10:05", self._write),
            (2, "15:40", self._return),
            (1, "09:15", self._revise),
        ):
            yield self._stage.step(self._stage.calendar.moment(day, time), act)

    def _owner(self, key: str) -> int | None:
        found = TeamRole.objects.filter(company=self._stage.companies.get(key), role=Role.OWNER)
        return found.values_list("member_id", flat=True).first()

    def _offer(self) -> None:
        stage = self._stage
        company, agency = stage.companies.get(_FIRM), stage.companies.get(_AGENCY)
        owner, caretaker = self._owner(_FIRM), self._owner(_AGENCY)
        if not (company and agency and owner and caretaker and is_outside(caretaker, company)):
            return
        if not may_bring_agency(caretaker, agency):
            return
        today = clock.now().date()
        record: dict[str, Any] = {name: stage.said(text) for name, text in _RECORD.items()}
        mandate = actions.offer_mandate(
            company=company,
            caretaker=caretaker,
            agency=agency,
            by=owner,
            scope=[Scope.WRITE, Scope.FIGURES],
            starts=today,
            ends=today + timedelta(days=364),
            **record,
        )
        actions.accept_mandate(mandate=mandate)
        self._mandate = Mandate.objects.get(id=mandate)

    def _lay_before(self, mandate: Mandate, text: Text) -> int:
        content, by = Content(self._stage.said(text), EVERYBODY), mandate.caretaker_id or 0
        return write_draft(company=mandate.company_id, by=by, content=content, lays=True)

    def _write_released(self) -> None:
        if self._mandate and self._mandate.by_id:
            draft = self._lay_before(self._mandate, _RELEASED)
            newest = DraftVersion.objects.filter(draft=draft).latest("id")
            publish_draft(draft=draft, by=self._mandate.by_id, version=newest.id)

    def _write(self) -> None:
        if self._mandate:
            self._draft = self._lay_before(self._mandate, _FIRST)

    def _return(self) -> None:
        if self._mandate and self._mandate.by_id:
            words = self._stage.said(_RETURN)
            return_draft(draft=self._draft, by=self._mandate.by_id, words=words)

    def _revise(self) -> None:
        if self._mandate and self._mandate.caretaker_id:
            newest = DraftVersion.objects.filter(draft=self._draft).latest("id")
            by, content = self._mandate.caretaker_id, Content(self._stage.said(_SECOND), EVERYBODY)
            save_draft(draft=self._draft, by=by, content=content, seen=newest.id, lays=True)
