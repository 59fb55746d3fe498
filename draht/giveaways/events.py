"""What happened in giveaways. No event names a winner: it would outlive the date at which their data are deleted."""

from dataclasses import dataclass

from draht.outbox import Event


@dataclass(frozen=True)
class ValueKnown(Event):
    """The day has come on which the public value that decides `giveaway` by `company` comes to be."""

    giveaway: int
    company: int


@dataclass(frozen=True)
class WinnerDrawn(Event):
    """A prize of `giveaway` by `company` waits for the answer of whoever `win` belongs to."""

    win: int
    giveaway: int
    company: int


@dataclass(frozen=True)
class GiveawayDropped(Event):
    """The draft of `giveaway` by `company` was thrown away."""

    giveaway: int
    company: int


@dataclass(frozen=True)
class GiveawayCleared(Event):
    """The entrants' data of `giveaway` are deleted."""

    giveaway: int
    company: int
