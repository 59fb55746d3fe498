"""Write drafts, change them, lay them before the company, withdraw them."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from draht import outbox
from draht.actors.queries import lines
from draht.common import clock
from draht.common.refusal import Refused
from draht.companies.actions import note
from draht.companies.models import Company
from draht.companies.rules import running_mandates
from draht.media.queries import PictureLine
from draht.newsroom.actions.holding import hold, newest_version
from draht.newsroom.actions.pictures import drop_pictures, put_pictures
from draht.newsroom.events import DraftWaits
from draht.newsroom.models import Draft, DraftState, DraftVersion
from draht.newsroom.rules import LONGEST_PLAN, MOST_DRAFTS, OPEN, is_own, may_change, needs_release, publishes_alone
from draht.posts.actions import Writing
from draht.posts.actions.articles import checked_writing
from draht.posts.actions.texts import checked_text
from draht.posts.models import LONGEST_POST
from draht.posts.rules import OPEN_AUDIENCES


class Content(NamedTuple):
    """What a draft says. A post has no `title` and no `body`; `captions` by the id of a picture.
    `answers`: what other rooms asked beside it, by question, None for no answer; what was not asked stays as it is."""

    text: str
    audience: int
    planned: datetime | None = None
    title: str = ""
    body: str = ""
    pictures: Sequence[PictureLine] = ()
    captions: Mapping[int, str] = {}
    answers: Mapping[str, int | None] = {}


def checked_plan(planned: datetime | None) -> datetime | None:
    """When something is to be published. Raises Refused if that is over, or too far away."""
    if planned and planned <= clock.now():
        raise Refused(_("This moment is over."), field="planned")
    if planned and planned > clock.now() + timedelta(days=LONGEST_PLAN):
        raise Refused(_("At most a year ahead, please."), field="planned")
    return planned


def _fit(content: Content, *, is_article: bool) -> Content:
    text = checked_text(content.text, longest=LONGEST_POST)
    if is_article:
        writing = checked_writing(Writing(content.title, content.body, {}))
        content = content._replace(title=writing.title, body=writing.body)
    elif not text and not content.pictures:
        raise Refused(_("Please write something first."), field="text")
    if content.audience not in OPEN_AUDIENCES:
        raise Refused(_("A company has no contacts. Please choose who may read this."), field="audience")
    checked_plan(content.planned)
    return content._replace(text=text)


@transaction.atomic
def write_draft(*, company: int, by: int, content: Content, is_article: bool = False, lays: bool = False) -> int:
    """Begin a draft; with `lays`, lay it before the company at once. Returns its id. Raises Refused."""
    content = _fit(content, is_article=is_article)
    Company.objects.select_for_update(no_key=True).get(actor=company)
    mandate = None if is_own(by, company) else running_mandates().filter(company=company, caretaker=by).first()
    if mandate is None and not publishes_alone(by, company):
        raise Refused(_("You may not write for this company, or not any more."))
    if Draft.objects.filter(company=company, state__in=OPEN).count() >= MOST_DRAFTS:
        raise Refused(_("There are many drafts already. Please publish or withdraw some of them first."))
    draft = Draft.objects.create(
        company_id=company,
        writer_id=by,
        mandate=mandate,
        is_article=is_article,
        audience_id=content.audience,
        planned=content.planned,
        answers=_answers({}, content),
    )
    version = _keep(draft, by, content)
    if lays and needs_release(draft):
        _lay_before(draft, version, what="draft written")
    else:
        note(company=company, member=by, what="draft begun")
    return draft.id


def _answers(known: Mapping[str, int], content: Content) -> dict[str, int]:
    return {name: answer for name, answer in {**known, **content.answers}.items() if answer is not None}


def _keep(draft: Draft, by: int, content: Content) -> DraftVersion:
    put_pictures(draft=draft, by=by, pictures=content.pictures, captions=content.captions)
    return DraftVersion.objects.create(draft=draft, by_id=by, title=content.title, text=content.text, body=content.body)


def _lay_before(draft: Draft, version: DraftVersion, *, what: str) -> None:
    writer = draft.writer_id
    if writer is None:
        raise Refused(_("This mandate is over."))
    Draft.objects.filter(id=draft.id).update(state=DraftState.WAITING)
    note(company=draft.company_id, member=writer, what=what)
    outbox.record(DraftWaits(company=draft.company_id, writer=writer, draft=draft.id, version=version.id))


@transaction.atomic
def save_draft(*, draft: int, by: int, content: Content, seen: int, lays: bool = False) -> None:
    """Change a draft; with `lays`, lay it before the company again.

    `seen`: the version from which the change began. Raises Refused, also if somebody else changed it meanwhile.
    """
    row = hold(draft)
    if not may_change(by, row):
        raise Refused(_("This draft cannot be changed any more."))
    content, newest = _fit(content, is_article=row.is_article), newest_version(draft)
    if seen != newest.id:
        raise Refused(_changed_meanwhile(newest), field="text")
    # What was laid before somebody is compared with what comes after it; nobody else saw what was not.
    if row.state == DraftState.WRITING:
        newest.delete()
    version = _keep(row, by, content)
    Draft.objects.filter(id=draft).update(
        audience=content.audience,
        planned=content.planned,
        answers=_answers(row.answers, content),
        state=_state_after(row, content),
        trouble="",
    )
    if lays and needs_release(row):
        _lay_before(row, version, what="draft revised")


def _changed_meanwhile(version: DraftVersion) -> str:
    known = lines([version.by_id]) if version.by_id else {}
    if version.by_id in known:
        return _("%(name)s has changed this draft meanwhile. Save again to put yours in its place.") % {
            "name": known[version.by_id].name
        }
    return _("This draft was changed meanwhile. Save again to put yours in its place.")


def _state_after(draft: Draft, content: Content) -> DraftState:
    """What was planned stays planned if whoever changes it may do so alone. What the company has seen it goes on seeing
    while it is changed."""
    if needs_release(draft):
        return DraftState.WRITING if draft.state == DraftState.WRITING else DraftState.RETURNED
    stays = draft.state == DraftState.PLANNED and content.planned
    return DraftState.PLANNED if stays else DraftState.WRITING


@transaction.atomic
def withdraw_draft(*, draft: int, by: int) -> None:
    """Give a draft up. Raises Refused."""
    row = hold(draft)
    if not may_change(by, row):
        raise Refused(_("This draft cannot be changed any more."))
    withdraw(row)
    note(company=row.company_id, member=by, what="draft withdrawn")


def withdraw(draft: Draft) -> None:
    """A draft that is held is over; its words are kept for those who saw it, its pictures are not."""
    drop_pictures(draft.id)
    Draft.objects.filter(id=draft.id).update(state=DraftState.WITHDRAWN)
