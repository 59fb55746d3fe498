"""What stands in a saved answer for what differs each time."""

import re

_PLACE = re.compile(r"\{(name|company|me)\}")


def fill_in(text: str, *, name: str, company: str, me: str) -> str:
    """The text with {name}, {company} and {me} filled in; anything else in braces stays as it is."""
    words = {"name": name, "company": company, "me": me}
    return _PLACE.sub(lambda found: words[found[1]], text)
