"""64-bit ids, ordered by time and made by the application.

42 bits hold the milliseconds since 1970 (until 2109), 21 bits tell ids of one millisecond apart. They start at a random
number in each millisecond and count up, so that one process never repeats itself and two processes meet once in two
million pairs of the same millisecond; the primary key then refuses the second and its transaction is undone.
"""

import secrets
import threading
from datetime import UTC, datetime

from draht.common import clock

COUNTER_BITS = 21
COUNTERS = 1 << COUNTER_BITS
LARGEST = (1 << 63) - 1

_lock = threading.Lock()
_last_millisecond = -1
_last_counter = 0


def new_id() -> int:
    """The next id. Ids made by one process in one millisecond ascend."""
    global _last_millisecond, _last_counter
    millisecond = int(clock.now().timestamp() * 1000)
    with _lock:
        if millisecond == _last_millisecond:
            _last_counter += 1
            if _last_counter >= COUNTERS:
                raise RuntimeError("Two million ids in one millisecond: the clock stands still.")
        else:
            _last_millisecond = millisecond
            _last_counter = secrets.randbelow(COUNTERS // 2)
        return (millisecond << COUNTER_BITS) | _last_counter


def first_id_at(moment: datetime) -> int:
    """The smallest id that can be made at `moment`: ids below it are older."""
    return int(moment.timestamp() * 1000) << COUNTER_BITS


def id_at(moment: datetime) -> int:
    """A new id that carries this moment, for what happened then and is written down later."""
    with clock.at(moment):
        return new_id()


def time_of(id: int) -> datetime:
    """When an id was made (UTC, milliseconds)."""
    return datetime.fromtimestamp((id >> COUNTER_BITS) / 1000, tz=UTC)
