"""What the pages of giveaways show."""

from datetime import datetime
from typing import NamedTuple

from draht.actors.queries import ActorLine, lines
from draht.common.paging import Page, page_of
from draht.companies.models import Company
from draht.giveaways.models import Draw, Entry, Giveaway, Outcome, State, Win
from draht.giveaways.plan import Plan, Prize, plan_of
from draht.giveaways.recompute import mark_of
from draht.giveaways.rules import Entering, Value, entering, may_build, readable, value_standing
from draht.ties.queries import hidden_ids

PAGE = 20


class GiveawayLine(NamedTuple):
    """A giveaway in a list."""

    id: int
    title: str
    state: State
    closes: datetime | None
    prizes: tuple[Prize, ...]


def _line(giveaway: Giveaway) -> GiveawayLine:
    plan = plan_of(giveaway)
    return GiveawayLine(giveaway.id, plan.title, State(giveaway.state), plan.closes, plan.prizes)


def giveaways_of(viewer: int | None, company: Company, *, before: int) -> Page[GiveawayLine]:
    """The giveaways of a company that the viewer may see, newest first."""
    rows = Giveaway.objects.filter(readable(viewer, company), company=company, id__lt=before).order_by("-id")
    return page_of([_line(row) for row in rows[: PAGE + 1]], size=PAGE, id_of=lambda line: line.id)


def current_giveaways(company: int, *, limit: int = 3) -> list[GiveawayLine]:
    """What can be won at a company now, what ends first standing first: for the company's page. One query."""
    rows = Giveaway.objects.filter(company=company, state=State.RUNNING).order_by("closes", "id")
    return [_line(row) for row in rows[:limit]]


class OwnEntry(NamedTuple):
    """The viewer takes part: with these figures they find their place in the draw."""

    id: int
    salt: str
    mark: str
    answer: str


class WinLine(NamedTuple):
    """Who won what. `name` is empty unless the winner agreed to be named."""

    place: int
    mark: str
    prize: Prize
    outcome: Outcome
    instead_of: int | None
    name: str
    is_own: bool


class GiveawayPage(NamedTuple):
    """Everything about one giveaway that its page shows to one viewer."""

    id: int
    state: State
    company: ActorLine
    plan: Plan
    terms_digest: str
    reason: str
    is_team: bool
    entering: Entering
    entry: OwnEntry | None
    draw: Draw | None
    value: Value
    wins: list[WinLine]
    # The viewer's own win that waits for an answer, and until when.
    answer_until: datetime | None
    own_prize: Prize | None


def giveaway_page(viewer: int | None, giveaway: Giveaway) -> GiveawayPage:
    """The page of a giveaway that the viewer may read."""
    plan, draw = plan_of(giveaway), Draw.objects.filter(giveaway=giveaway).first()
    own = Entry.objects.filter(giveaway=giveaway, member=viewer).first() if viewer is not None else None
    rows = list(Win.objects.filter(giveaway=giveaway).select_related("entry").order_by("place"))
    waiting = next((row for row in rows if own and row.entry_id == own.id and row.outcome == Outcome.OPEN), None)
    return GiveawayPage(
        id=giveaway.id,
        state=State(giveaway.state),
        company=lines([giveaway.company_id])[giveaway.company_id],
        plan=plan,
        terms_digest=giveaway.terms_digest,
        reason=giveaway.reason,
        is_team=may_build(viewer, giveaway.company_id),
        entering=entering(viewer, giveaway),
        entry=OwnEntry(own.id, own.salt, mark_of(own.salt, str(own.id)), own.answer) if own else None,
        draw=draw,
        value=value_standing(giveaway, plan, draw),
        wins=_win_lines(viewer, plan, rows),
        answer_until=waiting.until if waiting else None,
        own_prize=plan.prizes[waiting.prize - 1] if waiting else None,
    )


def _win_lines(viewer: int | None, plan: Plan, rows: list[Win]) -> list[WinLine]:
    """The wins by place. Nobody is named who did not agree, nor across a block."""
    named = {row.entry.member_id for row in rows if row.entry and row.shows_name}
    known = lines(named - (set(hidden_ids(viewer)) if viewer is not None and named else set()))
    found = []
    for row in rows:
        member = row.entry.member_id if row.entry else None
        who = known.get(member) if member is not None and row.shows_name else None
        found.append(
            WinLine(
                place=row.place,
                mark=row.mark,
                prize=plan.prizes[row.prize - 1],
                outcome=Outcome(row.outcome),
                instead_of=row.instead_of,
                name=who.name if who else "",
                is_own=member is not None and member == viewer,
            )
        )
    return found


def waiting_winner(win: int) -> int | None:
    """The member whose answer this win waits for; None once they answered, or are gone."""
    row = Win.objects.filter(id=win, outcome=Outcome.OPEN).exclude(entry=None)
    return row.values_list("entry__member_id", flat=True).first()
