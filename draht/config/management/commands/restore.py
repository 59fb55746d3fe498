"""`draht restore FILE`: put a backup into an empty installation."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from draht.config.backup import BackupError, restore_backup


class Command(BaseCommand):
    help = "Put a backup into an empty installation and bring its database up to this version."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to restore."""
        parser.add_argument("file", type=Path, help="a file made by draht backup")

    def handle(self, *, file: Path, **options: Any) -> None:
        """Restore, then migrate."""
        try:
            manifest = restore_backup(file)
        except BackupError as error:
            raise CommandError(str(error)) from error
        call_command("migrate", verbosity=0)
        self.stdout.write(f"Restored what Draht {manifest.draht} backed up at {manifest.made}. Next: draht doctor")
