"""What happened between two actors."""

from dataclasses import dataclass

from draht.outbox import Event


@dataclass(frozen=True)
class ActorFollowed(Event):
    """`source` follows `target`."""

    source: int
    target: int


@dataclass(frozen=True)
class ActorBlocked(Event):
    """`source` blocked `target`: all other ties between them are gone."""

    source: int
    target: int
