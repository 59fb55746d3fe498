"""What the promoter's team sees, and nobody else."""

from typing import NamedTuple

from draht.actors.queries import ActorLine, lines
from draht.giveaways.models import Entry, Giveaway, Outcome, Win
from draht.giveaways.plan import Prize, plan_of
from draht.giveaways.recompute import mark_of

ANSWERS = 200


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
