"""The page's own log: everything that a team does stands in it."""

from typing import Any

from draht.companies.models import LogEntry


def note(*, company: int, member: int | None, what: str, **facts: Any) -> int:
    """Write down what somebody did for the page; call it in the transaction of the deed. Returns the entry's id.

    `what` needs a sentence in `draht.companies.sentences`.
    """
    return LogEntry.objects.create(company_id=company, member_id=member, what=what, facts=facts).id
