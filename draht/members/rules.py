"""Decisions about members: who sees which section of a profile."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet

from draht.common import clock
from draht.common.prepared import Prepared
from draht.members.models import Audience, Member, Section, SectionAudience
from draht.ties.models import HIDING, TieKind
from draht.ties.queries import kinds_between
from draht.ties.rules import is_hidden

# What a member shows until they choose otherwise. A picture beside the name is what people upload it for.
DEFAULT_AUDIENCE: dict[Section, Audience] = {
    **dict.fromkeys(Section, Audience.MEMBERS),
    Section.PORTRAIT: Audience.EVERYBODY,
}
# A name that changes all the time is nobody's.
NAME_RESTS = timedelta(days=30)
ALL_SECTIONS = frozenset(Section)


def audiences(member: int) -> dict[Section, Audience]:
    """Who sees which section of this member's profile."""
    return DEFAULT_AUDIENCE | {Section(section): Audience(audience) for section, audience in _chosen(member)}


@Prepared
def _chosen(member: int) -> QuerySet[Any, Any]:
    return SectionAudience.objects.filter(member=member).values_list("section", "audience")


def audience_of(member: int, section: Section) -> Audience:
    """Who sees this section of this member's profile."""
    return audiences(member)[section]


def may_see_profile(viewer: int | None, member: int) -> bool:
    """Whether this member exists for `viewer` at all: not across a block."""
    return not is_hidden(viewer, member)


def visible_sections(
    viewer: int | None, member: int, chosen: Mapping[Section, Audience] | None = None
) -> frozenset[Section]:
    """The sections of this member's profile that `viewer` may see; none across a block.

    `chosen` is what `audiences(member)` said, if it has been asked already.
    """
    if viewer == member:
        return ALL_SECTIONS
    ties = kinds_between(viewer, member)
    if ties.intersection(HIDING):
        return frozenset()
    return open_to(_circles(viewer, ties), audiences(member) if chosen is None else chosen)


def _circles(viewer: int | None, ties: frozenset[TieKind]) -> set[Audience]:
    if viewer is None:
        return {Audience.EVERYBODY}
    if TieKind.CONTACT in ties:
        return set(Audience)
    return {Audience.EVERYBODY, Audience.MEMBERS}


def open_to(circles: set[Audience], chosen: Mapping[Section, Audience]) -> frozenset[Section]:
    """The sections that somebody in these circles sees."""
    return frozenset(section for section, audience in chosen.items() if audience in circles)


def may_change_name(member: Member) -> bool:
    """Whether this member may be called otherwise now."""
    return member.renamed is None or member.renamed <= clock.now() - NAME_RESTS
