"""Reads about ties."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet

from draht.actors.models import Kind
from draht.actors.queries import ActorLine, lines
from draht.common.paging import Page, page_of
from draht.common.prepared import Prepared
from draht.ties.models import FEEDING, HIDING, Tie, TieKind
from draht.ties.rules import is_hidden


def kinds_between(viewer: int | None, other: int) -> frozenset[TieKind]:
    """What holds from `viewer` to `other`."""
    if viewer is None:
        return frozenset()
    return frozenset(TieKind(kind) for _target, kind in _kind_rows(viewer, [other]))


def tied_since(source: int, kind: TieKind, target: int) -> datetime | None:
    """Since when this holds; None if it does not."""
    return Tie.objects.filter(source=source, kind=kind, target=target).values_list("since", flat=True).first()


def contact_ids(member: int) -> QuerySet[Tie, int]:
    """Ids of the contacts of a member; a query to be used inside others."""
    return Tie.objects.filter(source=member, kind=TieKind.CONTACT).values_list("target_id", flat=True)


def common_contact_ids(one: int, other: int, *, limit: int) -> list[int]:
    """Up to `limit` actors that both have as contacts and that `one` may see."""
    rows = (
        Tie.objects.filter(source=one, kind=TieKind.CONTACT, target_id__in=contact_ids(other))
        .exclude(target_id__in=Tie.objects.filter(source=one, kind__in=HIDING).values("target_id"))
        .values_list("target_id", flat=True)
    )
    return list(rows[:limit])


def among(source: int, kind: TieKind, targets: Iterable[int]) -> set[int]:
    """Those of `targets` that `source` has this tie to."""
    wanted = list(targets)
    if not wanted:
        return set()
    return set(Tie.objects.filter(source=source, kind=kind, target__in=wanted).values_list("target_id", flat=True))


def tied_to(source: int, targets: Iterable[int]) -> set[int]:
    """Those of `targets` whose acts come into the feed of `source`, in one query."""
    return {target for (target,) in _feeding_rows(source, list(targets))}


@Prepared
def _feeding_rows(source: int, targets: list[int]) -> QuerySet[Any, Any]:
    return Tie.objects.filter(source=source, kind__in=FEEDING, target__in=targets).values_list("target_id")


def page_of_targets(source: int, kind: TieKind, *, before: int, size: int) -> Page[ActorLine]:
    """Those whom `source` has this tie to, the youngest actors first."""
    rows = Tie.objects.filter(source=source, kind=kind, target__lt=before).order_by("-target")
    found = list(rows.values_list("target_id", flat=True)[: size + 1])
    known = lines(found)
    return page_of([known[id] for id in found], size=size, id_of=lambda line: line.id)


def reachable(viewer: int, actor: int) -> ActorLine | None:
    """The actor with this id as far as `viewer` may see them: None for audiences, unknown ids and across blocks."""
    line = lines([actor]).get(actor)
    return line if line and line.kind != Kind.AUDIENCE and not is_hidden(viewer, actor) else None


@Prepared
def _kind_rows(source: int, targets: list[int]) -> QuerySet[Any, Any]:
    # All kinds, named: so that the rows are found under the source, not among all whom the targets are tied to.
    rows = Tie.objects.filter(source=source, kind__in=list(TieKind), target__in=targets)
    return rows.values_list("target_id", "kind")


class SetAside(NamedTuple):
    """Ids of the actors that a viewer must not see (blocks from either side), and of those they do not want to."""

    hidden: frozenset[int]
    muted: frozenset[int]


NOBODY = SetAside(frozenset(), frozenset())


@Prepared
def _aside_rows(viewer: int) -> QuerySet[Any, Any]:
    return Tie.objects.filter(source=viewer, kind__in=(*HIDING, TieKind.MUTE)).values_list("target_id", "kind")


def set_aside(viewer: int | None) -> SetAside:
    """Whom pages of this viewer leave out: `rules.hidden_from` and the muted for pages that need the ids themselves."""
    rows = _aside_rows(viewer) if viewer is not None else ()
    if not rows:
        return NOBODY
    muted = frozenset(target for target, kind in rows if kind == TieKind.MUTE)
    return SetAside(frozenset(target for target, kind in rows if kind != TieKind.MUTE), muted)


def hidden_ids(viewer: int | None) -> frozenset[int]:
    """Ids of the actors that `viewer` must not see."""
    return set_aside(viewer).hidden
