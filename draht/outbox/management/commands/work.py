"""`draht work`: do the jobs, until told to stop."""

from typing import Any

from django.core.management.base import BaseCommand

from draht.outbox.worker import WorkerLoop


class Command(BaseCommand):
    help = "Do the jobs: mail, pictures, notices, and what runs by the clock. Stops cleanly on ctrl-c and SIGTERM."

    def handle(self, *_args: Any, **_options: Any) -> None:
        WorkerLoop().run()
