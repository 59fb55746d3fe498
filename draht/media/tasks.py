"""Jobs about pictures that the clock enqueues. The one that follows an upload is in `sizes.py`."""

from django_tasks import task

from draht.media import actions


@task(priority=-10)
def sweep() -> None:
    """Bring rows and files in line."""
    actions.sweep()
