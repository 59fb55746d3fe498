"""Ties that come in from elsewhere, many at a time: an import of a network.

Everything is as `actions.tie_contacts` would have left it, but nothing is recorded: what happened elsewhere, and long
ago, is no news here.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from draht.ties.models import HIDING, Tie, TieKind


class NewContact(NamedTuple):
    """Two members who are contacts, and since when."""

    one: int
    other: int
    since: datetime


@transaction.atomic
def bring_in_contacts(pairs: Sequence[NewContact]) -> int:
    """Make these pairs contacts; returns how many that concerned. A pair with a block between them stays as it is, and
    so does a pair that is in contact already."""
    hidden = set(
        Tie.objects.filter(source__in={pair.one for pair in pairs}, kind__in=HIDING).values_list(
            "source_id", "target_id"
        )
    )
    wanted = [pair for pair in pairs if pair.one != pair.other and (pair.one, pair.other) not in hidden]
    Tie.objects.bulk_create(
        (
            Tie(source_id=source, kind=TieKind.CONTACT, target_id=target, since=since)
            for one, other, since in wanted
            for source, target in ((one, other), (other, one))
        ),
        ignore_conflicts=True,
    )
    return len(wanted)
