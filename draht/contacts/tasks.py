"""What contacts do by the clock."""

from django_tasks import task


@task
def expire_requests() -> None:
    """End requests that are sixty days old."""
    from draht.contacts import actions

    actions.expire_requests()


@task
def prune_changes() -> None:
    """Forget what is no longer new about contacts."""
    from draht.contacts import actions

    actions.prune_changes()
