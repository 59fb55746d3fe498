"""`draht backup FILE`: database, pictures and secret key in one file, also while Draht runs."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from draht.config.backup import BackupError, make_backup


class Command(BaseCommand):
    help = "Write the whole network into one file: database, pictures, secret key. Draht may go on running."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument("file", type=Path, help="the file to write, such as draht-2026-05-19.tar")

    def handle(self, *, file: Path, **options: Any) -> None:
        """Write it, check it, say how large it is."""
        try:
            size = make_backup(file)
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{file}: {size / 1024**2:,.1f} MB. Whoever has this file has everything: keep it safe.")
