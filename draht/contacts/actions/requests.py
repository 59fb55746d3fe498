"""Asking for contact, and what may become of it.

Every change of a request is one conditional UPDATE whose rows are counted: of two people who act at the same time, one
is told that the request is no longer open.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Case, Count, F, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from draht import outbox
from draht.common import clock
from draht.common.inserting import insert
from draht.common.prepared import Prepared, PreparedDelete, PreparedUpdate
from draht.common.refusal import Refused
from draht.contacts import rules
from draht.contacts.actions.releases import drop_all_between, own_fields, put_releases, remember
from draht.contacts.events import ContactAgreed, ContactRequested, RequestRefused, RequestWithdrawn
from draht.contacts.models import LONGEST_DETAIL, LONGEST_TEXT, ContactRequest, Ground, PromisedRelease, State
from draht.contacts.rules import Standing
from draht.contacts.wording import Carried, carried_by
from draht.members.models import Member
from draht.richtext import clean_line, clean_text
from draht.ties import actions as ties
from draht.ties.rules import is_contact, is_hidden

BATCH = 500


def _lock(*members: int) -> None:
    """Let nobody else act between these members until the transaction ends; in one order, so no two wait in a ring."""
    _held(list(members))


@Prepared
def _held(members: list[int]) -> QuerySet[Any, Any]:
    return Member.objects.select_for_update().filter(actor__in=members).order_by("actor").values_list("actor")


def _recount(*members: int) -> None:
    """Set how many requests wait for each of these members."""
    for member in members:
        _count_open(member)


@PreparedUpdate
def _count_open(member: int) -> tuple[QuerySet[Member], dict[str, Any]]:
    waiting = rules.open_for_asked(member).order_by().values("asked").annotate(number=Count("*")).values("number")
    return Member.objects.filter(actor=member), {"open_requests": Coalesce(Subquery(waiting), 0)}


# --- asking -----------------------------------------------------------------------------------------------------------


def _no_address(text: str, field: str) -> str:
    """The text, if it carries no address of any kind."""
    found = carried_by(text, region=settings.DRAHT_REGION)
    if found is None:
        return text
    raise Refused(
        {
            Carried.LINK: _("Please leave out links: a request is a few words from person to person."),
            Carried.MAIL: _("Please leave out mail addresses: you choose below what of your card you release."),
            Carried.PHONE: _("Please leave out phone numbers: you choose below what of your card you release."),
        }[found],
        field=field,
    )


def _words(ground: Ground, detail: str, text: str) -> tuple[str, str]:
    """Both texts, tidied and checked."""
    detail, text = clean_line(detail), clean_text(text)
    if len(detail) > LONGEST_DETAIL:
        raise Refused(_("At most %(max)s characters, please.") % {"max": LONGEST_DETAIL}, field="detail")
    if len(text) > LONGEST_TEXT:
        raise Refused(_("At most %(max)s characters, please.") % {"max": LONGEST_TEXT}, field="text")
    if not text and (ground == Ground.OTHER or not detail):
        raise Refused(_("Please say in a few words why you two should know each other."), field="text")
    return _no_address(detail, "detail"), _no_address(text, "text")


def _refuse_asking(between: rules.Between) -> None:
    words = {
        Standing.ONESELF: _("That is you yourself."),
        Standing.CONTACT: _("You are contacts already."),
        Standing.ASKED: _("You have asked already. An answer may take a while."),
        Standing.PAUSE: _("You can ask again after a pause."),
        Standing.NO_BUDGET: _("You have as many open requests as you may have. Wait for answers to them."),
        Standing.IMPOSSIBLE: _("You cannot ask this person."),
    }
    if between.standing in words:
        raise Refused(words[between.standing])


@transaction.atomic
def ask_for_contact(
    *, asker: int, asked: int, ground: Ground, text: str = "", detail: str = "", fields: Collection[int] = ()
) -> ContactRequest:
    """Ask for contact, or agree if the other has asked already; `fields` are released to the other on acceptance.

    Raises Refused, with the field of the form where there is one.
    """
    _lock(asker, asked)
    between = rules.may_ask(asker, asked)
    _refuse_asking(between)
    if between.request is not None:
        return _agree(ContactRequest.objects.get(id=between.request), fields)
    detail, text = _words(ground, detail, text)
    # A refusal holds: the asker sees an open request, the asked sees nothing.
    refused = rules.refusal_holds(asker, asked)
    now = clock.now()
    request = ContactRequest.objects.create(
        asker_id=asker,
        asked_id=asked,
        ground=ground,
        detail=detail,
        text=text,
        state=State.DECLINED if refused else State.OPEN,
        asked_at=now,
    )
    promised = own_fields(asker, fields)
    insert(*(PromisedRelease(request=request, field_id=field) for field in promised))
    remember(owner=asker, fields=promised)
    if not refused:
        _recount(asked)
        outbox.record(ContactRequested(request=request.id, asker=asker, asked=asked))
    return request


# --- answering --------------------------------------------------------------------------------------------------------


def _of(request: int, **who: int) -> ContactRequest:
    """The request, if it is this person's, with both members locked."""
    row = ContactRequest.objects.filter(id=request, **who).first()
    if row is None:
        raise Refused(_("This request does not exist."))
    _lock(row.asker_id, row.asked_id)
    return row


def _closed() -> Refused:
    return Refused(_("This request is no longer open."))


