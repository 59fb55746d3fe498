"""Text that people type: cleaned, made safe, turned into HTML with mentions, hashtags and links.

Owns what may be written and how it looks. Must not know who is mentioned: the caller passes a function that knows.
"""

from draht.richtext.long import Figure, Long, Section, render_long
from draht.richtext.plain import clean_line, clean_name, clean_person_name, clean_text
from draht.richtext.rendering import Mentioned, MentionResolver, Rich, nobody, render, without_mentions
from draht.richtext.tags import canonical_tag

__all__ = [
    "Figure",
    "Long",
    "MentionResolver",
    "Mentioned",
    "Rich",
    "Section",
    "canonical_tag",
    "clean_line",
    "clean_name",
    "clean_person_name",
    "clean_text",
    "nobody",
    "render",
    "render_long",
    "without_mentions",
]
