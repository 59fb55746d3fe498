"""`draht serve`: the web server."""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Serve the pages (granian, WSGI). Put a reverse proxy with HTTPS before it on the internet."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen and with how many processes."""
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on (default: %(default)s)")
        parser.add_argument("--workers", type=int, default=1, help="processes, one per core (default: %(default)s)")
        parser.add_argument("--threads", type=int, default=2, help="threads per process (default: %(default)s)")

    def handle(self, *, host: str, port: int, workers: int, threads: int, **options: Any) -> None:
        """Become granian: this process turns into the server, so that signals and process ids stay simple."""
        granian = Path(sys.executable).with_name("granian")
        arguments = ["granian", "--interface", "wsgi", "--host", host, "--port", str(port), "--no-ws", "--http", "1"]
        arguments += ["--workers", str(workers), "--blocking-threads", str(threads), "--respawn-failed-workers"]
        arguments += ["--log-level", "warning", "--backlog", "1024", "draht.config.wsgi:application"]
        os.execv(granian, arguments)  # noqa: S606 - no shell, our own arguments
