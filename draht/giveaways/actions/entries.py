"""Taking part, and taking it back."""

import secrets

from django.db import transaction
from django.utils.translation import gettext as _

from draht.common.refusal import Refused
from draht.giveaways.actions.steps import locked
from draht.giveaways.models import Entry
from draht.giveaways.rules import Entering, entering, is_open
from draht.richtext import clean_text


@transaction.atomic
def enter(*, giveaway: int, member: int, answer: str = "") -> None:
    """Take part, once. Raises Refused for the promoter's own people, after the end, and without an answer if asked."""
    row = locked(giveaway)
    standing = entering(member, row)
    if standing is Entering.ENTERED:
        return
    if standing is Entering.TEAM:
        raise Refused(_("You belong to the promoter and cannot take part."))
    if standing is not Entering.FREE:
        raise Refused(_("This giveaway is not open."))
    words = clean_text(answer) if row.question else ""
    if row.question and not words:
        raise Refused(_("Please answer the question."), field="answer")
    Entry.objects.create(giveaway=row, member_id=member, salt=secrets.token_hex(16), answer=words)


@transaction.atomic
def withdraw_entry(*, giveaway: int, member: int) -> None:
    """Take no part after all. Raises Refused after the end: the list is fixed then."""
    row = locked(giveaway)
    if not is_open(row):
        raise Refused(_("The list of entrants is fixed. Your data are deleted at the date that the terms name."))
    Entry.objects.filter(giveaway=row, member=member).delete()
