"""Writes: remember what came in; make and drop the archives that members take along."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q

from draht.common import clock
from draht.portability.making import make_takeaway
from draht.portability.models import Imported, Takeaway
from draht.portability.queries import takeaway_of
from draht.portability.rules import TAKEAWAY_MAY_TAKE, TAKEAWAY_STAYS
from draht.portability.shelf import forget_all_but, new_key


class Arrival(NamedTuple):
    """A foreign thing that came in just now."""

    foreign: str
    own: int | None = None
    post: int | None = None


def remember(*, network: str, kind: str, arrivals: Iterable[Arrival]) -> None:
    """Write down what came in; call it in the transaction that brings it in."""
    rows = (
        Imported(network=network, kind=kind, foreign=foreign, own_id=own, post_id=post)
        for foreign, own, post in arrivals
    )
    Imported.objects.bulk_create(rows)


@transaction.atomic
def ask_for_takeaway(*, member: int) -> None:
    """Have everything of this member put into an archive. Asking again while there is one changes nothing."""
    if takeaway_of(member) is None:
        key = new_key()
        facts = {"key": key, "asked": clock.now(), "ready": None, "size": 0}
        Takeaway.objects.update_or_create(member_id=member, defaults=facts)
        make_takeaway.enqueue(member, key)


def drop_takeaways() -> None:
    """Delete archives that are past their time, and files that belong to none."""
    now = clock.now()
    past = Q(ready__lt=now - TAKEAWAY_STAYS) | Q(ready=None, asked__lt=now - TAKEAWAY_MAY_TAKE)
    Takeaway.objects.filter(past).delete()
    forget_all_but(set(Takeaway.objects.values_list("key", flat=True)))
