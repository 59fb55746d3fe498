"""The job that makes an archive. Not in `tasks.py`, because actions enqueue it."""

from django_tasks import task

from draht.common import clock
from draht.portability import shelf
from draht.portability.export import write_archive
from draht.portability.models import Takeaway


@task(priority=-5)
def make_takeaway(member: int, key: str) -> None:
    """Make the archive that a member asked for. Does nothing if they have left or asked anew; may run twice."""
    asked = Takeaway.objects.filter(member=member, key=key, ready=None)
    if not asked.exists():
        return
    with shelf.open_new(key) as file:
        write_archive(member, file)
    size = shelf.put_in_place(key)
    if not asked.update(ready=clock.now(), size=size):
        shelf.forget(key)
