"""Decisions about contacts. Writes nothing."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet

from draht.common import clock
from draht.common.prepared import Prepared
from draht.contacts import budget
from draht.contacts.models import ContactRequest, Release, State
from draht.members.models import CardField, Member
from draht.ties.models import HIDING, TieKind
from draht.ties.queries import contact_ids, kinds_between
from draht.ties.rules import hidden_from

# The rules, as data.
LASTS = timedelta(days=60)  # a request without an answer
# Asking the same person again, counted from the end that the asker saw.
PAUSES = {State.WITHDRAWN: timedelta(days=30), State.EXPIRED: timedelta(days=180), State.BLOCKED: timedelta(days=180)}
# A refusal holds for this long: whoever withdraws and asks again meanwhile is refused by itself, without a word.
REFUSAL_HOLDS = timedelta(days=180)
REFUSED = (State.DECLINED, State.PITCH)


class Standing(StrEnum):
    """How the viewer and somebody else stand to each other, as far as the viewer may know."""

    ONESELF = "oneself"
    CONTACT = "contact"
    ASKED = "asked"  # the viewer asked
    ASKS_YOU = "asks_you"
    REFUSED = "refused"  # by the viewer; the other still sees an open request
    NONE = "none"
    PAUSE = "pause"
    NO_BUDGET = "no_budget"
    IMPOSSIBLE = "impossible"  # visitors, blocks, and actors that are no members


@dataclass(frozen=True, slots=True)
class Between:
    """The standing, the request it rests on, and when asking becomes possible if there is a pause."""

    standing: Standing
    request: int | None = None
    until: datetime | None = None


def is_member(actor: int) -> bool:
    """Whether this actor is a person whose account is open, and so can be asked."""
    return bool(_open_accounts(actor))


@Prepared
def _open_accounts(actor: int) -> QuerySet[Any, Any]:
    return Member.objects.filter(actor=actor, user__is_active=True).values_list("actor")


def open_for_asked(viewer: int) -> QuerySet[ContactRequest]:
    """The requests that wait for an answer by `viewer`."""
    return ContactRequest.objects.filter(asked=viewer, state=State.OPEN).exclude(asker__in=hidden_from(viewer))


def pending(asker: int, asked: int) -> QuerySet[ContactRequest]:
    """The request from `asker` to `asked` that its asker sees as open: while it is, asking back means accepting it."""
    return ContactRequest.objects.filter(asker=asker, asked=asked, shown=State.OPEN)


@Prepared
def _pending(asker: int, asked: int) -> QuerySet[Any, Any]:
    return pending(asker, asked).values_list("id", "state")


def between(viewer: int | None, other: int) -> Between:
    """How `viewer` stands to `other`. The budget is looked at by `may_ask`."""
    ties = kinds_between(viewer, other)
    if viewer is None or ties.intersection(HIDING):
        return Between(Standing.IMPOSSIBLE)
    if viewer == other:
        return Between(Standing.ONESELF)
    if TieKind.CONTACT in ties:
        return Between(Standing.CONTACT)
    for request, _state in _pending(viewer, other):
        return Between(Standing.ASKED, request)
    for request, state in _pending(other, viewer):
        return Between(Standing.ASKS_YOU if state == State.OPEN else Standing.REFUSED, request)
    until = may_ask_again_at(viewer, other)
    if until and until > clock.now():
        return Between(Standing.PAUSE, until=until)
    return Between(Standing.NONE if is_member(other) else Standing.IMPOSSIBLE)


def may_ask(viewer: int | None, other: int) -> Between:
    """As `between`, and whether the viewer's budget lets them ask."""
    found = between(viewer, other)
    if viewer is not None and found.standing == Standing.NONE and not budget_of(viewer).left:
        return Between(Standing.NO_BUDGET)
    return found


def may_ask_again_at(asker: int, asked: int) -> datetime | None:
    """The end of the pause after the last request to this person, or None if there was none."""
    return max((ended + PAUSES[State(shown)] for shown, ended in _ended(asker, asked)), default=None)


@Prepared
def _ended(asker: int, asked: int) -> QuerySet[Any, Any]:
    rows = ContactRequest.objects.filter(asker=asker, asked=asked, shown__in=PAUSES, ended_at__isnull=False)
    return rows.values_list("shown", "ended_at")


def refusal_holds(asker: int, asked: int) -> bool:
    """Whether `asked` refused `asker` lately, so that asking again meets the same answer."""
    return bool(_refused(asker, asked, clock.now() - REFUSAL_HOLDS))


@Prepared
def _refused(asker: int, asked: int, since: datetime) -> QuerySet[Any, Any]:
    rows = ContactRequest.objects.filter(asker=asker, asked=asked, state__in=REFUSED, decided_at__gt=since)
    return rows.values_list("id")


def record_of(asker: int) -> budget.Record:
    """What became of a member's requests, for their budget. They are few: the budget itself sees to that."""
    now = clock.now()
    counts: Counter[str] = Counter()
    reporters: set[int] = set()
    unclear = 0
    for asked, state, shown, asked_at, ended, decided in _asked_since(asker, now - LASTS - budget.PITCHES_COUNT_FOR):
        is_old, weighs = asked_at <= now - LASTS, asked_at > now - LASTS - budget.REFUSALS_COUNT_FOR
        if shown == State.OPEN or (shown == State.BLOCKED and not is_old):
            counts["open"] += 1
        elif shown == State.WITHDRAWN:
            counts["withdrawn"] += not is_old and ended > now - budget.WITHDRAWN_HOLDS
        elif shown == State.ACCEPTED:
            counts["accepted"] += ended > now - budget.ACCEPTANCES_COUNT_FOR
        elif shown == State.BLOCKED or state != State.PITCH:
            counts["refused"] += weighs
        else:
            unclear += weighs
        if state == State.PITCH and decided > now - budget.PITCHES_COUNT_FOR:
            reporters.add(asked)
    if len(reporters) >= budget.PITCHES_TOGETHER:
        counts["pitches"] = len(reporters)
    else:
        counts["refused"] += unclear
    return budget.Record(**counts)


@Prepared
def _asked_since(asker: int, moment: datetime) -> QuerySet[Any, Any]:
    recent = ContactRequest.objects.filter(asker=asker, asked_at__gt=moment)
    return recent.values_list("asked_id", "state", "shown", "asked_at", "ended_at", "decided_at")


def budget_of(asker: int) -> budget.Budget:
    """How many requests a member may have open now."""
    return budget.budget_of(record_of(asker))


def releases_to(viewer: int) -> QuerySet[Release]:
    """What is released to `viewer` and counts: the tie stands and no block is between."""
    return Release.objects.filter(contact=viewer, owner__in=contact_ids(viewer)).exclude(owner__in=hidden_from(viewer))


def may_see_field(viewer: int | None, field: int) -> bool:
    """Whether `viewer` may see this field of somebody's business card: it is their own, or released to them."""
    if viewer is None:
        return False
    return (
        CardField.objects.filter(id=field, member=viewer).exists() or releases_to(viewer).filter(field=field).exists()
    )
