"""Jobs of this room."""

from django_tasks import task

from draht.accounts import actions


@task()
def prune() -> None:
    """Forget what has had its time; runs daily (draht/config/clock.py)."""
    actions.prune_accounts()
