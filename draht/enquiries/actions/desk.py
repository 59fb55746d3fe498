"""What the team agrees about its enquiries."""

from django.db import transaction
from django.utils.translation import gettext as _

from draht.common.refusal import Refused
from draht.companies.actions import note
from draht.enquiries.actions.rows import worded
from draht.enquiries.models import TEXT, TITLE, Desk, SavedAnswer
from draht.enquiries.rules import SAVED_ANSWERS, may_answer
from draht.richtext import clean_line


@transaction.atomic
def arrange_desk(*, company: int, by: int, promise_hours: int | None, deputy: int | None, guests_may_ask: bool) -> None:
    """Say what the company promises, who is told when an answer is due, and whether guests may ask."""
    if deputy is not None and not may_answer(deputy, company):
        raise Refused(_("Please choose somebody of the team who answers."), field="deputy")
    facts = {"promise_hours": promise_hours, "deputy_id": deputy, "guests_may_ask": guests_may_ask}
    Desk.objects.update_or_create(company_id=company, defaults=facts)
    note(company=company, member=by, what="desk", promise_hours=promise_hours, deputy=deputy, guests=guests_may_ask)


@transaction.atomic
def save_answer(*, company: int, title: str, text: str, id: int | None = None) -> None:
    """Keep a text for later, or (with `id`) write it anew. Raises Refused if there are too many."""
    title, text = clean_line(title), worded(text, TEXT)
    if not title or len(title) > TITLE:
        raise Refused(_("Please give it a short title."), field="title")
    own = SavedAnswer.objects.filter(company=company)
    if id is not None:
        own.filter(id=id).update(title=title, text=text)
        return
    if own.count() >= SAVED_ANSWERS:
        raise Refused(_("At most %(max)s saved answers: please delete one first.") % {"max": SAVED_ANSWERS})
    SavedAnswer.objects.create(company_id=company, title=title, text=text)


def delete_saved_answer(*, company: int, id: int) -> None:
    """Delete a saved answer. What was answered with it stays."""
    SavedAnswer.objects.filter(company=company, id=id).delete()
