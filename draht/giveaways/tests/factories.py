"""Makes giveaways for tests."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from draht.common import clock
from draht.conftest import Persona
from draht.giveaways import actions
from draht.giveaways.models import Giveaway
from draht.giveaways.plan import Plan, Prize

# Begins on a Monday morning, ends on Friday evening, is drawn on Sunday.
START = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
CLOSES = datetime(2026, 11, 6, 17, 0, tzinfo=UTC)
LISTED = datetime(2026, 11, 6, 17, 3, tzinfo=UTC)
DRAWN = datetime(2026, 11, 8, 9, 0, tzinfo=UTC)
PLAN = Plan(
    title="Cable cutters",
    promoter="Rheinseil AG, Ruhrorter Kai 12, 47119 Duisburg",
    prizes=(Prize(1, "A cable cutter"), Prize(2, "A drum stand")),
    eligible="Everybody from 18 years on who lives in Germany or Austria.",
    closes=CLOSES,
    value_named="The numbers of the lottery of that Saturday, ascending, with spaces",
    value_source="https://lottery.example/numbers",
    value_day=date(2026, 11, 7),
    confirm_days=7,
    data_use="To draw the winners and to send the prizes.",
    deletes_on=date(2026, 12, 15),
)
VALUE = "4 8 15 16 23 42"


def plan(**more: Any) -> Plan:
    """A complete plan, with these parts of it others."""
    return replace(PLAN, **more)


def draft(company: int, by: int, **more: Any) -> int:
    """A draft; its id."""
    with clock.at(START):
        return actions.draft_giveaway(company=company, plan=plan(**more), by=by)


def started(company: int, by: int, **more: Any) -> int:
    """A giveaway that people can enter; its id."""
    giveaway = draft(company, by, **more)
    with clock.at(START):
        actions.start_giveaway(giveaway=giveaway, by=by)
    return giveaway


def entered(giveaway: int, members: list[Persona], answer: str = "") -> None:
    """These take part."""
    with clock.at(START):
        for member in members:
            actions.enter(giveaway=giveaway, member=member.id, answer=answer)


def closed(giveaway: int) -> None:
    """Its list is fixed."""
    with clock.at(LISTED):
        actions.close_giveaways()
    assert Giveaway.objects.get(id=giveaway).state == "closed"


def drawn(giveaway: int, by: int, value: str = VALUE) -> None:
    """Its winners are drawn."""
    with clock.at(DRAWN):
        actions.draw_winners(giveaway=giveaway, value=value, source="https://lottery.example/", by=by)


def crowd(make_persona: Callable[[str, str], Persona], count: int = 8) -> list[Persona]:
    """So many members who take part in things."""
    return [make_persona(f"Person{chr(65 + number)}", "Muster") for number in range(count)]
