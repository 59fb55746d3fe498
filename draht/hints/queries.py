"""Reads about hints."""

from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.db.models import Sum

from draht.hints.finding import Hint, hints_in
from draht.hints.models import HintCount, HintKind, Watch


class WatchLine(NamedTuple):
    """What a company watches and what it always publishes, one a line."""

    words: str
    known: str


class KindCount(NamedTuple):
    """How often something of this kind was hinted at, and published all the same."""

    kind: str
    shown: int
    published: int


def watch_of(actor: int) -> WatchLine:
    """What a company asked for; nothing if it never did."""
    return WatchLine(*(Watch.objects.filter(actor=actor).values_list("words", "known").first() or ("", "")))


def hints_on(actor: int, text: str) -> list[Hint]:
    """What to ask about before this text is published for this company."""
    watch = watch_of(actor)
    return hints_in(
        text, region=settings.DRAHT_REGION, watched=watch.words.splitlines(), known=watch.known.splitlines()
    )


def counts_since(actor: int, day: date) -> list[KindCount]:
    """The hints of a company from this day on, by kind."""
    rows = HintCount.objects.filter(actor=actor, day__gte=day).values("kind").order_by()
    sums = rows.annotate(shown=Sum("shown"), published=Sum("published"))
    found = {row["kind"]: row for row in sums}
    return [
        KindCount(str(kind.label), found[kind]["shown"], found[kind]["published"]) for kind in HintKind if kind in found
    ]
