"""The directory: people found by name and employer, as one types."""

from django.db.models import Exists, OuterRef, QuerySet

from draht.actors.queries import LINE, ActorLine, lines
from draht.common.paging import Page, page_of
from draht.members.models import Member, NameWord
from draht.members.words import folded
from draht.ties.queries import contact_ids
from draht.ties.rules import hidden_from

FOUND = 20
_LINE_OF_MEMBER = tuple(f"actor__{name}" for name in LINE)
_MANY = 500
# A member is found once for each of their words that match, which are hardly ever more than three.
_WORDS_EACH = 3


def _beginning_with(start: str) -> QuerySet[NameWord]:
    """A range, so that an index serves it whatever the database thinks of LIKE. No letter comes after z."""
    return NameWord.objects.filter(word__gte=start, word__lte=start + "z" * NameWord.LENGTH)


def _how_common(start: str) -> tuple[int, int]:
    """How many words begin so, as far as it matters: the search begins with the rarest, of two with the longer one."""
    return _beginning_with(start)[:_MANY].count(), -len(start)


def _matches(viewer: int, text: str) -> QuerySet[NameWord]:
    """Words of members that `viewer` may see and in whom every word of the text begins one."""
    starts = sorted(set(folded(text)), key=_how_common)
    if not starts:
        return NameWord.objects.none()
    found = _beginning_with(starts[0]).exclude(member__in=hidden_from(viewer)).filter(member__user__is_active=True)
    for start in starts[1:]:
        found = found.filter(Exists(_beginning_with(start).filter(member=OuterRef("member"))))
    return found.order_by("word", "member")


def _distinct_members(found: QuerySet[NameWord], limit: int) -> list[int]:
    rows = found.values_list("member_id", flat=True)[: limit * _WORDS_EACH]
    return list(dict.fromkeys(rows))[:limit]


def find_members(viewer: int, text: str, *, limit: int = FOUND) -> list[ActorLine]:
    """Members whose names and employers have words that begin like those of the text, in the order of the alphabet."""
    ids = _distinct_members(_matches(viewer, text), limit)
    known = lines(ids)
    return [known[id] for id in ids]


def suggest(viewer: int, text: str, *, limit: int = 8) -> list[ActorLine]:
    """Members to mention: one's contacts first, then all others. Not oneself."""
    matches = _matches(viewer, text).exclude(member=viewer)
    ids = _distinct_members(matches.filter(member__in=contact_ids(viewer)), limit)
    if len(ids) < limit:
        ids += [id for id in _distinct_members(matches, limit) if id not in ids]
    known = lines(ids[:limit])
    return [known[id] for id in ids[:limit]]


def newest_members(viewer: int, *, before: int, size: int = FOUND) -> Page[ActorLine]:
    """Those who joined last."""
    rows = (
        Member.objects.filter(actor__lt=before, user__is_active=True)
        .exclude(actor__in=hidden_from(viewer))
        .order_by("-actor")
        .values_list(*_LINE_OF_MEMBER)[: size + 1]
    )
    return page_of([ActorLine(*row) for row in rows], size=size, id_of=lambda line: line.id)
