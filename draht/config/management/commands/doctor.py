"""`draht doctor`: what is wrong with this installation, and what to do."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation

from draht.config.doctor import Verdict, examine


class Command(BaseCommand):
    help = "Name what is wrong with this installation and what to do, one line each. Exit code 1 if something is wrong."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to look for the web server."""
        parser.add_argument("--port", type=int, help="port of draht serve on this machine, if not 8000")

    def handle(self, *, port: int | None, **options: Any) -> None:
        """Print the findings as they come."""
        counted = dict.fromkeys(Verdict, 0)
        with translation.override("en"):
            for finding in examine(port=port):
                counted[finding.verdict] += 1
                self.stdout.write(str(finding))
        warnings = f"{counted[Verdict.WARNING]} {'warning' if counted[Verdict.WARNING] == 1 else 'warnings'}"
        self.stdout.write("")
        if counted[Verdict.WRONG]:
            self.stdout.write(f"{counted[Verdict.WRONG]} wrong, {warnings}.")
            sys.exit(1)
        self.stdout.write(f"Nothing is wrong; {warnings}.")
