"""Publish a draft: now, or by the clock at the moment for which it is planned."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from draht import outbox
from draht.common import clock
from draht.common.ids import new_id
from draht.common.refusal import Refused
from draht.companies.actions import note
from draht.companies.rules import published
from draht.newsroom.actions.holding import hold, newest_version
from draht.newsroom.actions.writing import checked_plan
from draht.newsroom.events import DraftReleased, DraftStopped
from draht.newsroom.models import Draft, DraftPicture, DraftState, DraftVersion
from draht.newsroom.queries.pictures import pictures_of
from draht.newsroom.rules import is_own, is_under_mandate, may_change, may_publish, needs_release
from draht.posts.actions import Writing, publish_post
from draht.posts.beside import keep_answers

BATCH = 50


@transaction.atomic
def publish_draft(*, draft: int, by: int, version: int, at: datetime | None = None) -> int | None:
    """Publish a draft for the company as it stands in `version`, which `by` has read, or at a moment to come.

    Returns the post's id; None if it is only planned. Raises Refused, also if there is a newer version.
    """
    row, newest = hold(draft), newest_version(draft)
    if not may_publish(by, row):
        raise Refused(_why_not(row))
    if newest.id != version:
        raise Refused(_("The draft was changed meanwhile. Please read it again."))
    if not published().filter(actor=row.company_id).exists():
        raise Refused(_("The page of the company is not published yet."))
    is_release = needs_release(row) and row.state != DraftState.PLANNED
    row.released_by_id, row.planned = by, checked_plan(at)
    post = None if at else _publish(row, newest)
    row.state = DraftState.PLANNED if at else DraftState.RELEASED
    row.trouble, row.post_id = "", post
    row.save(update_fields=["state", "planned", "released_by", "post", "trouble"])
    _log(row, by, is_release=is_release)
    return post


def _why_not(draft: Draft) -> str:
    waits = (DraftState.WAITING, DraftState.PLANNED, DraftState.STOPPED)
    if draft.state in waits and needs_release(draft):
        return _("Somebody else of the company has to look at this.")
    return _("This draft does not wait any more.")


def _log(draft: Draft, by: int, *, is_release: bool) -> None:
    if is_release and draft.writer_id:
        note(company=draft.company_id, member=by, what="draft released", whom=draft.writer_id)
        released = DraftReleased(company=draft.company_id, writer=draft.writer_id, draft=draft.id, act=new_id())
        outbox.record(released)
    if draft.state == DraftState.PLANNED:
        note(company=draft.company_id, member=by, what="draft planned")
    elif not is_release:
        note(company=draft.company_id, member=by, what="draft published")


def _publish(draft: Draft, version: DraftVersion) -> int:
    """Make a post of it. Its pictures are the post's from now on."""
    rows = pictures_of(draft.id)
    captions = {row.line.id: row.caption for row in rows}
    writer, released_by = _who_speaks(draft)
    post = publish_post(
        author=draft.company_id,
        text=version.text,
        audience=draft.audience_id,
        pictures=[row.line for row in rows],
        writer=writer,
        released_by=released_by,
        article=Writing(version.title, version.body, captions) if draft.is_article else None,
    )
    keep_answers(draft.company_id, post, draft.answers)
    DraftPicture.objects.filter(draft=draft).delete()
    return post


def _who_speaks(draft: Draft) -> tuple[int | None, int | None]:
    """The writer, and who released it if they may not publish alone. Whoever publishes what somebody left behind
    speaks themselves."""
    if needs_release(draft):
        return draft.writer_id, draft.released_by_id
    is_there = is_under_mandate(draft) or (draft.writer_id and is_own(draft.writer_id, draft.company_id))
    return (draft.writer_id if is_there and draft.writer_id else draft.released_by_id), None


@transaction.atomic
def unplan_draft(*, draft: int, by: int) -> None:
    """Let a planned draft not come out. Raises Refused."""
    row = hold(draft)
    if row.state != DraftState.PLANNED or not (may_publish(by, row) or may_change(by, row)):
        raise Refused(_("This draft is not planned any more."))
    state = DraftState.WAITING if needs_release(row) else DraftState.WRITING
    Draft.objects.filter(id=draft).update(state=state)
    note(company=row.company_id, member=by, what="draft unplanned")


def publish_due() -> None:
    """Publish what is due: runs by the clock. Each in a transaction of its own; what cannot be published is stopped."""
    due = Draft.objects.filter(state=DraftState.PLANNED, planned__lte=clock.now()).order_by("planned")
    for draft in list(due.values_list("id", flat=True)[:BATCH]):
        try:
            _come_out(draft)
        except Refused as refused:
            _stop(draft, refused.message)


@transaction.atomic
def _come_out(draft: int) -> None:
    row = hold(draft)
    if row.state != DraftState.PLANNED:  # somebody was quicker
        return
    if row.mandate_id and not is_under_mandate(row):
        raise Refused(_("The mandate under which it was written is over."))
    if not published().filter(actor=row.company_id).exists():
        raise Refused(_("The page of the company is not published any more."))
    post = _publish(row, newest_version(draft))
    Draft.objects.filter(id=draft).update(state=DraftState.RELEASED, post=post)
    note(company=row.company_id, member=None, what="draft came out")


@transaction.atomic
def _stop(draft: int, why: str) -> None:
    row = hold(draft)
    if row.state != DraftState.PLANNED:
        return
    Draft.objects.filter(id=draft).update(state=DraftState.STOPPED, trouble=why)
    note(company=row.company_id, member=None, what="draft stopped")
    if row.released_by_id:
        outbox.record(DraftStopped(company=row.company_id, member=row.released_by_id, draft=draft, act=new_id()))
