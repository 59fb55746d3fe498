"""What the promoter's team sees, and nobody else."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, Q

from draht.actors.queries import ActorLine, lines
from draht.giveaways.models import Draw, Entry, Giveaway, Outcome, State, Win
from draht.giveaways.plan import Prize, plan_of
from draht.giveaways.recompute import mark_of

ANSWERS = 200
NEWEST = 20


class Handover(NamedTuple):
    """A prize that waits to be handed over: to whom, and how."""

    place: int
    prize: Prize
    who: ActorLine
    reach: str
    shows_name: bool


def handovers(giveaway: Giveaway) -> list[Handover]:
    """The confirmed winners. Whoever did not answer, or declined, is named to nobody."""
    wins = Win.objects.filter(giveaway=giveaway, outcome=Outcome.CONFIRMED).exclude(entry=None).order_by("place")
    rows = list(wins.values_list("place", "prize", "entry__member_id", "reach", "shows_name"))
    known, prizes = lines(row[2] for row in rows), plan_of(giveaway).prizes
    return [
        Handover(place, prizes[prize - 1], known[member], reach, shows_name)
        for place, prize, member, reach, shows_name in rows
    ]


def answers_to(giveaway: Giveaway) -> list[str]:
    """Answers to the question, without names, in the order of the marks so that nothing tells who came first."""
    rows = Entry.objects.filter(giveaway=giveaway).exclude(answer="").values_list("id", "salt", "answer")
    return [answer for _, answer in sorted((mark_of(salt, str(id)), answer) for id, salt, answer in rows)][:ANSWERS]


def open_wins(giveaway: int) -> list[int]:
    """The members whose answer a prize waits for, by place."""
    wins = Win.objects.filter(giveaway=giveaway, outcome=Outcome.OPEN).exclude(entry=None).order_by("place")
    return list(wins.values_list("entry__member_id", flat=True))


class TakingPart(NamedTuple):
    """A giveaway that has started or is in the making, and how many take part in it or did."""

    id: int
    title: str
    is_draft: bool
    entrants: int


def newest_giveaways(company: int) -> list[TakingPart]:
    """The newest giveaways of a company. Once the list of entrants is fixed it counts, and outlives the entries."""
    rows = list(Giveaway.objects.filter(company=company).order_by("-id").values_list("id", "title", "state")[:NEWEST])
    ids = [id for id, _title, _state in rows]
    entries = Entry.objects.filter(giveaway__in=ids).order_by().values_list("giveaway").annotate(Count("id"))
    entrants = dict(entries) | dict(Draw.objects.filter(giveaway__in=ids).values_list("giveaway", "entrants"))
    return [TakingPart(id, title, state == State.DRAFT, entrants.get(id, 0)) for id, title, state in rows]


class Turn(NamedTuple):
    """A giveaway begins, or its entry ends."""

    at: datetime
    is_begin: bool
    giveaway: int
    title: str


def turns_between(company: int, begin: datetime, end: datetime) -> list[Turn]:
    """Which giveaways of a company begin or end in this time, drafts among them."""
    rows = Giveaway.objects.filter(company=company).exclude(state=State.CALLED_OFF)
    moments = rows.filter(Q(opens__gte=begin, opens__lt=end) | Q(closes__gte=begin, closes__lt=end))
    found = []
    for id, title, opens, closes in moments.values_list("id", "title", "opens", "closes"):
        pairs = ((opens, True), (closes, False))
        found += [Turn(at, is_begin, id, title) for at, is_begin in pairs if at and begin <= at < end]
    return found
