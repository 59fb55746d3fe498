"""The start, which freezes the terms, and calling off."""

import json
import secrets
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from draht.common import clock
from draht.common.refusal import Refused
from draht.companies.rules import published
from draht.giveaways.actions.steps import locked, step
from draht.giveaways.models import Giveaway, State
from draht.giveaways.plan import plan_in, plan_of, terms_of
from draht.giveaways.recompute import sha256
from draht.giveaways.rules import MOST_OPEN, lacks
from draht.richtext import clean_text


@transaction.atomic
def start_giveaway(*, giveaway: int, by: int) -> None:
    """Freeze the terms, commit to a secret and let people enter. Raises Refused while something is missing."""
    row = locked(giveaway)
    plan = plan_of(row)
    for lack in lacks(plan):
        raise Refused(str(lack.sentence), field=lack.field)
    if not published().filter(actor=row.company_id).exists():
        raise Refused(_("Please publish the company’s page first: a giveaway needs a promoter whom people can find."))
    if Giveaway.objects.filter(company=row.company_id, state=State.RUNNING).count() >= MOST_OPEN:
        raise Refused(_("Many giveaways are open already. Please wait until one of them ends."))
    secret = secrets.token_hex(32)
    # The moment is cut to the second, as the terms say it.
    opens = clock.now().replace(microsecond=0)
    plan = replace(plan, opens=opens, commitment=sha256(secret.encode()))
    terms = terms_of(plan, giveaway=row.id, company=row.company.actor.name)
    frozen = plan_in(json.loads(terms))
    digest = sha256(terms.encode())
    values = {"opens": opens, "closes": frozen.closes, "terms": terms, "terms_digest": digest, "secret": secret}
    step(row, State.RUNNING, by=by, **values)


@transaction.atomic
def call_off(*, giveaway: int, reason: str, by: int) -> None:
    """End a giveaway without a draw, with a reason that everybody reads. Raises Refused without one, or once drawn."""
    words = clean_text(reason)
    if not words:
        raise Refused(_("Please say why: everybody who entered reads it."), field="reason")
    step(locked(giveaway), State.CALLED_OFF, by=by, reason=words)
