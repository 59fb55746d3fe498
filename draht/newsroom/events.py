"""What happened to drafts. Ids of people and companies are those of actors."""

from dataclasses import dataclass

from draht.outbox import Event


@dataclass(frozen=True)
class DraftWaits(Event):
    """`writer` laid a draft before `company`. `version` has the time of it."""

    company: int
    writer: int
    draft: int
    version: int


@dataclass(frozen=True)
class DraftReleased(Event):
    """`company` released a draft of `writer`. `act` has the time of it."""

    company: int
    writer: int
    draft: int
    act: int


@dataclass(frozen=True)
class DraftReturned(Event):
    """`company` returned a draft to `writer`, with words. `act` has the time of it."""

    company: int
    writer: int
    draft: int
    act: int


@dataclass(frozen=True)
class DraftStopped(Event):
    """A draft of `company` that `member` planned could not be published. `act` has the time of it."""

    company: int
    member: int
    draft: int
    act: int
