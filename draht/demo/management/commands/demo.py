"""`draht demo`: fill an empty Draht with the demo trade."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from draht.demo.build import build
from draht.demo.cards import mail_of
from draht.demo.reading import load
from draht.demo.trade import LANGUAGES, PERSONAS, Language
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
        self.stdout.write(f"\n{len(members)} people are in. Those you will want to be:\n")
        for key in PERSONAS:
            member = members[key]
            member.actor.refresh_from_db()
            self.stdout.write(f"  {member!s:<16} {mail_of(trade.people[key], trade):<46} {member.actor.headline}\n")
        way = "at /dev/sign-in/" if settings.DRAHT_DEVELOPMENT else "with: draht signin-link ADDRESS"
        self.stdout.write(f"They have no passwords. Sign in {way}\n")
