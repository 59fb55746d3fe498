"""Decisions about ties."""

from django.db.models import QuerySet

from draht.ties.models import HIDING, Tie, TieKind


def hidden_from(viewer: int) -> QuerySet[Tie, int]:
    """Ids of the actors that `viewer` must not see anywhere, nor they `viewer`: blocks from either side."""
    return Tie.objects.filter(source=viewer, kind__in=HIDING).values_list("target_id", flat=True)


def is_hidden(viewer: int | None, other: int) -> bool:
    """Whether a block stands between these two."""
    if viewer is None:
        return False
    return Tie.objects.filter(source=viewer, kind__in=HIDING, target=other).exists()


def is_contact(viewer: int | None, other: int) -> bool:
    """Whether these two are contacts."""
    if viewer is None:
        return False
    return Tie.objects.filter(source=viewer, kind=TieKind.CONTACT, target=other).exists()
