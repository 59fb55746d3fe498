"""What happened to members."""

from dataclasses import dataclass

from draht.outbox import Event


@dataclass(frozen=True)
class MemberJoined(Event):
    """Somebody became a member. `member` is the actor's id."""

    member: int


@dataclass(frozen=True)
class MemberRenamed(Event):
    """A member is called otherwise now."""

    member: int


@dataclass(frozen=True)
class MemberLeft(Event):
    """Somebody left. `member` is the actor's id: it has no name any more and is deleted an hour later, with everything
    that still belongs to it. Until then rooms can take away what needs more care than that."""

    member: int


@dataclass(frozen=True)
class EmployerChanged(Event):
    """A member's newest current station is at another employer than before; `station` is its id."""

    member: int
    station: int


@dataclass(frozen=True)
class PositionChanged(Event):
    """A member has another title at the same employer."""

    member: int
    station: int


@dataclass(frozen=True)
class StationLeft(Event):
    """A member no longer says of this station that they work at the company (an actor) now: it ended, was taken out or
    is at another employer. `was_confirmed`: the company had said so, too."""

    member: int
    station: int
    company: int
    was_confirmed: bool


@dataclass(frozen=True)
class CardFieldAdded(Event):
    """A member added a field to the business card."""

    member: int
    field: int


@dataclass(frozen=True)
class CardFieldChanged(Event):
    """The value of a field of a member's business card is another one now."""

    member: int
    field: int


@dataclass(frozen=True)
class CardFieldRemoved(Event):
    """A member took a field off the business card: whatever was released of it is gone."""

    member: int
    field: int
