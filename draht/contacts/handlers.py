"""What contacts do when something happened elsewhere. Each may run twice."""

from draht.contacts import actions
from draht.contacts.models import Change
from draht.members.events import (
    CardFieldAdded,
    CardFieldChanged,
    CardFieldRemoved,
    EmployerChanged,
    PositionChanged,
)
from draht.ties.events import ActorBlocked


def end_what_stood_between(event: ActorBlocked) -> None:
    """A block takes away releases, tags and open requests."""
    actions.clear_after_block(one=event.source, other=event.target)


def note_new_employer(event: EmployerChanged) -> None:
    """Contacts learn of a new employer."""
    actions.note_change(member=event.member, what=Change.What.EMPLOYER, object_id=event.station)


def note_new_position(event: PositionChanged) -> None:
    """Contacts learn of a new position."""
    actions.note_change(member=event.member, what=Change.What.POSITION, object_id=event.station)


def note_changed_field(event: CardFieldAdded | CardFieldChanged) -> None:
    """Contacts to whom it is released learn of a new number."""
    actions.note_change(member=event.member, what=Change.What.FIELD, object_id=event.field)


def forget_removed_field(event: CardFieldRemoved) -> None:
    """A field that is gone is no news."""
    actions.forget_change(member=event.member, what=Change.What.FIELD, object_id=event.field)
