"""`draht make-host WHO`: let a member keep order here."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from draht.accounts.actions import make_host
from draht.members.management.asked import ask_for_member, asked_member


class Command(BaseCommand):
    help = "Let a member keep order here: approve sign-ups, publish house rules, watch the jobs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whom."""
        ask_for_member(parser)

    def handle(self, *, who: str, **options: Any) -> None:
        """Do it."""
        member = asked_member(who)
        make_host(user=member.user)
        self.stdout.write(f"{member} is a host now.")
