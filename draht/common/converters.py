"""Ids in addresses: import this module in `urls.py` to write `<id:post>`."""

from django.urls import register_converter

from draht.common.ids import LARGEST


class IdConverter:
    """A number that can be an id: what is larger leads nowhere instead of to the database."""

    regex = "[0-9]{1,19}"

    def to_python(self, value: str) -> int:
        """The id. Raises ValueError (no such address) if it cannot be one."""
        if int(value) > LARGEST:
            raise ValueError(value)
        return int(value)

    def to_url(self, value: int) -> str:
        """The id in an address."""
        return str(value)


register_converter(IdConverter, "id")
