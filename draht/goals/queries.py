"""Reads about goals."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from django.db.models import Count, F, Sum
from django.utils import timezone

from draht.common import clock
from draht.companies.rules import Right, companies_with
from draht.goals.models import GiveawayServing, Goal, Professions, Serving
from draht.posts.beside import Option
from draht.posts.models import Post

NEWEST = 20
_COUNTED = ("likes", "recommendations", "comments")


class Worked(NamedTuple):
    """What came of the posts that serve a goal; `goal` is None for those that name none."""

    goal: Goal | None
    posts: int
    likes: int
    recommendations: int
    comments: int


class ServingLine(NamedTuple):
    """A post of the company and the goal it serves, if any."""

    post: int
    excerpt: str
    goal: int | None


def open_goals(company: int) -> list[Goal]:
    """The goals of a company that are not closed, with their targets, the next to be due first."""
    rows = Goal.objects.filter(company=company, closed=None).prefetch_related("targets")
    return list(rows.order_by("until", "id"))


def goals_beside(viewer: int, companies: Collection[int]) -> Mapping[int, Sequence[Option]]:
    """The running goals of these companies, for whoever sees their figures: what a post may be said to serve."""
    seen = companies_with(viewer, Right.FIGURES).intersection(companies)
    found: dict[int, list[Option]] = {}
    rows = Goal.objects.filter(company__in=seen, closed=None, until__gte=timezone.localdate(clock.now()))
    for company, id, words in rows.order_by("until", "id").values_list("company_id", "id", "words"):
        found.setdefault(company, []).append(Option(id, words))
    return found


def professions_of(company: int) -> list[str]:
    """The words by which the professions are told among which a company wants followers."""
    found = Professions.objects.filter(company=company).values_list("words", flat=True).first()
    return found.split(", ") if found else []


def goal_of(company: int, goal: int) -> Goal | None:
    """One goal of a company."""
    return Goal.objects.filter(company=company, id=goal).first()


def newest_posts(company: int) -> list[ServingLine]:
    """The newest posts of a company with their goals."""
    rows = list(Post.objects.filter(author=company).order_by("-id").values_list("id", "excerpt")[:NEWEST])
    served = dict(Serving.objects.filter(post__in=[id for id, _ in rows]).values_list("post_id", "goal_id"))
    return [ServingLine(id, excerpt, served.get(id)) for id, excerpt in rows]


def served_by_giveaways(giveaways: Collection[int]) -> dict[int, Goal]:
    """By giveaway the goal that it serves, for those that serve one."""
    rows = GiveawayServing.objects.filter(giveaway__in=giveaways).select_related("goal")
    return {row.giveaway: row.goal for row in rows}


def what_worked(company: int, *, since: int) -> list[Worked]:
    """What came of a company's posts with ids from `since` on, by goal, the one due first before the others and closed
    ones after them; last, of the posts that name none."""
    served = Serving.objects.filter(post__author=company, post__gte=since)
    sums = {"posts": Count("post"), **{name: Sum(f"post__{name}") for name in _COUNTED}}
    counted = served.order_by().values("goal").annotate(**sums).values_list("goal", *sums)
    by_goal = {goal: figures for goal, *figures in counted}
    goals = Goal.objects.filter(id__in=by_goal).order_by(F("closed").asc(nulls_first=True), "until", "id")
    found = [Worked(goal, *by_goal[goal.id]) for goal in goals]
    others = Post.objects.filter(author=company, id__gte=since).exclude(id__in=served.values("post"))
    row = others.aggregate(posts=Count("id"), **{name: Sum(name) for name in _COUNTED})
    return [*found, Worked(None, *row.values())] if row["posts"] else found
