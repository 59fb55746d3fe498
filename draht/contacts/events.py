"""What happened between two who are, were or may become contacts."""

from dataclasses import dataclass

from draht.outbox import Event


@dataclass(frozen=True)
class ContactRequested(Event):
    """`asker` asked `asked` for contact."""

    request: int
    asker: int
    asked: int


@dataclass(frozen=True)
class RequestRefused(Event):
    """`asked` declined a request or called it a sales pitch. No notice may come of it: the asker must not learn."""

    request: int
    asker: int
    asked: int


@dataclass(frozen=True)
class RequestWithdrawn(Event):
    """`asker` took a request back."""

    request: int
    asker: int
    asked: int


@dataclass(frozen=True)
class ContactAgreed(Event):
    """`asker` and `asked` are contacts now."""

    request: int
    asker: int
    asked: int


@dataclass(frozen=True)
class ContactEnded(Event):
    """`one` ended the contact with `other`."""

    one: int
    other: int


@dataclass(frozen=True)
class ReleasesChanged(Event):
    """What `owner` releases to `contact` of their card has changed."""

    owner: int
    contact: int
