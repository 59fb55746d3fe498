"""What happened to enquiries. Ids of actors, enquiries, messages and waits."""

from dataclasses import dataclass

from draht.outbox import Event


@dataclass(frozen=True)
class EnquiryAsked(Event):
    """Somebody asks `company`, for the first time or once more: `message` is the question."""

    company: int
    enquiry: int
    message: int


@dataclass(frozen=True)
class EnquiryAnswered(Event):
    """`company` answered; `message` is the answer."""

    company: int
    enquiry: int
    message: int


@dataclass(frozen=True)
class EnquiryAssigned(Event):
    """`by` gave the enquiry to `member` of the same team; `change` is the id of this."""

    company: int
    enquiry: int
    member: int
    by: int
    change: int


@dataclass(frozen=True)
class AnswerMissed(Event):
    """Somebody still waits, and the clock has come to this `stage` (`models.Stage`)."""

    company: int
    enquiry: int
    wait: int
    stage: int


@dataclass(frozen=True)
class WaitEnded(Event):
    """Nobody waits for an answer to this enquiry any more."""

    company: int
    enquiry: int


@dataclass(frozen=True)
class EnquiryDeleted(Event):
    """The enquiry is gone, with all that was written to it."""

    enquiry: int
