"""Jobs of this room; they run by the clock (draht/config/clock.py)."""

from django_tasks import task

from draht.enquiries import actions


@task
def tell_of_waits() -> None:
    """Tell the team of answers whose time has come."""
    actions.tell_of_waits()


@task
def tidy_enquiries() -> None:
    """Close and delete what has had its time."""
    actions.tidy_enquiries()


@task
def count_figures() -> None:
    """Count for every company how its team answers."""
    actions.count_all_figures()
