"""The outbox's own jobs."""

from django_tasks import task

from draht.outbox import actions
from draht.outbox.events import Fact
from draht.outbox.listeners import tell_listener


@task
def tell(path: str, name: str, facts: dict[str, Fact]) -> None:
    """Call one listener with one event. The worker runs this in the transaction that ends the job."""
    tell_listener(path, name, facts)


@task
def prune() -> None:
    """Delete old events and keys."""
    actions.prune()
