"""Writes about keeping order."""

from django.db import transaction
from django.utils.translation import gettext as _

from draht import outbox
from draht.common import clock
from draht.common.ids import new_id
from draht.common.refusal import Refused
from draht.moderation.events import AppealDecided, AppealMade
from draht.moderation.models import LONGEST_WORDS, Appeal
from draht.moderation.rules import may_appeal
from draht.posts.actions import show_comment
from draht.posts.models import Hiding
from draht.richtext import clean_text


def _words(text: str, *, field: str, missing: str) -> str:
    text = clean_text(text)
    if not text:
        raise Refused(missing, field=field)
    if len(text) > LONGEST_WORDS:
        raise Refused(_("At most %(max)s characters, please.") % {"max": LONGEST_WORDS}, field=field)
    return text


@transaction.atomic
def make_appeal(*, post: int, comment: int, author: int, words: str) -> int:
    """Ask the host to decide about one's own hidden comment, once each time it is hidden. Returns the appeal's id."""
    words = _words(words, field="words", missing=_("Please say why the comment should be shown."))
    hiding = Hiding.objects.select_for_update().filter(post=post, comment_id=comment).first()
    if hiding is None or not may_appeal(author, post, comment):
        raise Refused(_("This comment is not hidden."))
    appeal, is_new = Appeal.objects.get_or_create(
        comment_id=comment,
        hidden=hiding.hidden,
        defaults={
            "post_id": post,
            "author_id": author,
            "company_id": hiding.company_id,
            "rule": hiding.rule,
            "because": hiding.words,
            "words": words,
            "made": clock.now(),
        },
    )
    if is_new:
        outbox.record(AppealMade(appeal=appeal.id, author=author))
    return appeal.id


@transaction.atomic
def decide_appeal(*, appeal: int, host: int, is_restored: bool, reason: str) -> None:
    """Say whether a hidden comment is shown again, with the reason that both sides read. Raises Refused."""
    reason = _words(reason, field="reason", missing=_("Please give the reason: both sides read it."))
    row = Appeal.objects.select_for_update().filter(id=appeal, decided=None).first()
    if row is None:
        raise Refused(_("Somebody has decided about this already, or the comment is gone."))
    row.decided, row.is_restored, row.reason, row.host_id = clock.now(), is_restored, reason, host
    row.save(update_fields=["decided", "is_restored", "reason", "host"])
    if is_restored:
        show_comment(post=row.post_id, comment=row.comment_id, by=host)
    outbox.record(AppealDecided(act=new_id(), appeal=appeal, author=row.author_id, company=row.company_id, host=host))


def forget_appeals(*, comment: int) -> None:
    """Its author deleted the comment: nothing is left to decide."""
    Appeal.objects.filter(comment_id=comment).delete()


def forget_appeals_below(*, post: int) -> None:
    """A post is gone with all that stood below it."""
    Appeal.objects.filter(post_id=post).delete()
