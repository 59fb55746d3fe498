"""Decisions about giveaways: what may follow what, who may take part, what a start needs."""

from datetime import timedelta
from enum import Enum
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from draht.actors.models import Voice
from draht.common import clock
from draht.companies.models import Company, TeamRole
from draht.companies.rules import Right, may, may_see, people_with, waits_for_release
from draht.giveaways.models import Draw, Entry, Giveaway, Outcome, State, Win
from draht.giveaways.plan import Plan, day_begins, plan_of

TRANSITIONS: dict[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.RUNNING}),
    State.RUNNING: frozenset({State.CLOSED, State.CALLED_OFF}),
    State.CLOSED: frozenset({State.DRAWN, State.CALLED_OFF, State.CLEARED}),
    State.DRAWN: frozenset({State.CLEARED}),
    State.CALLED_OFF: frozenset({State.CLEARED}),
    State.CLEARED: frozenset(),
}

MOST_PRIZES, MOST_OF_A_PRIZE = 5, 100
CONFIRM_DAYS = (3, 30)
# Winners need time to answer, and prizes to be handed over, before the data go; and data go soon after that.
HAND_OVER, LONGEST_KEPT = timedelta(days=7), timedelta(days=180)
LONGEST_PERIOD = timedelta(days=180)
# Far above what a company needs, far below what a script does.
MOST_DRAFTS, MOST_OPEN = 20, 10


# --- the start --------------------------------------------------------------------------------------------------------


class Lack(NamedTuple):
    """What keeps a giveaway from being started: the field of the plan, and a sentence."""

    field: str
    sentence: Promise


def lacks(plan: Plan) -> list[Lack]:
    """Everything that a giveaway cannot be started without."""
    needed = {
        "promoter": (plan.promoter, _("Say who the promoter is, with an address.")),
        "prizes": (plan.prizes, _("Say what there is to win, and how many of it.")),
        "eligible": (plan.eligible, _("Say who may take part.")),
        "closes": (plan.closes, _("Say until when people can enter.")),
        "value_named": (plan.value_named, _("Say which public value decides the draw.")),
        "value_source": (plan.value_source, _("Say where everybody can look up the public value.")),
        "value_day": (plan.value_day, _("Say on which day the public value comes to be.")),
        "data_use": (plan.data_use, _("Say what the entrants’ data are used for.")),
        "deletes_on": (plan.deletes_on, _("Say when the entrants’ data are deleted.")),
    }
    return [Lack(field, sentence) for field, (value, sentence) in needed.items() if not value] + _wrong_times(plan)


def _wrong_times(plan: Plan) -> list[Lack]:
    now, found = clock.now(), []
    if plan.closes and not now < plan.closes <= now + LONGEST_PERIOD:
        found.append(Lack("closes", _("The end of entry must lie ahead, within half a year.")))
    if plan.closes and plan.value_day and plan.value_day <= timezone.localdate(plan.closes):
        sentence = _("The public value must come to be on a later day than the end of entry, so that nobody knows it.")
        found.append(Lack("value_day", sentence))
    if not CONFIRM_DAYS[0] <= plan.confirm_days <= CONFIRM_DAYS[1]:
        found.append(Lack("confirm_days", _("Winners need between 3 and 30 days to confirm.")))
    if plan.value_day and plan.deletes_on:
        earliest = plan.value_day + timedelta(days=plan.confirm_days) + HAND_OVER
        if not earliest <= plan.deletes_on <= plan.value_day + LONGEST_KEPT:
            sentence = _(
                "The data must stay until winners have answered and a week longer, at most half a year after the draw."
            )
            found.append(Lack("deletes_on", sentence))
    return found


# --- who may do what --------------------------------------------------------------------------------------------------


def may_build(viewer: int | None, company: int) -> bool:
    """Whether `viewer` may plan, start and draw giveaways for the company, and hand over prizes.

    Not under a mandate with four eyes: a giveaway is public, and has no draft that somebody else releases.
    """
    return viewer is not None and may(viewer, company, Right.WRITE) and not waits_for_release(viewer, company)


def readable(viewer: int | None, company: Company) -> Q:
    """Which giveaways of a company that the viewer may see: the team sees drafts as well."""
    return Q() if may_build(viewer, company.actor_id) else ~Q(state=State.DRAFT)


