"""A giveaway whose days are over: python -m tests.journeys.giveaways COMPANY OWNER ENTRANT… (handles) prints its id.

Nobody waits a week before a screen: it began five days ago, and its public value is yesterday's.
"""

import sys
from datetime import timedelta

import django


def run(company: str, owner: str, entrants: list[str]) -> int:
    """Started, entered, and its list fixed, each at its time."""
    from draht.actors.models import Actor
    from draht.common import clock
    from draht.giveaways.actions import close_giveaways, draft_giveaway, enter, start_giveaway
    from draht.giveaways.tests.factories import plan

    now = clock.now()
    ids = {actor.handle: actor.id for actor in Actor.objects.filter(handle__in=[company, owner, *entrants])}
    days = {
        "closes": now - timedelta(days=2),
        "value_day": (now - timedelta(days=1)).date(),
        "deletes_on": (now + timedelta(days=60)).date(),
    }
    with clock.at(now - timedelta(days=5)):
        giveaway = draft_giveaway(company=ids[company], plan=plan(**days), by=ids[owner])
        start_giveaway(giveaway=giveaway, by=ids[owner])
        for handle in entrants:
            enter(giveaway=giveaway, member=ids[handle], answer="")
    with clock.at(now - timedelta(days=2) + timedelta(minutes=5)):
        close_giveaways()
    return giveaway


if __name__ == "__main__":
    django.setup()
    print(run(sys.argv[1], sys.argv[2], sys.argv[3:]))
