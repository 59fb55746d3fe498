"""The end of entry, which fixes the list, and the draw."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from draht import outbox
from draht.common import clock
from draht.common.refusal import Refused
from draht.giveaways.actions.steps import locked, step
from draht.giveaways.events import ValueKnown, WinnerDrawn
from draht.giveaways.models import Draw, Entry, Giveaway, State, Win
from draht.giveaways.plan import day_begins, plan_of
from draht.giveaways.recompute import lines_of, mark_of, order_of, prize_at, seed_of, sha256
from draht.giveaways.rules import Value, due_to_close, due_to_draw, speaks_for, under_mandate, value_standing
from draht.richtext import clean_line


def close_giveaways() -> None:
    """Fix the lists of all giveaways whose time is over."""
    for giveaway in list(due_to_close().values_list("id", flat=True)):
        close_giveaway(giveaway=giveaway)


@transaction.atomic
def close_giveaway(*, giveaway: int) -> None:
    """Fix and publish the list of entrants. Does nothing if that is done, or not due."""
    row = locked(giveaway)
    if not due_to_close().filter(id=giveaway).exists():
        return
    entries = Entry.objects.filter(giveaway=row)
    # Whoever came to the promoter meanwhile, or left the network, takes no part any more.
    own = Q(member__in=speaks_for(row.company_id)) | Q(member__in=under_mandate(row.company_id))
    entries.filter(own | Q(member__user__is_active=False)).delete()
    marks = sorted(mark_of(salt, str(id)) for id, salt in entries.values_list("id", "salt"))
    listed = lines_of(marks)
    Draw.objects.create(
        giveaway=row,
        closed=clock.now().replace(microsecond=0),
        marks=listed.decode(),
        entrants=len(marks),
        entrants_digest=sha256(listed),
    )
    step(row, State.CLOSED, by=None)


def tell_of_values() -> None:
    """Let it be known, once for each giveaway, that its public value can be entered."""
    for giveaway, company in list(due_to_draw().values_list("id", "company_id")):
        with transaction.atomic():
            if outbox.once(f"value of giveaway {giveaway}"):
                outbox.record(ValueKnown(giveaway=giveaway, company=company))


def _refuse(standing: Value) -> None:
    words = {
        Value.NOT_CLOSED: _("The value is entered once, after the list of entrants is fixed."),
        Value.TOO_EARLY: _("The public value cannot be known yet."),
        Value.LIST_TOO_LATE: _(
            "The list of entrants was fixed too late: the public value could be known. Please call the giveaway off."
        ),
        Value.DATA_GONE: _("The date at which the data are deleted has come. Nobody can be drawn any more."),
    }
    if standing in words:
        raise Refused(words[standing])


@transaction.atomic
def draw_winners(*, giveaway: int, value: str, source: str, by: int) -> None:
    """Enter the public value, once and for all, and draw with it. Raises Refused unless its time has come."""
    row = locked(giveaway)
    draw = Draw.objects.filter(giveaway=row).first()
    _refuse(value_standing(row, plan_of(row), draw))
    value, source = clean_line(value), clean_line(source)
    if draw is None or not value or not source:
        raise Refused(_("Please enter the value and where it can be looked up."), field="value" if source else "source")
    now = clock.now().replace(microsecond=0)
    seed = seed_of(terms=row.terms_digest, entrants=draw.entrants_digest, secret=row.secret, value=value)
    Draw.objects.filter(giveaway=row).update(value=value, value_source=source, typed=now, seed=seed)
    _draw_first(row, seed, draw.marks.split(), now)
    step(row, State.DRAWN, by=by)


def _draw_first(row: Giveaway, seed: str, marks: list[str], now: datetime) -> None:
    """Tell the first in the order, as many as there are prizes."""
    plan = plan_of(row)
    counts = [prize.count for prize in plan.prizes]
    order = order_of(seed, marks)[: sum(counts)]
    known = entries_by_mark(row.id)
    for place, ticket in enumerate(order, start=1):
        prize = prize_at(counts, place) or 0
        tell_winner(row, place=place, mark=ticket.mark, prize=prize, entry=known.get(ticket.mark), now=now)


def entries_by_mark(giveaway: int) -> dict[str, int]:
    """Whose mark is whose, as long as the salts are there."""
    rows = Entry.objects.filter(giveaway=giveaway).values_list("id", "salt")
    return {mark_of(salt, str(id)): id for id, salt in rows}


def tell_winner(
    row: Giveaway, *, place: int, mark: str, prize: int, entry: int | None, now: datetime, instead_of: int | None = None
) -> None:
    """Let somebody who was drawn answer, at the latest until the data are deleted."""
    plan = plan_of(row)
    until = now + timedelta(days=plan.confirm_days)
    if plan.deletes_on:
        until = min(until, day_begins(plan.deletes_on))
    win = Win.objects.create(
        giveaway=row, place=place, mark=mark, prize=prize, entry_id=entry, until=until, instead_of=instead_of
    )
    outbox.record(WinnerDrawn(win=win.id, giveaway=row.id, company=row.company_id))
