"""`draht prepare`: what must be done before serving: database, static files, and the demo trade if asked for."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from draht.config import statics
from draht.config.tables import TOO_OLD, left_behind
from draht.demo.welcome import welcome
from draht.members.models import Member


class Command(BaseCommand):
    help = "Bring database and static files up to date; with --demo, fill a new database with the demo trade."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether a new database is filled."""
        parser.add_argument("--demo", choices=("en", "de"), help="language of the demo trade for a new database")

    def handle(self, *, demo: str | None, **options: Any) -> None:
        """Do only what is needed, so that a second start is quick. Whoever tries Draht out is told who can sign in."""
        if rooms := left_behind():
            raise CommandError(f"The tables of {', '.join(rooms)} are from before the first release. {TOO_OLD}")
        call_command("migrate", verbosity=0)
        statics.collect()
        if demo and not Member.objects.exists():
            call_command("demo", language=demo)
        elif settings.DRAHT_DEVELOPMENT:
            self.stdout.write("\n".join(welcome()))
        connection.close()
