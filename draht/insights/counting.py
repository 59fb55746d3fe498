"""What is counted of a company's month: one function for each indicator, from what happened anyway.

Every figure rests on public acts, or on what the team sees in its inbox. Nobody is counted for having looked.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import reduce
from operator import or_
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Sum

from draht.common import clock
from draht.common.ids import first_id_at
from draht.companies.models import Company
from draht.enquiries.models import Enquiry, Outcome, State, Wait
from draht.goals.models import Indicator
from draht.goals.queries import professions_of
from draht.insights.models import Step
from draht.members.models import Audience, Section, SectionAudience, Station
from draht.posts.models import Case, Comment, Recommendation
from draht.ties.models import Tie, TieKind


class Span(NamedTuple):
    """A company and a stretch of time, `end` not included."""

    company: int
    begin: datetime
    end: datetime

    def within(self, field: str) -> Q:
        """Moments in this stretch."""
        return Q(**{f"{field}__gte": self.begin, f"{field}__lt": self.end})

    @property
    def ids(self) -> Q:
        """Ids made in this stretch."""
        return Q(id__gte=first_id_at(self.begin), id__lt=first_id_at(self.end))


def month_of(company: Company, month: date) -> Span:
    """The month that begins on this day, in the time zone of the company."""
    zone = ZoneInfo(company.time_zone)
    after = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    begin, end = (datetime(day.year, day.month, 1, tzinfo=zone).astimezone(UTC) for day in (month, after))
    return Span(company.actor_id, begin, end)


def _followers(span: Span) -> int:
    """Who follows at the end of the month and still does."""
    return _following(span).count()


def _following(span: Span) -> QuerySet[Tie]:
    return Tie.objects.filter(target=span.company, kind=TieKind.FOLLOW, since__lt=span.end)


def _of_professions(span: Span) -> int | None:
    """Of these, whose present title names one of the professions the company wants; None if it named none. Whoever
    shows their career to contacts alone is not counted."""
    words = professions_of(span.company)
    titled = reduce(or_, (Q(title__icontains=word) for word in words), Q())
    present = Station.objects.filter(titled, member=OuterRef("source"), to_year=None)
    hidden = SectionAudience.objects.filter(
        member=OuterRef("source"), section=Section.STATIONS, audience=Audience.CONTACTS
    )
    return _following(span).filter(Exists(present), ~Exists(hidden)).count() if words else None


def _by_others(span: Span) -> Q:
    return span.ids & Q(post__author=span.company, author__isnull=False) & ~Q(author=span.company)


def _comments(span: Span) -> int:
    """Comments below the company's posts that are not its own."""
    return Comment.objects.filter(_by_others(span)).count()


def _returning(span: Span) -> int:
    """People who commented in the month and had done so before."""
    before = Comment.objects.filter(
        post__author=span.company, author=OuterRef("author"), id__lt=first_id_at(span.begin)
    )
    people = Comment.objects.filter(_by_others(span)).filter(Exists(before))
    return people.order_by().values("author").distinct().count()


def _enquiries(span: Span, *, known: bool) -> int:
    """Enquiries of the month by people who asked the company for the first time, or again."""
    sent = Enquiry.objects.filter(company=span.company, post_id=0).exclude(state=State.UNCONFIRMED)
    same = Q(asker=OuterRef("asker")) | Q(guest_email=OuterRef("guest_email"), asker=None)
    earlier = sent.filter(same, asked__lt=OuterRef("asked"))
    asked = sent.filter(span.within("asked"))
    return asked.filter(Exists(earlier) if known else ~Exists(earlier)).count()


def _answered(span: Span) -> int | None:
    """Of a hundred first questions of the month, how many were answered within one working day, rounded down; None if
    none was asked. Who still waits after that day was not."""
    waits = Wait.objects.filter(span.within("began"), company=span.company, is_first=True)
    is_over = Q(outcome__in=(Outcome.ANSWERED, Outcome.UNANSWERED)) | Q(
        outcome=Outcome.WAITING, day_over__lte=clock.now()
    )
    asked = waits.filter(is_over).count()
    in_time = waits.filter(outcome=Outcome.ANSWERED, ended__lte=F("day_over")).count()
    return 100 * in_time // asked if asked else None


def _reach(span: Span) -> int:
    """Into how many feeds the recommendations of the month carried posts of the company."""
    steps = Step.objects.filter(span.ids, post__author=span.company)
    return steps.aggregate(feeds=Sum("feeds"))["feeds"] or 0


COUNTS: dict[Indicator, Callable[[Span], int | None]] = {
    Indicator.FOLLOWERS: _followers,
    Indicator.PROFESSIONS: _of_professions,
    Indicator.COMMENTS: _comments,
    Indicator.RETURNING: _returning,
    Indicator.ENQUIRIES_NEW: lambda span: _enquiries(span, known=False),
    Indicator.ENQUIRIES_KNOWN: lambda span: _enquiries(span, known=True),
    Indicator.ANSWERED: _answered,
    Indicator.CASES: lambda span: Case.objects.filter(span.within("opened"), company=span.company).count(),
    Indicator.SOLVED: lambda span: Case.objects.filter(span.within("solved"), company=span.company).count(),
    Indicator.RECOMMENDATIONS: lambda span: Recommendation.objects.filter(span.ids, post__author=span.company).count(),
    Indicator.REACH: _reach,
}
