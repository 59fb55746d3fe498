"""Decisions about insights: who may see a trail, and below which number nothing is said."""

from draht.posts.queries import PostCard

# Of fewer people nothing is said: one could tell who it was.
FEWEST = 5
# Farther than this nobody follows a trail; it also ends what cannot end otherwise.
FARTHEST = 60


def may_see_trail(card: PostCard) -> bool:
    """Whether whoever this card was made for may see how far the post went: its author, and who speaks for it."""
    return card.may_edit


def may_say(number: int) -> bool:
    """Whether a number of people is large enough to be said."""
    return number >= FEWEST
