"""The job that ends a leaving."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

# So that the rooms that listen to MemberLeft have put their things in order before the actor goes.
_PAUSE = timedelta(hours=1)


@task
def forget_member(actor: int) -> None:
    """Delete the actor of somebody who left."""
    from draht.members import actions

    actions.forget(actor=actor)


def forget_later(actor: int) -> None:
    """Enqueue it."""
    forget_member.using(run_after=timezone.now() + _PAUSE).enqueue(actor)
