"""How an action says no."""


class Refused(Exception):
    """An act that the rules do not allow. The message is one translated sentence that the person who acted can read.

    `field` names the form field it belongs to, or is empty when it concerns the whole.
    """

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field
