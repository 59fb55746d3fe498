"""What both sides say about a draft."""

from django.db import transaction
from django.utils.translation import gettext as _

from draht import outbox
from draht.common.refusal import Refused
from draht.companies.actions import note
from draht.companies.actions.texts import text as checked
from draht.companies.models import WORDS
from draht.newsroom.actions.holding import hold
from draht.newsroom.events import DraftReturned
from draht.newsroom.models import Draft, DraftComment, DraftState
from draht.newsroom.rules import MOST_WORDS, may_release


@transaction.atomic
def comment_on_draft(*, draft: int, by: int, words: str) -> None:
    """Say something about a draft to the others who see it. Raises Refused."""
    hold(draft)
    _comment(draft, by, words)


def _comment(draft: int, by: int, words: str, *, returns: bool = False) -> int:
    clean = checked(words, WORDS, field="words")
    if not clean.strip():
        raise Refused(_("Please write something first."), field="words")
    if DraftComment.objects.filter(draft=draft).count() >= MOST_WORDS:
        raise Refused(_("Much has been said about this draft. Please talk to each other."), field="words")
    return DraftComment.objects.create(draft_id=draft, member_id=by, words=clean, returns=returns).id


@transaction.atomic
def return_draft(*, draft: int, by: int, words: str) -> None:
    """Give a draft back to its writer, and say why. Raises Refused."""
    row = hold(draft)
    if row.state != DraftState.WAITING:
        raise Refused(_("This draft does not wait any more."))
    if not may_release(by, row):
        raise Refused(_("Somebody else of the company has to look at this."))
    act = _comment(draft, by, words, returns=True)
    Draft.objects.filter(id=draft).update(state=DraftState.RETURNED)
    note(company=row.company_id, member=by, what="draft returned", whom=row.writer_id)
    if row.writer_id:
        outbox.record(DraftReturned(company=row.company_id, writer=row.writer_id, draft=draft, act=act))
