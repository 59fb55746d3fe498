"""What a giveaway is planned to be, and its terms: the same as a document that does not change any more."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from django.utils import timezone

from draht.giveaways.models import Giveaway
from draht.giveaways.recompute import ALGORITHM, canonical

FORMAT = "draht-giveaway-terms-1"
_SECONDS = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class Prize:
    """What is given away, and how often."""

    count: int
    what: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that the terms of a giveaway say. In a draft, parts may be missing."""

    title: str
    promoter: str = ""
    prizes: tuple[Prize, ...] = ()
    eligible: str = ""
    question: str = ""
    closes: datetime | None = None
    value_named: str = ""
    value_source: str = ""
    value_day: date | None = None
    confirm_days: int = 7
    data_use: str = ""
    deletes_on: date | None = None
    opens: datetime | None = None
    commitment: str = ""


def plan_of(giveaway: Giveaway) -> Plan:
    """What counts: the frozen terms of a giveaway that was started, the fields of a draft."""
    if giveaway.terms:
        return plan_in(json.loads(giveaway.terms))
    return Plan(
        title=giveaway.title,
        promoter=giveaway.promoter,
        prizes=tuple(Prize(**prize) for prize in giveaway.prizes),
        eligible=giveaway.eligible,
        question=giveaway.question,
        closes=giveaway.closes,
        value_named=giveaway.value_named,
        value_source=giveaway.value_source,
        value_day=giveaway.value_day,
        confirm_days=giveaway.confirm_days,
        data_use=giveaway.data_use,
        deletes_on=giveaway.deletes_on,
    )


def seconds(moment: datetime) -> str:
    """A moment in UTC as the documents write it; as text they sort like the moments."""
    return moment.astimezone(UTC).strftime(_SECONDS)


def day_begins(day: date) -> datetime:
    """The first moment of a day in the time zone of the network."""
    return timezone.make_aware(datetime.combine(day, time()), timezone.get_default_timezone())


def terms_of(plan: Plan, *, giveaway: int, company: str) -> str:
    """The terms as canonical JSON. The plan must be complete."""
    if not (plan.opens and plan.closes and plan.value_day and plan.deletes_on):
        raise ValueError("This plan is not complete.")
    document: dict[str, object] = {
        "format": FORMAT,
        "giveaway": str(giveaway),
        "title": plan.title,
        "promoter": {"company": company, "imprint": plan.promoter},
        "prizes": [{"count": prize.count, "what": prize.what} for prize in plan.prizes],
        "opens": seconds(plan.opens),
        "closes": seconds(plan.closes),
        "eligible": plan.eligible,
        "entry": {"per": "confirmed account", "question": plan.question, "team": False, "tied_to": []},
        "draw": {
            "algorithm": ALGORITHM,
            "commitment": plan.commitment,
            "value": plan.value_named,
            "source": plan.value_source,
            "value_day": plan.value_day.isoformat(),
            "value_from": seconds(day_begins(plan.value_day)),
        },
        "winners": {"told_by": "notice", "confirm_days": plan.confirm_days, "else": "next in the order"},
        "data": {"use": plan.data_use, "deleted_on": plan.deletes_on.isoformat()},
    }
    return canonical(document).decode()


def plan_in(terms: Mapping[str, Any]) -> Plan:
    """What these terms say."""
    draw = terms["draw"]
    return Plan(
        title=terms["title"],
        promoter=terms["promoter"]["imprint"],
        prizes=tuple(Prize(prize["count"], prize["what"]) for prize in terms["prizes"]),
        eligible=terms["eligible"],
        question=terms["entry"]["question"],
        closes=_moment(terms["closes"]),
        value_named=draw["value"],
        value_source=draw["source"],
        value_day=date.fromisoformat(draw["value_day"]),
        confirm_days=terms["winners"]["confirm_days"],
        data_use=terms["data"]["use"],
        deletes_on=date.fromisoformat(terms["data"]["deleted_on"]),
        opens=_moment(terms["opens"]),
        commitment=draw["commitment"],
    )


def _moment(text: str) -> datetime:
    return datetime.strptime(text, _SECONDS).replace(tzinfo=UTC)
