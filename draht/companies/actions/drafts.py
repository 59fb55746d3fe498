"""Drafts under a mandate with four eyes: laid before the company, talked about, released or returned."""

from django.db import transaction
from django.utils.translation import gettext as _

from draht import outbox
from draht.common.refusal import Refused
from draht.companies.actions.log import note
from draht.companies.actions.texts import text as checked
from draht.companies.events import DraftReleased, DraftReturned, DraftWaits
from draht.companies.models import WORDS, Draft, DraftComment, DraftState, DraftVersion, Mandate
from draht.companies.rules import MOST_DRAFTS, MOST_WORDS, may_release, may_revise
from draht.posts.actions import publish_post
from draht.posts.actions.texts import checked_text, render_text
from draht.posts.models import LONGEST_POST
from draht.posts.rules import OPEN_AUDIENCES


def _fit(typed: str, audience: int) -> str:
    clean = checked_text(typed, longest=LONGEST_POST)
    if not clean:
        raise Refused(_("Please write something first."), field="text")
    if audience not in OPEN_AUDIENCES:
        raise Refused(_("A company has no contacts. Please choose who may read this."), field="audience")
    return clean


@transaction.atomic
def write_draft(*, mandate: Mandate, text: str, audience: int) -> int:
    """Lay a new draft before the company. Returns its id. Raises Refused."""
    clean = _fit(text, audience)
    if Draft.objects.filter(mandate=mandate, state=DraftState.WAITING).count() >= MOST_DRAFTS:
        raise Refused(_("Many drafts wait already. Please let the company look at them first."))
    draft = Draft.objects.create(company_id=mandate.company_id, mandate=mandate, audience_id=audience)
    draft.mandate = mandate
    note(company=draft.company_id, member=mandate.caretaker_id, what="draft written")
    _lay_before(draft, clean)
    return draft.id


def _lay_before(draft: Draft, text: str) -> None:
    writer = draft.mandate.caretaker_id
    if writer is None:
        raise Refused(_("This mandate is over."))
    html = render_text(text, author=draft.company_id, writer=writer).html
    version = DraftVersion.objects.create(draft=draft, text=text, html=html)
    outbox.record(DraftWaits(company=draft.company_id, writer=writer, draft=draft.id, version=version.id))


def _hold(draft: int) -> Draft:
    """Let nobody else change this draft until the transaction ends."""
    row = Draft.objects.select_for_update(of=("self",), no_key=True).select_related("mandate").filter(id=draft).first()
    if row is None:
        raise Refused(_("This draft is gone."))
    return row


def _held_by_writer(draft: int, by: int) -> Draft:
    row = _hold(draft)
    if not may_revise(by, row):
        raise Refused(_("This draft cannot be changed any more."))
    return row


@transaction.atomic
def revise_draft(*, draft: int, by: int, text: str, audience: int) -> None:
    """Lay a draft before the company again, changed. Raises Refused."""
    row, clean = _held_by_writer(draft, by), _fit(text, audience)
    newest = DraftVersion.objects.filter(draft=draft).latest("id")
    if row.state == DraftState.WAITING and (clean, audience) == (newest.text, row.audience_id):
        return
    Draft.objects.filter(id=draft).update(audience=audience, state=DraftState.WAITING)
    note(company=row.company_id, member=by, what="draft revised")
    _lay_before(row, clean)


@transaction.atomic
def withdraw_draft(*, draft: int, by: int) -> None:
    """The writer takes a draft back. Raises Refused."""
    row = _held_by_writer(draft, by)
    Draft.objects.filter(id=draft).update(state=DraftState.WITHDRAWN)
    note(company=row.company_id, member=by, what="draft withdrawn")


@transaction.atomic
def comment_on_draft(*, draft: int, by: int, words: str) -> None:
    """Say something about a draft to the other side. Raises Refused."""
    _hold(draft)
    _comment(draft, by, words)


def _comment(draft: int, by: int, words: str, *, returns: bool = False) -> int:
    clean = checked(words, WORDS, field="words")
    if not clean.strip():
        raise Refused(_("Please write something first."), field="words")
    if DraftComment.objects.filter(draft=draft).count() >= MOST_WORDS:
        raise Refused(_("Much has been said about this draft. Please talk to each other."), field="words")
    return DraftComment.objects.create(draft_id=draft, member_id=by, words=clean, returns=returns).id


def _held_by_company(draft: int, by: int) -> Draft:
    row = _hold(draft)
    if row.state != DraftState.WAITING:
        raise Refused(_("This draft does not wait any more."))
    if not may_release(by, row):
        raise Refused(_("Somebody else of the company has to look at this."))
    return row


@transaction.atomic
def return_draft(*, draft: int, by: int, words: str) -> None:
    """Give a draft back to its writer, and say why. Raises Refused."""
    row = _held_by_company(draft, by)
    act = _comment(draft, by, words, returns=True)
    Draft.objects.filter(id=draft).update(state=DraftState.RETURNED)
    note(company=row.company_id, member=by, what="draft returned", whom=row.mandate.caretaker_id)
    if writer := row.mandate.caretaker_id:
        outbox.record(DraftReturned(company=row.company_id, writer=writer, draft=draft, act=act))


@transaction.atomic
def release_draft(*, draft: int, by: int, version: int) -> int:
    """Publish a draft for the company as it stands in `version`, which `by` has read. Returns the post's id.

    Raises Refused, also if there is a newer version.
    """
    row = _held_by_company(draft, by)
    newest = DraftVersion.objects.filter(draft=draft).latest("id")
    writer = row.mandate.caretaker_id
    if newest.id != version or writer is None:
        raise Refused(_("The draft was changed meanwhile. Please read it again."))
    post = publish_post(
        author=row.company_id, text=newest.text, audience=row.audience_id, writer=writer, released_by=by
    )
    Draft.objects.filter(id=draft).update(state=DraftState.RELEASED, released_by=by, post=post)
    note(company=row.company_id, member=by, what="draft released", whom=writer)
    outbox.record(DraftReleased(company=row.company_id, writer=writer, draft=draft, post=post))
    return post
