"""Makes members for tests."""

from draht.accounts.models import User
from draht.members.actions import join
from draht.members.models import Member

PASSWORD = "kupfer-auf-papier"


def make_member(
    first: str = "Ines", last: str = "Vogt", *, email: str = "", language: str = "en", is_host: bool = False
) -> Member:
    """Somebody who has joined, with an address made from the name unless one is given."""
    address = email or f"{first}.{last}@example.org".lower()
    user = User.objects.create_user(address, PASSWORD, language=language, is_host=is_host)
    return join(user=user, first_name=first, last_name=last)


def surname(number: int) -> str:
    """A last name of its own for each number up to 675: names hold no digits."""
    return "Nummer" + chr(ord("a") + number // 26) + chr(ord("a") + number % 26)
