"""The log of a page, as sentences."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from draht.actors.queries import ActorLine, lines
from draht.common.ids import time_of
from draht.common.paging import Page, page_of
from draht.companies.models import LogEntry, ProofKind, Role
from draht.companies.queries.team import in_order
from draht.companies.sections import Section
from draht.companies.sentences import SENTENCES
from draht.ties.queries import hidden_ids

PAGE = 50


class LogLine(NamedTuple):
    """What was done for the page, when, and by whom (None: by the clock, or by somebody who has left the network)."""

    id: int
    when: datetime
    who: ActorLine | None
    sentence: str


def log(viewer: int, company: int, *, before: int) -> Page[LogLine]:
    """What was done for the page, newest first; nobody hidden from `viewer` is named."""
    rows = list(LogEntry.objects.filter(company=company, id__lt=before).order_by("-id")[: PAGE + 1])
    named = {row.member_id for row in rows} | {row.facts.get("whom") for row in rows}
    people = lines({id for id in named if id} - set(hidden_ids(viewer)))
    return page_of([_line(row, people) for row in rows], size=PAGE, id_of=lambda line: line.id)


def _line(row: LogEntry, people: Mapping[int, ActorLine]) -> LogLine:
    who = people.get(row.member_id or 0)
    words = {"who": who.name if who else _("Somebody"), **{key: _word(key, row, people) for key in row.facts}}
    sentence = SENTENCES.get(row.what)
    return LogLine(row.id, time_of(row.id), who, str(sentence) % words if sentence else row.what)


def _word(key: str, row: LogEntry, people: Mapping[int, ActorLine]) -> Any:
    value = row.facts[key]
    if key == "whom":
        return people[value].name if value in people else _("somebody")
    if key == "roles":
        return ", ".join(str(Role(role).label) for role in in_order(value)) or "–"
    if key == "section":
        return Section(value).label
    if key == "kind" and value in ProofKind.values:
        return ProofKind(value).label
    return value