def builders(company: int) -> list[int]:
    """Those who may plan, start and draw giveaways for the company."""
    return [who for who in people_with(company, Right.WRITE) if may_build(who, company)]


def may_read(viewer: int | None, giveaway: Giveaway) -> bool:
    """Whether `viewer` may read this giveaway: like the company's page; who takes part, also when that is withdrawn."""
    if giveaway.state == State.DRAFT:
        return may_build(viewer, giveaway.company_id)
    if may_see(viewer, giveaway.company):
        return True
    return viewer is not None and Entry.objects.filter(giveaway=giveaway, member=viewer).exists()


def speaks_for(company: int) -> QuerySet[TeamRole, int]:
    """Ids of the members of the team."""
    return TeamRole.objects.filter(company=company).values_list("member_id", flat=True)


def under_mandate(company: int) -> QuerySet[Voice, int]:
    """Ids of all who have the right to speak for the company."""
    return Voice.objects.filter(actor=company).values_list("speaker_id", flat=True)


def is_one_of_them(member: int, company: int) -> bool:
    """Whether a member belongs to the promoter: to the team, or speaks for the company under a mandate."""
    return speaks_for(company).filter(member=member).exists() or under_mandate(company).filter(speaker=member).exists()


def is_open(giveaway: Giveaway) -> bool:
    """Whether people can enter now. The end counts to the second, also where the clock has not closed the list yet."""
    return giveaway.state == State.RUNNING and giveaway.closes is not None and clock.now() < giveaway.closes


class Entering(Enum):
    """How the viewer stands to entering."""

    SIGN_IN = "sign_in"
    TEAM = "team"
    OVER = "over"
    ENTERED = "entered"
    FREE = "free"


def entering(viewer: int | None, giveaway: Giveaway) -> Entering:
    """Whether `viewer` may enter, and if not, why."""
    if viewer is not None and Entry.objects.filter(giveaway=giveaway, member=viewer).exists():
        return Entering.ENTERED
    if not is_open(giveaway):
        return Entering.OVER
    if viewer is None:
        return Entering.SIGN_IN
    return Entering.TEAM if is_one_of_them(viewer, giveaway.company_id) else Entering.FREE


class Value(Enum):
    """Whether the public value can be entered, and if not, why."""

    NOT_CLOSED = "not_closed"
    TOO_EARLY = "too_early"
    LIST_TOO_LATE = "list_too_late"
    DATA_GONE = "data_gone"
    FREE = "free"


def value_standing(giveaway: Giveaway, plan: Plan, draw: Draw | None) -> Value:
    """Whether the public value may be entered now: once, after the list is public, from the day it can be known."""
    if giveaway.state != State.CLOSED or draw is None or plan.value_day is None or plan.deletes_on is None:
        return Value.NOT_CLOSED
    value_from = day_begins(plan.value_day)
    if draw.closed >= value_from:
        return Value.LIST_TOO_LATE
    if clock.now() < value_from:
        return Value.TOO_EARLY
    return Value.DATA_GONE if clock.now() >= day_begins(plan.deletes_on) else Value.FREE


def is_to_be_drawn(giveaway: int) -> bool:
    """Whether the public value can be entered now."""
    row = Giveaway.objects.filter(id=giveaway).first()
    draw = Draw.objects.filter(giveaway=giveaway).first()
    return row is not None and value_standing(row, plan_of(row), draw) is Value.FREE


# --- what is due ------------------------------------------------------------------------------------------------------


def due_to_close() -> QuerySet[Giveaway]:
    """Giveaways whose time of entry is over."""
    return Giveaway.objects.filter(state=State.RUNNING, closes__lte=clock.now())


def due_to_draw() -> QuerySet[Giveaway]:
    """Giveaways whose list is fixed and the day of whose public value has come."""
    return Giveaway.objects.filter(state=State.CLOSED, value_day__lte=timezone.localdate(clock.now()))


def due_to_clear() -> QuerySet[Giveaway]:
    """Giveaways whose entrants' data are to be deleted."""
    states = [state for state in TRANSITIONS if State.CLEARED in TRANSITIONS[state]]
    return Giveaway.objects.filter(state__in=states, deletes_on__lte=timezone.localdate(clock.now()))


def due_to_lapse() -> QuerySet[Win]:
    """Wins that were not confirmed in time, or whose winner has left."""
    return Win.objects.filter(Q(until__lte=clock.now()) | Q(entry=None), outcome=Outcome.OPEN)
