"""What posts do when something happened elsewhere."""

from draht.members.events import MemberLeft, MemberRenamed
from draht.posts.tasks import erase_words, renew_mentions


def erase_words_of(event: MemberLeft) -> None:
    """Whoever leaves takes along what they wrote and did."""
    erase_words.enqueue(event.member)


def name_anew(event: MemberRenamed | MemberLeft) -> None:
    """What others wrote says the new name; of somebody who left, no name any more."""
    renew_mentions.enqueue(event.member)
