"""The outbox: something happened → it is recorded → others react; and the jobs that carry it.

Owns recorded events, jobs, the worker and the clock. Must not know who listens (`draht/config/wiring.py` does), what
runs by the clock (`draht/config/clock.py` does) or anything about members and what they write.

How to use it is told in docs/decisions/0003-jobs.md.
"""

from draht.outbox.events import Event
from draht.outbox.listeners import listen, unheard
from draht.outbox.rules import tries
from draht.outbox.ticks import Tick, run_by_the_clock

__all__ = ["Event", "Tick", "listen", "once", "record", "run_by_the_clock", "tries", "unheard"]


def record(event: Event) -> int:
    """Write down what happened, and one job for each listener, in the caller's transaction. Returns the event's id.

    Raises TransactionManagementError outside of `transaction.atomic`: an event without its facts would be a lie.
    """
    from draht.outbox.actions import record_event  # models can only be imported when all apps are there

    return record_event(event)


def once(key: str) -> bool:
    """Whether this is the first time that `key` is asked for; call it in the transaction of the effect it guards.

    A job may run twice. `with transaction.atomic(): if once(f"welcome {id}"): ...` lets its effect happen once: key and
    effect are committed together or not at all. Raises TransactionManagementError outside of `transaction.atomic`.
    """
    from draht.outbox.actions import claim_once

    return claim_once(key)
