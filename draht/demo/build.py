"""Lets the demo trade happen: everything through the public actions, in the order of time, with the clock set back.

It is one transaction: killed half-way, it leaves nothing. What listeners make of the events of the last weeks
(notices, news about contacts) happens at the time of the event, too.
"""

from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from datetime import datetime

from django.db import transaction
from django.utils import translation
from tqdm import tqdm

from draht import outbox
from draht.common import clock
from draht.demo.arrivals import Arrivals
from draht.demo.articles import Articles
from draht.demo.conduct import Conduct
from draht.demo.conversations import Conversation
from draht.demo.criticism import Criticism
from draht.demo.enquiries import Enquiries
from draht.demo.giveaways import Giveaways
from draht.demo.goals import Goals
from draht.demo.mandates import Mandates
from draht.demo.meetings import Meetings
from draht.demo.openings import Openings
from draht.demo.stage import Stage, Step
from draht.demo.trade import Language, Trade
from draht.insights.actions import rebuild_trails
from draht.members.models import Member
from draht.notifications.actions import mark_read
from draht.outbox.worker import run_until_idle

# Working days back from which on people hear of what happens. Notices of what is older would be read long ago.
_NEWS = 25
# Looking for jobs after every act would cost as much as the act; a few acts later is still the same hour.
_LISTEN_EVERY = 5


def build(*, trade: Trade, language: Language, now: datetime, is_quiet: bool = False) -> Mapping[str, Member]:
    """Let everything happen up to `now`, and return the members by their keys. Undone as a whole if anything fails."""
    with transaction.atomic(), translation.override(language):
        stage = Stage(trade, language, now)
        goals = Goals(stage)
        news = stage.calendar.moment(_NEWS, "00:00")
        # Without a terminal, nobody watches a bar.
        for step in tqdm(_in_order(stage, goals), desc="Demo trade", unit=" acts", disable=True if is_quiet else None):
            with clock.at(step.moment), outbox.unheard() if step.moment < news else nullcontext():
                step.act()
                if step.moment >= news and step.number % _LISTEN_EVERY == 0:
                    run_until_idle()
    # What is left, the smaller sizes of portraits above all. A worker would do it as well.
    run_until_idle()
    # Nobody heard of what is older than the news.
    rebuild_trails()
    goals.count()
    return stage.members


def _in_order(stage: Stage, goals: Goals) -> list[Step]:
    steps = [*Arrivals(stage).steps(), *Openings(stage).steps(), *Meetings(stage).steps(), *_looks_at_notices(stage)]
    steps += [*Criticism(stage).steps(), *goals.steps()]
    steps += [*Enquiries(stage, stage.companies.get).steps(), *Giveaways(stage).steps(), *Mandates(stage).steps()]
    steps += [*Conduct(stage).steps(), *Articles(stage).steps()]
    for thread in stage.trade.threads:
        steps += Conversation(stage, thread).steps()
    return sorted(steps, key=lambda step: (step.moment, step.number))


def _looks_at_notices(stage: Stage) -> Iterator[Step]:
    """Everybody has read what was new up to the day before yesterday."""
    moment = stage.calendar.moment(2, "19:30")
    for key in stage.trade.people:
        yield stage.step(moment, lambda key=key: mark_read(recipient=stage.id(key)))
