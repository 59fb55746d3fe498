"""Who can sign in, in lines for a terminal: what `draht demo` and `bin/run` say."""

from collections.abc import Iterator

from django.conf import settings

from draht.demo.cards import mail_of
from draht.demo.queries import personas
from draht.demo.reading import load
from draht.members.models import Member


def welcome() -> Iterator[str]:
    """The personas and the way in; or, where they are not, how others come in."""
    if here := personas():
        trade = load()
        yield "Those you will want to be:\n"
        for key, line in here.items():
            yield f"  {line.name:<16} {mail_of(trade.people[key], trade):<46} {line.headline}"
        way = "at /dev/sign-in/" if settings.DRAHT_DEVELOPMENT else "with: draht signin-link ADDRESS"
        yield f"They have no passwords. Sign in {way}"
    elif Member.objects.exists():
        way = "at /dev/sign-in/, or " if settings.DRAHT_DEVELOPMENT else ""
        yield f"Sign in as any member {way}with: draht signin-link WHO"
    else:
        yield "Nobody is in yet. Let yourself in with: draht add-member ADDRESS FIRST LAST --host"
