"""When mail about a company waits."""

from datetime import datetime, time
from typing import NamedTuple

from django.db.models import Q

from draht.companies.models import Company, TeamRole
from draht.companies.queries.page import hours_of_company
from draht.companies.quiet import QuietHours, mail_goes
from draht.companies.rules import running_mandates


class QuietLine(NamedTuple):
    """A company that holds mail back, and when."""

    name: str
    begins: time
    ends: time


def is_quiet(company: int, at: datetime) -> bool:
    """Whether mail about a company waits at this moment."""
    row = Company.objects.filter(actor=company).exclude(quiet_begins=None).first()
    if row is None or row.quiet_begins is None or row.quiet_ends is None:
        return False
    return mail_goes(hours_of_company(company), QuietHours(row.quiet_begins, row.quiet_ends), at) > at


def quiet_companies_of(member: int) -> list[QuietLine]:
    """The companies for which a member acts and that hold mail back, by name."""
    own = TeamRole.objects.filter(member=member).values("company")
    mandated = running_mandates().filter(caretaker=member).values("company")
    rows = Company.objects.filter(Q(actor__in=own) | Q(actor__in=mandated)).exclude(quiet_begins=None)
    found = rows.order_by("actor__name").values_list("actor__name", "quiet_begins", "quiet_ends")
    return [QuietLine(name, begins, ends) for name, begins, ends in found if begins and ends]
