"""What insights do when something happened elsewhere. Each may run twice."""

from draht.insights import actions
from draht.insights.models import Step
from draht.insights.tasks import rebuild_trail
from draht.posts.events import PostRecommended, RecommendationWithdrawn


def note_step(event: PostRecommended) -> None:
    """A trail grows by one step."""
    actions.add_step(post=event.post, actor=event.actor)


def mend_trail(event: RecommendationWithdrawn) -> None:
    """What came by somebody who takes it back came by the one before them."""
    if Step.objects.filter(post=event.post, actor=event.actor).exists():
        rebuild_trail.enqueue(event.post)
