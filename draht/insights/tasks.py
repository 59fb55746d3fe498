"""Jobs about insights."""

from django_tasks import task

from draht.insights import actions


@task(priority=-5)
def rebuild_trail(post: int) -> None:
    """Make a trail anew."""
    actions.rebuild_trail(post=post)
