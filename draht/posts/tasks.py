"""Jobs about posts."""

from django_tasks import task

from draht.posts.actions import erasing, mentions, pictures


@task(priority=-10)
def drop_old_drafts() -> None:
    """Delete what was kept for drafts that were never published."""
    pictures.drop_old_drafts()


@task
def erase_words(actor: int) -> None:
    """Delete everything that an actor wrote and did with posts."""
    erasing.erase_words(actor=actor)


@task(priority=-5)
def renew_mentions(actor: int) -> None:
    """Let what others wrote call an actor by the name they have now."""
    mentions.renew_mentions(actor=actor)
