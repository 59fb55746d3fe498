"""Decisions about ties."""

from typing import Any

from django.db.models import QuerySet

from draht.common.prepared import Prepared
from draht.ties.models import HIDING, Tie, TieKind


def hidden_from(viewer: int) -> QuerySet[Tie, int]:
    """Ids of the actors that `viewer` must not see anywhere, nor they `viewer`: blocks from either side."""
    return Tie.objects.filter(source=viewer, kind__in=HIDING).values_list("target_id", flat=True)


def is_hidden(viewer: int | None, other: int) -> bool:
    """Whether a block stands between these two."""
    return viewer is not None and any(kind in HIDING for (kind,) in _kinds(viewer, other))


def is_contact(viewer: int | None, other: int) -> bool:
    """Whether these two are contacts."""
    return viewer is not None and (TieKind.CONTACT,) in _kinds(viewer, other)


@Prepared
def _kinds(source: int, target: int) -> QuerySet[Any, Any]:
    # All kinds, named: so that the rows are found under the source, not among all whom the target is tied to.
    return Tie.objects.filter(source=source, kind__in=list(TieKind), target=target).values_list("kind")
