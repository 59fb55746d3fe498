"""What happened to companies. Ids are those of actors."""

from dataclasses import dataclass

from draht.outbox import Event


@dataclass(frozen=True)
class CompanyPublished(Event):
    """The page of `company` can be seen by others now; `member` did it."""

    company: int
    member: int


@dataclass(frozen=True)
class TeamChanged(Event):
    """The roles of `member` in the team of `company` are others than before."""

    company: int
    member: int