def _change(rows: QuerySet[ContactRequest], **values: Any) -> None:
    if not rows.update(**values):
        raise _closed()


def _agree(request: ContactRequest, fields: Collection[int]) -> ContactRequest:
    """Make two contacts: the asked gets what the asker promised, the asker gets `fields`."""
    asker, asked, now = request.asker_id, request.asked_id, clock.now()
    if not _accept(request.id, now):
        raise _closed()
    ties.tie_contacts(one=asker, other=asked)
    put_releases(owner=asker, contact=asked, fields=[field for (field,) in _promised(request.id)])
    _forget_promises(request.id)
    put_releases(owner=asked, contact=asker, fields=fields)
    remember(owner=asked, fields=fields)
    _recount(asked)
    outbox.record(ContactAgreed(request=request.id, asker=asker, asked=asked))
    request.state = request.shown = State.ACCEPTED
    request.decided_at = request.ended_at = now
    return request


@PreparedUpdate
def _accept(request: int, now: datetime) -> tuple[QuerySet[ContactRequest], dict[str, Any]]:
    agreeable = ContactRequest.objects.filter(id=request, shown=State.OPEN, state__in=(State.OPEN, *rules.REFUSED))
    return agreeable, {"state": State.ACCEPTED, "shown": State.ACCEPTED, "decided_at": now, "ended_at": now}


@Prepared
def _promised(request: int) -> QuerySet[Any, Any]:
    return PromisedRelease.objects.filter(request=request).values_list("field_id")


@PreparedDelete
def _forget_promises(request: int) -> QuerySet[PromisedRelease]:
    return PromisedRelease.objects.filter(request=request)


@transaction.atomic
def accept_request(*, request: int, asked: int, fields: Collection[int] = ()) -> ContactRequest:
    """Agree to a request and release `fields` of one's own card to its asker. Raises Refused if it is not open."""
    row = _of(request, asked=asked)
    if is_hidden(asked, row.asker_id):
        raise Refused(_("This request does not exist."))
    if row.state != State.OPEN:
        raise _closed()
    return _agree(row, fields)


def _refuse(request: int, asked: int, state: State) -> None:
    row = _of(request, asked=asked)
    _change(ContactRequest.objects.filter(id=row.id, state=State.OPEN), state=state, decided_at=clock.now())
    _recount(asked)
    outbox.record(RequestRefused(request=row.id, asker=row.asker_id, asked=asked))


@transaction.atomic
def decline_request(*, request: int, asked: int) -> None:
    """Say no. The asker goes on seeing an open request until it expires."""
    _refuse(request, asked, State.DECLINED)


@transaction.atomic
def report_pitch(*, request: int, asked: int) -> None:
    """Say no, and that this was a sales pitch: from several people on, that shrinks the asker's budget."""
    _refuse(request, asked, State.PITCH)


@transaction.atomic
def block_asker(*, request: int, asked: int) -> None:
    """Say no for good: the two no longer see each other anywhere."""
    row = _of(request, asked=asked)
    ties.block(source=asked, target=row.asker_id)
    clear_after_block(one=asked, other=row.asker_id)


@transaction.atomic
def withdraw_request(*, request: int, asker: int) -> None:
    """Take a request back. Also works where the answer was no, without the asker learning of it."""
    row = _of(request, asker=asker)
    _change(
        ContactRequest.objects.filter(id=row.id, shown=State.OPEN),
        state=_unless_answered(State.WITHDRAWN),
        shown=State.WITHDRAWN,
        ended_at=clock.now(),
    )
    _recount(row.asked_id)
    outbox.record(RequestWithdrawn(request=row.id, asker=asker, asked=row.asked_id))


def _unless_answered(state: State) -> Case:
    """The answer that was given, else `state`."""
    return Case(When(state=State.OPEN, then=Value(state)), default=F("state"))


# --- by itself --------------------------------------------------------------------------------------------------------


def expire_requests() -> int:
    """End the requests that got no answer in time, and those whose answer their asker did not see. Returns how many."""
    ended = 0
    while done := _expire_some():
        ended += done
    return ended


@transaction.atomic
def _expire_some() -> int:
    due = ContactRequest.objects.filter(shown=State.OPEN, asked_at__lte=clock.now() - rules.LASTS)
    rows = dict(due.order_by("asked_at").values_list("id", "asked_id")[:BATCH])
    ended = due.filter(id__in=rows).update(
        state=_unless_answered(State.EXPIRED), shown=State.EXPIRED, ended_at=F("asked_at") + rules.LASTS
    )
    _recount(*sorted(set(rows.values())))
    return ended


@transaction.atomic
def clear_after_block(*, one: int, other: int) -> None:
    """After a block, delete what stood between two: releases, tags, the words of their requests.

    The requests themselves go on counting for the budget, so that being blocked gives no place back. Does nothing if
    the two have become contacts again.
    """
    if is_contact(one, other):
        return
    _lock(one, other)
    drop_all_between(one, other)
    requests = ContactRequest.objects.filter(Q(asker=one, asked=other) | Q(asker=other, asked=one))
    PromisedRelease.objects.filter(request__in=requests).delete()
    requests.update(detail="", text="")
    requests.filter(shown=State.OPEN).update(
        state=_unless_answered(State.BLOCKED), shown=State.BLOCKED, ended_at=clock.now()
    )
    _recount(one, other)
