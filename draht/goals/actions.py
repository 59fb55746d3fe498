"""Writes about goals."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from draht.common import clock
from draht.common.refusal import Refused
from draht.companies.actions import note
from draht.companies.models import Company
from draht.goals.models import LONGEST_WORDS, Goal, Indicator, Serving, Theme
from draht.goals.rules import MOST_GOALS, may_end_on
from draht.posts.models import Post
from draht.richtext import clean_line


@transaction.atomic
def state_goal(
    *,
    company: int,
    by: int,
    theme: Theme,
    words: str,
    indicator: Indicator,
    begins_at: int,
    wanted: int,
    until: date,
) -> Goal:
    """Say what the page is for. `begins_at` is what the indicator shows now. Raises Refused."""
    words = clean_line(words)
    if not words:
        raise Refused(_("Please say in a few words what you want to reach."), field="words")
    if len(words) > LONGEST_WORDS:
        raise Refused(_("At most %(max)s characters, please.") % {"max": LONGEST_WORDS}, field="words")
    if not may_end_on(until, timezone.localdate(clock.now())):
        raise Refused(_("Please choose a day in the next two years."), field="until")
    Company.objects.select_for_update().get(actor=company)
    if Goal.objects.filter(company=company, closed=None).count() >= MOST_GOALS:
        raise Refused(_("More than %(number)d goals are none. Close one first.") % {"number": MOST_GOALS})
    goal = Goal.objects.create(
        company_id=company,
        theme=theme,
        words=words,
        indicator=indicator,
        begins_at=begins_at,
        wanted=wanted,
        until=until,
        stated=clock.now(),
    )
    note(company=company, member=by, what="goal stated", words=words)
    return goal


@transaction.atomic
def close_goal(*, goal: Goal, by: int) -> None:
    """End a goal: reached, or given up. What served it stays so."""
    if Goal.objects.filter(id=goal.id, closed=None).update(closed=clock.now()):
        note(company=goal.company_id, member=by, what="goal closed", words=goal.words)


@transaction.atomic
def let_post_serve(*, company: int, post: int, goal: Goal | None) -> None:
    """Say which goal a post of the company serves, or none. Raises Refused for posts of others."""
    if not Post.objects.filter(id=post, author=company).exists():
        raise Refused(_("This post has been deleted."))
    if goal is None:
        Serving.objects.filter(post=post).delete()
    else:
        Serving.objects.update_or_create(post_id=post, defaults={"goal": goal})
