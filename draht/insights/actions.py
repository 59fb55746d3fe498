"""Writes about trails."""

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from draht.common import clock
from draht.companies.models import Company
from draht.goals.models import Indicator
from draht.insights.counting import COUNTS, month_of
from draht.insights.models import Hop, MonthFigure, Step
from draht.insights.rules import FARTHEST
from draht.posts.models import Post, Recommendation
from draht.ties.models import Tie, TieKind

# By these a recommendation comes into the feed of somebody.
_CARRYING = (TieKind.CONTACT, TieKind.FOLLOW)


def add_step(*, post: int, actor: int) -> None:
    """Note from whom a post came to somebody who recommends it now. Doing it twice changes nothing.

    It came from the author if they are tied to the author; else from whom they are tied to and who recommended it last
    before them; else, found by themselves, from the author.
    """
    id = Recommendation.objects.filter(post=post, actor=actor).values_list("id", flat=True).first()
    author = Post.objects.filter(id=post).values_list("author_id", flat=True).first()
    if id is None or author is None:
        return
    with transaction.atomic():
        # One after the other, so that counts and parents are right.
        Post.objects.select_for_update(no_key=True).filter(id=post).first()
        if Step.objects.filter(post=post, actor=actor).exists():
            return
        parent = _parent(post, author, actor, id)
        hop = min(parent.hop + 1, FARTHEST) if parent else 1
        feeds = Tie.objects.filter(target=actor, kind__in=_CARRYING).count()
        Step.objects.create(
            post_id=post, actor_id=actor, id=id, parent_id=parent.actor_id if parent else None, hop=hop, feeds=feeds
        )
        Hop.objects.get_or_create(post_id=post, hop=hop)
        Hop.objects.filter(post=post, hop=hop).update(steps=F("steps") + 1, feeds=F("feeds") + feeds)
        for above in _ancestors(parent):
            Step.objects.filter(post=post, actor=above.actor_id).update(below=F("below") + 1)


def count_month(company: Company, month: date) -> None:
    """Count what the indicators show of a company in the month that begins on this day, so far."""
    span, now = month_of(company, month), clock.now()
    for indicator, count in COUNTS.items():
        value = count(span)
        if value is not None:
            MonthFigure.objects.update_or_create(
                company_id=company.actor_id,
                month=month,
                indicator=indicator,
                defaults={"value": value, "counted": now},
            )


def forget_months(*, company: int, indicator: Indicator) -> None:
    """Forget what was counted of an indicator that means something else now."""
    MonthFigure.objects.filter(company=company, indicator=indicator).delete()


def count_company(*, company: int, months: int) -> None:
    """Count this month and those before it, `months` in all."""
    row = Company.objects.get(actor=company)
    month = timezone.localdate(clock.now(), ZoneInfo(row.time_zone)).replace(day=1)
    for _month in range(months):
        count_month(row, month)
        month = (month - timedelta(days=1)).replace(day=1)


def _parent(post: int, author: int, actor: int, id: int) -> Step | None:
    ties = Tie.objects.filter(source=actor, kind__in=_CARRYING)
    if ties.filter(target=author).exists():
        return None
    earlier = Step.objects.filter(post=post, id__lt=id, actor__in=ties.values("target_id"))
    return earlier.order_by("-id").first()


def _ancestors(step: Step | None) -> Iterator[Step]:
    """A step, the one it came from, and so on."""
    for _hop in range(FARTHEST):
        if step is None:
            return
        yield step
        step = Step.objects.filter(post=step.post_id, actor=step.parent_id).first() if step.parent_id else None


def rebuild_trail(*, post: int) -> None:
    """Make a trail anew from the recommendations that are there: after one was withdrawn, or from old data."""
    with transaction.atomic():
        Step.objects.filter(post=post).delete()
        Hop.objects.filter(post=post).delete()
    for actor in list(Recommendation.objects.filter(post=post).order_by("id").values_list("actor_id", flat=True)):
        add_step(post=post, actor=actor)


def rebuild_trails() -> int:
    """Make the trails of all posts anew. Returns how many there are."""
    posts = list(Recommendation.objects.order_by("post").values_list("post_id", flat=True).distinct())
    for post in posts:
        rebuild_trail(post=post)
    return len(posts)
