"""What posts do when something happened elsewhere."""

from draht.members.events import MemberLeft
from draht.posts.tasks import erase_words


def erase_words_of(event: MemberLeft) -> None:
    """Whoever leaves takes along what they wrote and did."""
    erase_words.enqueue(event.member)
