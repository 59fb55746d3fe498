"""How a form tells of a hint: as an error at its text, with a button to go on all the same."""

from typing import Protocol

from draht.common.refusal import Refused
from draht.hints.actions import Hinted

# What the button sends.
AGREED = "agreed"


class AskingForm(Protocol):
    """A form below which the button may stand. Without a hint, `agree_to` is empty."""

    agree_to: str

    def add_error(self, field: str | None, error: str) -> None: ...


def refuse(form: AskingForm, refused: Refused) -> None:
    """Show why what was typed was refused; if it was only a hint, with the way to go on."""
    form.add_error(refused.field or None, refused.message)
    form.agree_to = refused.mark if isinstance(refused, Hinted) else ""
