"""What the newsroom does by the clock."""

from django_tasks import task


@task
def publish_due() -> None:
    """Publish what is due."""
    from draht.newsroom import actions

    actions.publish_due()
