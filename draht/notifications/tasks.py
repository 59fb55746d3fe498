"""Jobs about notices."""

from django_tasks import task

from draht.notifications import actions, mailing


@task
def mail_notices() -> None:
    """Mail what is not read at the bell."""
    mailing.mail_notices()


@task(priority=-10)
def forget_old_notices() -> None:
    """Delete notices that are too old to matter."""
    actions.forget_old_notices()
