"""Reads for those who try Draht on their own machine."""

from draht.actors.queries import ActorLine, lines
from draht.demo.cards import mail_of
from draht.demo.reading import load
from draht.demo.trade import PERSONAS
from draht.members.models import Member


def member_with_account(actor: int) -> Member | None:
    """The member to become, with the account to sign in to."""
    return Member.objects.select_related("user").filter(actor=actor).first()


def personas() -> dict[str, ActorLine]:
    """Those of the demo trade's personas who are here, by their keys."""
    trade = load()
    keys = {mail_of(trade.people[key], trade): key for key in PERSONAS}
    found = dict(Member.objects.filter(user__email__in=keys).values_list("user__email", "actor"))
    people = lines(found.values())
    return {key: people[found[mail]] for mail, key in keys.items() if mail in found}
