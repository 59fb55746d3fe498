"""`draht signin-link WHO`: a link that signs somebody in once."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import translation

from draht.accounts import mail
from draht.accounts.actions import make_sign_in_link
from draht.accounts.rules import SIGN_IN_LINK_LASTS
from draht.common.refusal import Refused
from draht.members.management.asked import ask_for_member, asked_member
from draht.members.models import Member


def link_for(member: Member) -> str:
    """The whole address of a fresh link. Raises Refused if the account cannot be entered."""
    with translation.override("en"):
        secret = make_sign_in_link(user=member.user)
    return mail.address(reverse("accounts:sign_in_link", args=[secret]))


class Command(BaseCommand):
    help = "Print a link that signs somebody in once, without a password. Give it to nobody else."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whom."""
        ask_for_member(parser)

    def handle(self, *, who: str, **options: Any) -> None:
        """Print it."""
        member = asked_member(who)
        try:
            link = link_for(member)
        except Refused as refused:
            raise CommandError(refused.message) from None
        self.stdout.write(f"{member}, {member.user.email}: once, within {SIGN_IN_LINK_LASTS.seconds // 60} minutes")
        self.stdout.write(link)
