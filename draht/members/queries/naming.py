"""Members otherwise than by name: whom a host means at the command line, and who the hosts are."""

from draht.common.ids import LARGEST
from draht.members.models import Member


def member_called(word: str) -> Member | None:
    """The member with this address, this handle, or (all digits) this id."""
    members = Member.objects.select_related("actor", "user")
    if "@" in word:
        return members.filter(user__email=word.strip().lower()).first()
    by_handle = members.filter(actor__handle=word.removeprefix("@").lower()).first()
    if by_handle is None and word.isascii() and word.isdigit() and len(word) <= len(str(LARGEST)):
        return members.filter(actor=min(int(word), LARGEST)).first()
    return by_handle


def hosts() -> list[int]:
    """The members who run this network."""
    return sorted(Member.objects.filter(user__is_host=True, user__is_active=True).values_list("actor_id", flat=True))
