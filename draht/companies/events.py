"""What happened to companies. Ids are those of actors."""

from dataclasses import dataclass

from draht.outbox import Event


@dataclass(frozen=True)
class CompanyPublished(Event):
    """The page of `company` can be seen by others now; `member` did it."""

    company: int
    member: int


@dataclass(frozen=True)
class CompanyRenamed(Event):
    """`company` has another name now."""

    company: int


@dataclass(frozen=True)
class TeamChanged(Event):
    """The roles of `member` in the team of `company` are others than before."""

    company: int
    member: int


@dataclass(frozen=True)
class TeamInvited(Event):
    """`member` is asked into the team of `company`."""

    company: int
    member: int
    invitation: int


@dataclass(frozen=True)
class EmploymentConfirmed(Event):
    """It holds now that `member` works at `company`. `act` has the time of it."""

    company: int
    member: int
    station: int
    act: int


@dataclass(frozen=True)
class EmploymentEnded(Event):
    """`member` no longer works at `company`, where they had been confirmed. `act` has the time of it."""

    company: int
    member: int
    station: int
    act: int


@dataclass(frozen=True)
class ClaimDecided(Event):
    """The host has decided about what `member` asked about the page of `company`."""

    company: int
    member: int
    claim: int


@dataclass(frozen=True)
class MandateOffered(Event):
    """`company` asks `member` to act for it under a mandate."""

    company: int
    member: int
    mandate: int


@dataclass(frozen=True)
class MandateEnded(Event):
    """A mandate that was accepted is over; `member` is who acted under it, `by` who ended it, None for the clock."""

    company: int
    member: int
    mandate: int
    by: int | None
