"""What insights do when something happened elsewhere. Each may run twice."""

from draht.giveaways.events import GiveawayDropped
from draht.goals.actions import let_giveaway_serve
from draht.goals.events import ProfessionsNamed
from draht.goals.models import Indicator
from draht.insights import actions
from draht.insights.models import Step
from draht.insights.queries import MONTHS
from draht.insights.tasks import count_company, rebuild_trail
from draht.posts.events import PostRecommended, RecommendationWithdrawn


def note_step(event: PostRecommended) -> None:
    """A trail grows by one step."""
    actions.add_step(post=event.post, actor=event.actor)


def mend_trail(event: RecommendationWithdrawn) -> None:
    """What came by somebody who takes it back came by the one before them."""
    if Step.objects.filter(post=event.post, actor=event.actor).exists():
        rebuild_trail.enqueue(event.post)


def forget_giveaway(event: GiveawayDropped) -> None:
    """A draft that is gone serves nothing; the rooms of giveaways and of goals do not know each other."""
    let_giveaway_serve(giveaway=event.giveaway, goal=None)


def count_professions(event: ProfessionsNamed) -> None:
    """What was counted before was something else: all months begin anew."""
    actions.forget_months(company=event.company, indicator=Indicator.PROFESSIONS)
    count_company.enqueue(event.company, MONTHS)
