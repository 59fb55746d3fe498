"""`draht export WHO FILE`: everything that a member wrote, to take along."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from draht.members.management.asked import ask_for_member, asked_member
from draht.portability.export import write_archive


class Command(BaseCommand):
    help = "Write everything that a member wrote and chose into a ZIP file: JSON and pictures."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose, and where to."""
        ask_for_member(parser)
        parser.add_argument("file", type=Path, help="the file to write, such as anna-berg.zip")

    def handle(self, *, who: str, file: Path, **options: Any) -> None:
        """Write it; overwrite nothing."""
        member = asked_member(who)
        try:
            with file.open("xb") as target:
                file.chmod(0o600)
                write_archive(member.actor_id, target)
        except OSError as error:
            raise CommandError(f"The file could not be written: {error}") from None
        self.stdout.write(f"{file}: everything that {member} wrote and chose here. Give it to nobody else.")
