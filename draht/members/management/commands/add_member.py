"""`draht add-member ADDRESS FIRST LAST`: let somebody in by hand, above all the host."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import translation

from draht.accounts.actions import make_host
from draht.accounts.models import User
from draht.common.refusal import Refused
from draht.members.actions import join
from draht.members.management.commands.signin_link import link_for
from draht.members.models import Member


class Command(BaseCommand):
    help = "Make somebody a member without a sign-up, for instance yourself as the host, and print a link to sign in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who."""
        parser.add_argument("address", help="the mail address to sign in with")
        parser.add_argument("first_name")
        parser.add_argument("last_name")
        parser.add_argument("--host", action="store_true", help="they keep order here")

    def handle(self, *, address: str, first_name: str, last_name: str, host: bool, **options: Any) -> None:
        """Make the account and the member in one transaction."""
        try:
            validate_email(address)
            with translation.override("en"), transaction.atomic():
                member = _let_in(address, first_name, last_name, host=host)
        except ValidationError:
            raise CommandError(f"{address} is no mail address.") from None
        except Refused as refused:
            raise CommandError(refused.message) from None
        self.stdout.write(f"{member} is a member{' and the host' if host else ''}. Sign in once with this link:")
        self.stdout.write(link_for(member))


def _let_in(address: str, first_name: str, last_name: str, *, host: bool) -> Member:
    if User.objects.taken([address.strip().lower()]):
        raise Refused(f"{address} has an account already: draht signin-link {address}")
    user = User.objects.create_user(address, language=settings.LANGUAGE_CODE)
    member = join(user=user, first_name=first_name, last_name=last_name)
    if host:
        make_host(user=user)
    return member
