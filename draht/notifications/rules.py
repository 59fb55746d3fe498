"""Decisions about notices."""

from datetime import timedelta

from django.db.models import Q

from draht.members.models import Member
from draht.notifications.models import Kind, NoticeChoice
from draht.posts.rules import may_read, may_read_comment
from draht.ties.models import HIDING, Tie, TieKind

# The badge says "99+" from here on.
MOST_COUNTED = 100
# How long notices are kept: read ones, and those that nobody looked at.
KEEP_READ = timedelta(days=180)
KEEP_UNREAD = timedelta(days=365)


def wants(recipient: int, kind: Kind) -> bool:
    """Whether the member wants notices of this kind."""
    return not NoticeChoice.objects.filter(member=recipient, kind=kind, wanted=False).exists()


def may_hear_of(recipient: int, actor: int, post: int = 0, comment: int = 0, *, writer: int | None = None) -> bool:
    """Whether the recipient may be told what `actor` did (with `post`, or a comment on it), or `writer` for them.

    Not of one's own acts, nor of somebody blocked (by either side) or muted, nor of what one may not read. Whoever is
    muted is heard when they speak for a company; whoever is blocked is not.
    """
    if recipient in (actor, writer) or not Member.objects.filter(actor=recipient).exists():
        return False
    muted_or_blocked = Q(target=actor, kind__in=(*HIDING, TieKind.MUTE))
    silent = Tie.objects.filter(muted_or_blocked | Q(target=writer, kind__in=HIDING), source=recipient)
    if silent.exists():
        return False
    return may_read_comment(recipient, post, comment) if comment else not post or may_read(recipient, post)
