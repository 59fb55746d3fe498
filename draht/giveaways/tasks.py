"""What giveaways do by the clock."""

from django_tasks import task

from draht.giveaways import actions


@task
def keep_time() -> None:
    """Fix lists whose time is over, tell where the public value is known, pass on prizes that nobody confirmed, delete
    data whose date has come."""
    actions.close_giveaways()
    actions.tell_of_values()
    actions.pass_on_lapsed()
    actions.clear_giveaways()
