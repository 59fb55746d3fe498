"""What a hashtag is."""

import re
import unicodedata

LENGTH = 50
# A word with at least one letter, so that "#1" and "#2024" stay numbers.
TAG = re.compile(r"#(\w*[^\W\d_]\w*)")


def canonical_tag(tag: str) -> str:
    """The one spelling of a hashtag, without its sign: "Kupferdraht" and "KUPFERDRAHT" are kupferdraht."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", tag.removeprefix("#")).casefold())
