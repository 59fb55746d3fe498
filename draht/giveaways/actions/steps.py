"""One step of a giveaway to the next, written into the company's log."""

from typing import Any

from django.utils.translation import gettext as _

from draht.common.refusal import Refused
from draht.companies.actions import note
from draht.giveaways.models import Giveaway, State
from draht.giveaways.rules import TRANSITIONS


def locked(giveaway: int) -> Giveaway:
    """The giveaway as it is now, with nobody else changing it until the transaction ends."""
    return Giveaway.objects.select_for_update(no_key=True).get(id=giveaway)


def step(giveaway: Giveaway, to: State, *, by: int | None, **values: Any) -> None:
    """Lead a locked giveaway on to a state, with what is set in that step. Raises Refused where nothing leads there."""
    if to not in TRANSITIONS[State(giveaway.state)]:
        raise Refused(_("This giveaway has moved on meanwhile."))
    Giveaway.objects.filter(id=giveaway.id).update(state=to, **values)
    tell_log(giveaway, to, by=by)


def tell_log(giveaway: Giveaway, what: str, *, by: int | None) -> None:
    """Write into the company's log what was done with a giveaway."""
    note(company=giveaway.company_id, member=by, what=f"giveaway-{what}", giveaway=giveaway.id, title=giveaway.title)
