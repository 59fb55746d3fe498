"""Reads about house rules."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from django.db.models import Max
from markupsafe import Markup

from draht.actors.queries import ActorLine, lines
from draht.common.ids import time_of
from draht.conduct.models import Acknowledgement, RulesVersion
from draht.conduct.rules import acting_for

# More earlier versions than these nobody looks for on a page.
EARLIER = 50


class ShownRules(NamedTuple):
    """One version of a company's house rules, since when it holds, and who put it into force (None: has left)."""

    id: int
    since: datetime
    by: ActorLine | None
    html: Markup


class Readers(NamedTuple):
    """Who of those who act for the company has acknowledged a version, and who has not, by name."""

    done: list[ActorLine]
    missing: list[ActorLine]


def current_version(company: int) -> RulesVersion | None:
    """The house rules that hold; None if the company has none."""
    return RulesVersion.objects.filter(company=company).order_by("-id").first()


def version_of(company: int, version: int) -> RulesVersion | None:
    """One version of a company's house rules."""
    return RulesVersion.objects.filter(company=company, id=version).first()


def shown(version: RulesVersion) -> ShownRules:
    """A version as a page shows it."""
    return _shown(version, lines([version.by_id]) if version.by_id else {})


def _shown(version: RulesVersion, people: Mapping[int, ActorLine]) -> ShownRules:
    html = Markup(version.html)  # noqa: S704 (richtext made it safe)
    return ShownRules(version.id, time_of(version.id), people.get(version.by_id or 0), html)


def other_versions(company: int, version: int) -> list[ShownRules]:
    """The versions of a company besides this one, newest first."""
    rows = list(RulesVersion.objects.filter(company=company).exclude(id=version).order_by("-id")[:EARLIER])
    people = lines({row.by_id for row in rows if row.by_id})
    return [_shown(row, people) for row in rows]


def has_acknowledged(member: int, version: int) -> bool:
    """Whether this member has acknowledged this version."""
    return Acknowledgement.objects.filter(version=version, member=member).exists()


def readers(company: int, version: int) -> Readers:
    """Who has acknowledged this version, and who is still asked to."""
    asked = acting_for(company)
    done = set(Acknowledgement.objects.filter(version=version, member__in=asked).values_list("member_id", flat=True))
    people = sorted(lines(asked).values(), key=lambda line: line.name)
    return Readers([line for line in people if line.id in done], [line for line in people if line.id not in done])


def rules_beside(companies: Collection[int]) -> dict[int, Markup]:
    """The house rules that hold in these companies, as HTML; those that have none are left out."""
    newest = RulesVersion.objects.filter(company__in=companies).values("company").annotate(newest=Max("id"))
    rows = RulesVersion.objects.filter(id__in=newest.values("newest")).values_list("company_id", "html")
    return {company: Markup(html) for company, html in rows}  # noqa: S704 (richtext made it safe)
