"""`draht demo`: fill an empty Draht with the demo trade."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from draht.demo.build import build
from draht.demo.reading import load
from draht.demo.trade import LANGUAGES, Language
from draht.demo.welcome import welcome
from draht.members.models import Member


class Command(BaseCommand):
    help = "Fill an empty Draht with the demo trade: 160 invented people and what they have told each other."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """In which language they speak."""
        default = settings.LANGUAGE_CODE if settings.LANGUAGE_CODE in LANGUAGES else "en"
        parser.add_argument("--language", choices=LANGUAGES, default=default, help=f"default: {default}")

    def handle(self, *, language: Language, **options: Any) -> None:
        """Build it, unless somebody is there already."""
        if Member.objects.exists():
            raise CommandError("There are members already: the demo trade only comes into an empty Draht.")
        trade = load()
        members = build(trade=trade, language=language, now=timezone.now(), is_quiet=options["verbosity"] == 0)
        self.stdout.write("\n".join([f"\n{len(members)} people are in.", *welcome()]))
