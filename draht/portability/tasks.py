"""Jobs that the clock enqueues."""

from django_tasks import task

from draht.portability import actions


@task(priority=-10)
def drop_takeaways() -> None:
    """Delete archives that are past their time."""
    actions.drop_takeaways()
