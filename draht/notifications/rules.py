"""Decisions about notices."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet

from draht.common.prepared import Prepared
from draht.members.models import Member
from draht.notifications.models import MAILED, Kind, NoticeChoice
from draht.posts.rules import may_read, may_read_comment
from draht.ties.queries import set_aside

# The badge says "99+" from here on.
MOST_COUNTED = 100
# How long notices are kept: read ones, and those that nobody looked at.
KEEP_READ = timedelta(days=180)
KEEP_UNREAD = timedelta(days=365)
# What happened longer ago is not mailed: nobody needs mail about a day when no worker ran. What a company's quiet hours
# hold back may wait through holidays.
MAIL_WITHIN = timedelta(days=1)
HELD_BACK_WITHIN = timedelta(days=14)


def wants(recipient: int, kind: Kind) -> bool:
    """Whether the member wants notices of this kind."""
    return all(wanted for known, wanted, _mailed in _choices(recipient) if known == kind)


def wants_mail(recipient: int, kind: Kind) -> bool:
    """Whether the member wants mail about notices of this kind."""
    return is_mailed(kind, {known: mailed for known, _wanted, mailed in _choices(recipient)})


def is_mailed(kind: Kind, said: Mapping[str, bool | None]) -> bool:
    """Whether notices of a kind are mailed, by what a member said of each kind: if nothing of this one, as its default.
    Whoever wants no mail at all gets none about a kind that came later."""
    chosen, answers = said.get(kind), [mailed for mailed in said.values() if mailed is not None]
    if chosen is not None:
        return chosen
    return kind in MAILED and (any(answers) or not answers)


@Prepared
def _choices(member: int) -> QuerySet[Any, Any]:
    return NoticeChoice.objects.filter(member=member).values_list("kind", "wanted", "mailed")


def may_hear_of(recipient: int, actor: int, post: int = 0, comment: int = 0, *, writer: int | None = None) -> bool:
    """Whether the recipient may be told what `actor` did (with `post`, or a comment on it), or `writer` for them.

    Not of one's own acts, nor of somebody blocked (by either side) or muted, nor of what one may not read. Whoever is
    muted is heard when they speak for a company; whoever is blocked is not.
    """
    if recipient in (actor, writer) or not _members(recipient):
        return False
    aside = set_aside(recipient)
    if actor in aside.hidden | aside.muted or writer in aside.hidden:
        return False
    return may_read_comment(recipient, post, comment) if comment else not post or may_read(recipient, post)


@Prepared
def _members(actor: int) -> QuerySet[Any, Any]:
    return Member.objects.filter(actor=actor).values_list("actor")
