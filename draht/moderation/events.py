"""What happened in keeping order."""

from dataclasses import dataclass

from draht.outbox import Event


@dataclass(frozen=True)
class AppealMade(Event):
    """`author` asked the host to decide about a comment that was hidden."""

    appeal: int
    author: int


@dataclass(frozen=True)
class AppealDecided(Event):
    """`host` decided about an appeal by `author` against `company`. `act` is the id of the decision."""

    act: int
    appeal: int
    author: int
    company: int
    host: int
