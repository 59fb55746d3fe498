"""Commands about one member, who is named on the command line."""

from argparse import ArgumentParser

from django.core.management.base import CommandError

from draht.members.models import Member
from draht.members.queries.naming import member_called


def ask_for_member(parser: ArgumentParser) -> None:
    """Let the command take `who`."""
    parser.add_argument("who", help="address, handle (the name in the address of the profile) or id")


def asked_member(who: str) -> Member:
    """The member of this name. Raises CommandError if there is none."""
    member = member_called(who)
    if member is None:
        raise CommandError(f"Nobody here is called {who}.")
    return member
