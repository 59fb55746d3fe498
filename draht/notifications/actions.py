"""Writes about notices. The number of unread ones is counted anew after each, while the member's row is held."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from draht.common import clock
from draht.common.ids import first_id_at
from draht.common.inserting import insert
from draht.common.prepared import Prepared, PreparedUpdate
from draht.members.models import Member
from draht.notifications.models import WAITING, Kind, Notice, NoticeChoice
from draht.notifications.rules import KEEP_READ, KEEP_UNREAD, MOST_COUNTED, may_hear_of, wants, wants_mail
from draht.posts.models import Comment
from draht.posts.rules import visible_comments


@transaction.atomic
def give_notice(
    *,
    id: int,
    recipient: int,
    kinds: Mapping[Kind, int | str],
    actor: int,
    writer: int | None = None,
    object_id: int = 0,
    post: int = 0,
    comment: int = 0,
    enquiry: int = 0,
    company: int = 0,
) -> None:
    """Tell a member once what `actor` did, if they may hear of it: as the first of `kinds` that they want.

    `writer` did it for the actor. `id` is that of the act. Each kind comes with what it is grouped by. `company`: about
    which company it is told to one of its people.
    """
    kind = next((kind for kind in kinds if wants(recipient, kind)), None)
    if kind is None or not may_hear_of(recipient, actor, post, comment, writer=writer):
        return
    if not _hold(recipient) or _known(recipient, id):
        return
    if _told(recipient, kind.value, object_id, actor):
        return
    notice = Notice(
        recipient_id=recipient,
        kind=kind,
        object_id=object_id,
        actor_id=actor,
        id=id,
        post_id=post,
        comment_id=comment,
        enquiry_id=enquiry,
        group=f"{kind.value}:{kinds[kind]}",
        company_id=company,
        waits_for_mail=wants_mail(recipient, kind),
    )
    insert(notice)
    _count(recipient)


def _hold(recipient: int) -> bool:
    """Let nobody else count this member's notices until the transaction ends. False for a company: nobody reads its."""
    return bool(_held(recipient))


@Prepared
def _held(member: int) -> QuerySet[Any, Any]:
    return Member.objects.select_for_update(no_key=True).filter(actor=member).values_list("actor")


@Prepared
def _known(recipient: int, id: int) -> QuerySet[Any, Any]:
    return Notice.objects.filter(recipient=recipient, id=id).values_list("id")


@Prepared
def _told(recipient: int, kind: str, object_id: int, actor: int) -> QuerySet[Any, Any]:
    same = Notice.objects.filter(recipient=recipient, kind=kind, object_id=object_id, actor=actor)
    return same.values_list("id")


def _count(recipient: int) -> None:
    _set_unread(recipient, len(_unread(recipient)))


@Prepared
def _unread(recipient: int) -> QuerySet[Any, Any]:
    groups = Notice.objects.filter(recipient=recipient, read=False).order_by().values_list("group").distinct()
    return groups[:MOST_COUNTED]


@PreparedUpdate
def _set_unread(member: int, number: int) -> tuple[QuerySet[Member], dict[str, Any]]:
    return Member.objects.filter(actor=member), {"unread_notices": number}


def _remove(notices: QuerySet[Notice]) -> None:
    for recipient in sorted(set(notices.values_list("recipient_id", flat=True))):
        _hold(recipient)
        notices.filter(recipient=recipient).delete()
        _count(recipient)


@transaction.atomic
def take_back_notice(*, kind: Kind, actor: int, object_id: int) -> None:
    """Forget what `actor` took back."""
    _remove(Notice.objects.filter(kind=kind, actor=actor, object_id=object_id))


@transaction.atomic
def remove_notices_of_post(*, post: int) -> None:
    """Forget everything about a post that is deleted."""
    _remove(Notice.objects.filter(post_id=post))


@transaction.atomic
def remove_notices_of_comment(*, post: int, comment: int) -> None:
    """Forget everything about a comment that is deleted."""
    _remove(Notice.objects.filter(post_id=post, comment_id=comment))


@transaction.atomic
def remove_notices_of_enquiry(*, enquiry: int) -> None:
    """Forget everything about an enquiry that is deleted."""
    _remove(Notice.objects.filter(enquiry_id=enquiry, enquiry_id__gt=0))


@transaction.atomic
def settle_enquiry(*, enquiry: int) -> None:
    """Nobody waits any more: what told the team so counts as read, whoever of them answered."""
    notices = Notice.objects.filter(enquiry_id=enquiry, enquiry_id__gt=0, kind__in=WAITING, read=False)
    for recipient in sorted(set(notices.values_list("recipient_id", flat=True))):
        _hold(recipient)
        notices.filter(recipient=recipient).update(read=True, waits_for_mail=False)
        _count(recipient)


@transaction.atomic
def remove_notices_between(*, one: int, other: int) -> None:
    """Forget what these two told each other, and what others answered to them: a block stands between them now."""
    _remove(Notice.objects.filter(Q(recipient=one, actor=other) | Q(recipient=other, actor=one)))
    for recipient in (one, other):
        seen = Comment.objects.filter(visible_comments(recipient), post=OuterRef("post_id"), id=OuterRef("comment_id"))
        _remove(Notice.objects.filter(~Exists(seen), recipient=recipient, comment_id__gt=0))


@transaction.atomic
def remove_notices_of_actor(*, actor: int) -> None:
    """Forget what an actor did, and what they were told: they are gone."""
    _remove(Notice.objects.filter(Q(actor=actor) | Q(recipient=actor)))


@transaction.atomic
def mark_read(*, recipient: int, group: str = "", kind: Kind | None = None, object_id: int = 0) -> None:
    """Mark notices as read: those of a group, those about an object, or all."""
    notices = Notice.objects.filter(recipient=recipient, read=False)
    if group:
        notices = notices.filter(group=group)
    if kind is not None:
        notices = notices.filter(kind=kind, object_id=object_id)
    _hold(recipient)
    notices.update(read=True, waits_for_mail=False)
    _count(recipient)


@transaction.atomic
def choose_kinds(*, member: int, wanted: Iterable[str], mailed: Iterable[str]) -> None:
    """Say of which kinds a member wants notices, and of which mail as well."""
    chosen, by_mail = set(wanted), set(mailed)
    for kind in Kind:
        said = {"wanted": kind.value in chosen, "mailed": kind.value in by_mail}
        NoticeChoice.objects.update_or_create(member_id=member, kind=kind, defaults=said)


@transaction.atomic
def turn_off_mail(*, member: int) -> None:
    """No mail about notices of any kind from now on, not even about what waits for it. The bell tells what it told."""
    if not _hold(member):  # they left, and their notices with them
        return
    NoticeChoice.objects.bulk_create(
        [NoticeChoice(member_id=member, kind=kind, wanted=True, mailed=False) for kind in Kind],
        update_conflicts=True,
        unique_fields=["member", "kind"],
        update_fields=["mailed"],
    )
    Notice.objects.filter(recipient=member, waits_for_mail=True).update(waits_for_mail=False)


def forget_old_notices() -> None:
    """Delete notices that are too old to matter."""
    now = clock.now()
    with transaction.atomic():
        _remove(Notice.objects.filter(id__lt=first_id_at(now - KEEP_READ), read=True))
        _remove(Notice.objects.filter(id__lt=first_id_at(now - KEEP_UNREAD)))
