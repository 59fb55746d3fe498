"""`draht house-rules`: read the house rules that hold, or publish a new version."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from draht.accounts import actions, queries
from draht.common.refusal import Refused


class Command(BaseCommand):
    help = "Show the house rules; `publish ENGLISH GERMAN` puts a new version in force, from two Markdown files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`publish` with its two files."""
        parser.add_argument("publish", nargs="?", choices=("publish",), help="put a new version in force")
        parser.add_argument("english", nargs="?", type=Path, help="file with the English text")
        parser.add_argument("german", nargs="?", type=Path, help="file with the German text")

    def handle(self, *, publish: str | None, english: Path | None, german: Path | None, **options: Any) -> None:
        """Show or publish."""
        if publish is None:
            for text in queries.house_rules_texts().values():
                self.stdout.write(text)
            return
        if english is None or german is None:
            raise CommandError("Two files are needed: draht house-rules publish ENGLISH.md GERMAN.md")
        try:
            published = actions.publish_house_rules(text_en=_read(english), text_de=_read(german))
        except Refused as refused:
            raise CommandError(refused.message) from refused
        self.stdout.write(f"Version {published.version} holds. Everybody is asked to agree before writing again.")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path}: {error}") from error
