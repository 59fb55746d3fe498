"""How many requests a member may have open: pure functions over counts. Never to be bought.

What the asked decide is unseen by the asker, so refusals weigh from the day a request ends on the asker's own page
(`rules.LASTS` after it was sent), not from the day of the refusal. Reports of a sales pitch weigh at once, but only
from several people on, so that nobody can be told from the number; fewer count like requests that nobody answered.
"""

from dataclasses import dataclass
from datetime import timedelta

# The rules, as data.
START = 30  # open requests of somebody nothing is known about
PER_ACCEPTANCE = 2  # more for each request that was accepted lately
PER_REFUSAL = 1  # less for each that ended without a contact lately
PER_PITCH = 6  # less for each that was reported as a sales pitch lately
LEAST, MOST = 2, 200
PITCHES_TOGETHER = 3  # people who must have reported one before a report weighs more than a refusal
ACCEPTANCES_COUNT_FOR = timedelta(days=180)
REFUSALS_COUNT_FOR = timedelta(days=120)
PITCHES_COUNT_FOR = timedelta(days=365)
# A withdrawn request gives its place back after this pause, so that withdrawing is no way around the budget.
WITHDRAWN_HOLDS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Record:
    """What became of a member's requests, as counts within the times above."""

    open: int = 0
    withdrawn: int = 0
    accepted: int = 0
    refused: int = 0
    pitches: int = 0


@dataclass(frozen=True, slots=True)
class Budget:
    """How many requests may be open, how many places are taken, and what it was made from."""

    limit: int
    taken: int
    record: Record

    @property
    def left(self) -> int:
        """How many more may be sent now."""
        return max(0, self.limit - self.taken)


def budget_of(record: Record) -> Budget:
    """The budget that follows from a record."""
    earned = PER_ACCEPTANCE * record.accepted
    lost = PER_REFUSAL * record.refused + PER_PITCH * record.pitches
    limit = max(LEAST, min(MOST, START + earned - lost))
    return Budget(limit=limit, taken=record.open + record.withdrawn, record=record)
