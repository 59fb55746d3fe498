"""Drafts: planned, changed, thrown away. Nothing of them is public."""

from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from draht import outbox
from draht.common.refusal import Refused
from draht.giveaways.actions.steps import locked, tell_log
from draht.giveaways.events import GiveawayDropped
from draht.giveaways.models import Giveaway, State
from draht.giveaways.plan import Plan
from draht.giveaways.rules import MOST_DRAFTS
from draht.richtext import clean_line, clean_text

_LINES = ("title", "question", "value_named", "value_source")
_TEXTS = ("promoter", "eligible", "data_use")
_AS_THEY_ARE = ("closes", "value_day", "confirm_days", "deletes_on")


def _columns(plan: Plan) -> dict[str, Any]:
    said = asdict(plan)
    title = clean_line(plan.title)
    if not title:
        raise Refused(_("Please give the giveaway a name."), field="title")
    prizes = [{"count": prize.count, "what": clean_line(prize.what)} for prize in plan.prizes if clean_line(prize.what)]
    return {
        **{name: clean_line(said[name]) for name in _LINES},
        **{name: clean_text(said[name]) for name in _TEXTS},
        **{name: said[name] for name in _AS_THEY_ARE},
        "title": title,
        "prizes": prizes,
    }


@transaction.atomic
def draft_giveaway(*, company: int, plan: Plan, by: int) -> int:
    """Plan a giveaway; parts may be missing. Returns its id. Raises Refused without a name, and for too many drafts."""
    if Giveaway.objects.filter(company=company, state=State.DRAFT).count() >= MOST_DRAFTS:
        raise Refused(_("There are many drafts already. Please start or delete one of them first."))
    made = Giveaway.objects.create(company_id=company, **_columns(plan))
    tell_log(made, State.DRAFT, by=by)
    return made.id


@transaction.atomic
def change_draft(*, giveaway: int, plan: Plan) -> None:
    """Plan it differently. Raises Refused once it was started: terms do not change."""
    if locked(giveaway).state != State.DRAFT:
        raise Refused(_("This giveaway was started. Its terms do not change any more."))
    Giveaway.objects.filter(id=giveaway).update(**_columns(plan))


@transaction.atomic
def delete_draft(*, giveaway: int, by: int) -> None:
    """Throw a draft away. Raises Refused once it was started: what people entered does not vanish."""
    row = locked(giveaway)
    if row.state != State.DRAFT:
        raise Refused(_("This giveaway was started. It can be called off, but not deleted."))
    tell_log(row, "deleted", by=by)
    row.delete()
    outbox.record(GiveawayDropped(giveaway=giveaway, company=row.company_id))
