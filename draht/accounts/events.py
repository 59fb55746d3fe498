"""What happened to accounts."""

from dataclasses import dataclass

from draht.outbox import Event


@dataclass(frozen=True)
class AccountOpened(Event):
    """Somebody confirmed their address, was approved where that is asked for, and is in."""

    user_id: int


@dataclass(frozen=True)
class AccountClosed(Event):
    """Somebody left: the account is empty and cannot be entered. The row goes a week later, so that every room can
    still find by `user_id` what it has to remove."""

    user_id: int


@dataclass(frozen=True)
class InvitationAccepted(Event):
    """The invited person is in. `by_user_id` vouched for `user_id`."""

    invitation_id: int
    by_user_id: int
    user_id: int
