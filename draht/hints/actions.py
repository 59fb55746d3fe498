"""Writes about hints."""

import hashlib

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from draht.common import clock
from draht.common.refusal import Refused
from draht.hints.finding import Hint
from draht.hints.models import HintCount, HintKind, Watch
from draht.hints.queries import hints_on
from draht.richtext import clean_line

MOST_WORDS, LONGEST_WORD = 100, 80


class Hinted(Refused):
    """Something in a text may not be meant for the public. Sent again with `mark`, the same text is published."""

    def __init__(self, hints: list[Hint], mark: str) -> None:
        """Say what was found, and where."""
        self.mark = mark
        super().__init__(" ".join([*map(str, hints), _("Is it meant for everybody who can read this?")]), field="text")


def ask_first(*, actor: int, text: str, mark: str) -> None:
    """Raises Hinted if something in this text for a company should be asked about, and it was not yet.

    `mark` is what the last Hinted about this very text carried. Only numbers are kept.
    """
    hints = hints_on(actor, text)
    if not hints:
        return
    own = hashlib.sha256(text.encode()).hexdigest()[:16]
    kinds = {hint.kind for hint in hints}
    if mark == own:
        _count(actor, kinds, published=1)
        return
    _count(actor, kinds, shown=1)
    raise Hinted(hints, own)


@transaction.atomic
def _count(actor: int, kinds: set[HintKind], *, shown: int = 0, published: int = 0) -> None:
    day = timezone.localdate(clock.now())
    for kind in sorted(kinds):
        HintCount.objects.get_or_create(actor_id=actor, day=day, kind=kind)
        row = HintCount.objects.filter(actor=actor, day=day, kind=kind)
        row.update(shown=F("shown") + shown, published=F("published") + published)


def set_watch(*, actor: int, words: str, known: str) -> None:
    """Say what a company wants to be asked about, and what it always publishes, one a line. Raises Refused."""
    lines = {"words": _lines(words, "words"), "known": _lines(known, "known")}
    Watch.objects.update_or_create(actor_id=actor, defaults=lines)


def _lines(text: str, field: str) -> str:
    found = list(dict.fromkeys(line for raw in text.splitlines() if (line := clean_line(raw))))
    if len(found) > MOST_WORDS:
        raise Refused(_("At most %(max)s lines, please.") % {"max": MOST_WORDS}, field=field)
    if any(len(line) > LONGEST_WORD for line in found):
        raise Refused(_("At most %(max)s characters in a line, please.") % {"max": LONGEST_WORD}, field=field)
    return "\n".join(found)
