"""Three companies state goals, say which posts serve them, and the months are counted."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from draht.common import clock
from draht.demo.stage import Stage, Step
from draht.demo.trade import Text
from draht.goals.actions import let_post_serve, state_goal
from draht.goals.models import Goal, Indicator, Theme
from draht.goals.queries import newest_posts
from draht.insights.actions import count_company

# Firm, who states it, theme, words, indicator, how much, in how many days from then.
_GOALS = (
    ("kupferwerk", "ada", Theme.IMAGE, Text("Ein Gespräch, keine Tafel", "A conversation, not a notice board"),
     Indicator.COMMENTS, 12, 200),
    ("kupferwerk", "ada", Theme.NEW, Text("Fünfzig, die uns folgen", "Fifty who follow us"),
     Indicator.FOLLOWERS, 50, 240),
    ("brennecke", "dora", Theme.EMPLOYER, Text("Alle wissen, dass wir ausbilden", "All know that we train"),
     Indicator.RECOMMENDATIONS, 20, 180),
    ("brennecke", "dora", Theme.LOYALTY, Text("Keine Frage bleibt liegen", "No question lies around"),
     Indicator.ANSWERED, 97, 200),
    ("nordkabel", "hanna", Theme.NEW, Text("Jeden Monat drei, die neu fragen", "Three new people asking every month"),
     Indicator.ENQUIRIES_NEW, 3, 150),
)  # fmt: skip
# When they are stated, in working days back; what was said since may serve them.
_STATED, _SORTED = 30, 3
_MONTHS = 7


class Goals:
    """Where the people and the pages are there."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._stated: dict[str, list[Goal]] = {}

    def steps(self) -> Iterator[Step]:
        """Stated early, sorted lately."""
        moment = self._stage.calendar.moment
        for row in _GOALS:
            if row[1] in self._stage.trade.people:
                yield self._stage.step(moment(_STATED, "16:00"), self._state, *row)
        yield self._stage.step(moment(_SORTED, "16:00"), self._sort)

    def _state(
        self, firm: str, who: str, theme: Theme, words: Text, indicator: Indicator, wanted: int, days: int
    ) -> None:
        company = self._stage.companies.get(firm)
        if company is None or who not in self._stage.members:
            return
        goal = state_goal(
            company=company,
            by=self._stage.id(who),
            theme=theme,
            words=self._stage.said(words),
            indicator=indicator,
            begins_at=0,
            wanted=wanted,
            until=timezone.localdate(clock.now()) + timedelta(days=days),
        )
        self._stated.setdefault(firm, []).append(goal)

    def _sort(self) -> None:
        """The posts serve the goals of their company in turn, each third none."""
        for firm, goals in self._stated.items():
            company = self._stage.companies[firm]
            for place, line in enumerate(newest_posts(company)):
                if place % 3 < len(goals):
                    let_post_serve(company=company, post=line.post, goal=goals[place % 3])

    def count(self) -> None:
        """Count the months of those that have goals, as the clock would have done every night."""
        for firm in self._stated:
            count_company(company=self._stage.companies[firm], months=_MONTHS)
