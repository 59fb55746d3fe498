"""Winners answer, or their prize goes to the next in the order."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from draht.common import clock
from draht.common.refusal import Refused
from draht.giveaways.actions.drawing import entries_by_mark, tell_winner
from draht.giveaways.actions.steps import locked, tell_log
from draht.giveaways.models import Draw, Giveaway, Outcome, State, Win
from draht.giveaways.recompute import order_of
from draht.giveaways.rules import due_to_lapse
from draht.richtext import clean_text


def _open_win(giveaway: int, member: int) -> Win:
    """The win of this member that waits for an answer, in time. Raises Refused if there is none."""
    found = Win.objects.filter(
        giveaway=giveaway, entry__member=member, outcome=Outcome.OPEN, until__gt=clock.now()
    ).first()
    if found is None:
        raise Refused(_("There is no prize here that waits for your answer."))
    return found


@transaction.atomic
def confirm_win(*, giveaway: int, member: int, reach: str, shows_name: bool = False) -> None:
    """Accept the prize and say how it arrives. Raises Refused without that, or when it is too late."""
    row = locked(giveaway)
    win, words = _open_win(giveaway, member), clean_text(reach)
    if not words:
        raise Refused(_("Please say how the prize reaches you."), field="reach")
    Win.objects.filter(id=win.id).update(outcome=Outcome.CONFIRMED, reach=words, shows_name=shows_name)
    tell_log(row, "confirmed", by=None)


@transaction.atomic
def decline_win(*, giveaway: int, member: int) -> None:
    """Leave the prize to the next in the order."""
    row = locked(giveaway)
    _pass_on(row, _open_win(giveaway, member), Outcome.DECLINED)


def pass_on_lapsed() -> None:
    """Pass on the prizes of winners who did not answer in time or have left."""
    for giveaway in sorted(set(due_to_lapse().values_list("giveaway_id", flat=True))):
        _pass_on_in(giveaway)


@transaction.atomic
def _pass_on_in(giveaway: int) -> None:
    row = locked(giveaway)
    for win in due_to_lapse().filter(giveaway=row).order_by("place"):
        _pass_on(row, win, Outcome.LAPSED)


def _pass_on(row: Giveaway, win: Win, outcome: Outcome) -> None:
    Win.objects.filter(id=win.id).update(outcome=outcome)
    tell_log(row, outcome, by=None)
    if row.state != State.DRAWN:
        return
    draw = Draw.objects.get(giveaway=row)
    last = Win.objects.filter(giveaway=row).aggregate(last=Max("place"))["last"]
    order = order_of(draw.seed, draw.marks.split())
    if last < len(order):
        mark = order[last].mark
        entry = entries_by_mark(row.id).get(mark)
        now = clock.now().replace(microsecond=0)
        tell_winner(row, place=last + 1, mark=mark, prize=win.prize, entry=entry, now=now, instead_of=win.place)
