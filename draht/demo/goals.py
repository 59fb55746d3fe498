"""Three companies state goals, say what serves them, and the months are counted."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from django.utils import timezone

from draht.common import clock
from draht.demo.stage import Stage, Step
from draht.demo.trade import Text
from draht.giveaways.queries import newest_giveaways
from draht.goals.actions import add_target, let_giveaway_serve, let_post_serve, name_professions, state_goal
from draht.goals.models import Goal, Indicator, Theme
from draht.goals.queries import newest_posts
from draht.insights.actions import count_company


class Aim(NamedTuple):
    """A goal of a firm: who states it, by which figures it is seen, and the words that only what serves it says."""

    firm: str
    who: str
    theme: Theme
    words: Text
    targets: tuple[tuple[Indicator, int], ...]
    days: int
    serving: tuple[Text, ...]


AIMS = (
    Aim("kupferwerk", "ada", Theme.IMAGE, Text("Ein Gespräch, keine Tafel", "A conversation, not a notice board"),
        ((Indicator.COMMENTS, 12), (Indicator.RECOMMENDATIONS, 10)), 200,
        (Text("Wir haben uns vertan", "We were wrong"),)),
    Aim("kupferwerk", "ada", Theme.NEW, Text("Fünfzig, die uns folgen", "Fifty who follow us"),
        ((Indicator.FOLLOWERS, 50),), 240,
        (Text("Risse je 100 Tonnen", "Breaks per 100 tonnes"), Text("jeder Spule ein Zettel", "a slip of paper"))),
    Aim("brennecke", "dora", Theme.EMPLOYER, Text("Alle wissen, dass wir ausbilden", "All know that we train"),
        ((Indicator.RECOMMENDATIONS, 20), (Indicator.COMMENTS, 15)), 180,
        (Text("Ausbildungsplätze", "apprenticeships"), Text("Offene Lehrwerkstatt", "Open training shop"))),
    Aim("brennecke", "dora", Theme.LOYALTY, Text("Keine Frage bleibt liegen", "No question lies around"),
        ((Indicator.ANSWERED, 97),), 200,
        (Text("Was wir liefern können", "What we can deliver"),)),
    Aim("brennecke", "dora", Theme.NEW, Text("Wer Draht braucht, kennt uns", "Whoever needs wire knows us"),
        ((Indicator.FOLLOWERS, 60), (Indicator.ENQUIRIES_NEW, 12), (Indicator.PROFESSIONS, 15)), 240,
        (Text("Messreihe für alle", "A series for everybody"), Text("Werkstattwagen", "workshop trolley"))),
    Aim("nordkabel", "hanna", Theme.NEW,
        Text("Jeden Monat drei, die neu fragen", "Three new people asking every month"),
        ((Indicator.ENQUIRIES_NEW, 3),), 150,
        (Text("Teilentladung an kurzen", "Partial discharge on short"), Text("Normen, kurz", "Standards, in brief"))),
)  # fmt: skip
# Whom they want to reach, by words that titles contain, and who says so.
PROFESSIONS = {
    "kupferwerk": ("ada", Text("Einkauf, Qualität, Konstruktion", "purchasing, quality, design")),
    "brennecke": ("dora", Text("Einkauf, Produktion, Ausbild", "purchasing, production, training")),
}
# When they are stated, in working days back, and when somebody says what serves them.
_STATED, _SORTED = 30, 1
_MONTHS = 12


class Goals:
    """Where the people and the pages are there."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._stated: list[tuple[Aim, Goal]] = []

    def steps(self) -> Iterator[Step]:
        """Stated early, sorted lately."""
        moment = self._stage.calendar.moment
        for aim in AIMS:
            if aim.who in self._stage.trade.people:
                yield self._stage.step(moment(_STATED, "16:00"), self._state, aim)
        for firm, (who, words) in PROFESSIONS.items():
            yield self._stage.step(moment(_STATED, "16:05"), self._name, firm, who, words)
        yield self._stage.step(moment(_SORTED, "16:00"), self._sort)

    def _name(self, firm: str, who: str, professions: Text) -> None:
        if firm in self._stage.companies and who in self._stage.members:
            company, by = self._stage.companies[firm], self._stage.id(who)
            name_professions(company=company, by=by, words=self._stage.said(professions))

    def _state(self, aim: Aim) -> None:
        company = self._stage.companies.get(aim.firm)
        if company is None or aim.who not in self._stage.members:
            return
        by, ((indicator, wanted), *further) = self._stage.id(aim.who), aim.targets
        goal = state_goal(
            company=company,
            by=by,
            theme=aim.theme,
            words=self._stage.said(aim.words),
            indicator=indicator,
            begins_at=0,
            wanted=wanted,
            until=timezone.localdate(clock.now()) + timedelta(days=aim.days),
        )
        for more, amount in further:
            add_target(goal=goal, by=by, indicator=more, begins_at=0, wanted=amount)
        self._stated.append((aim, goal))

    def _sort(self) -> None:
        """What a post says, or a giveaway is called, decides which goal it serves; many serve none."""
        for aim, goal in self._stated:
            company = self._stage.companies[aim.firm]
            known = [self._stage.said(words) for words in aim.serving]
            for line in newest_posts(company):
                if any(words in line.excerpt for words in known):
                    let_post_serve(company=company, post=line.post, goal=goal)
            for giveaway in newest_giveaways(company):
                if any(words in giveaway.title for words in known):
                    let_giveaway_serve(giveaway=giveaway.id, goal=goal)

    def count(self) -> None:
        """Count the months of those that have goals, as the clock would have done every night."""
        for firm in {aim.firm for aim, _goal in self._stated}:
            count_company(company=self._stage.companies[firm], months=_MONTHS)
