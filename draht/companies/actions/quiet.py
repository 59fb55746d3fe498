"""When mail about a company waits."""

from datetime import time

from django.db import transaction
from django.utils.translation import gettext as _

from draht.common.refusal import Refused
from draht.companies.actions.log import note
from draht.companies.models import Company


@transaction.atomic
def set_quiet_hours(*, company: int, by: int, begins: time | None, ends: time | None) -> None:
    """Let mail about a company wait after `begins`, until `ends` of its next working day; both None: never.

    Raises Refused if that leaves no time of the day for mail, or only one of them is named.
    """
    if (begins is None) != (ends is None):
        raise Refused(_("Please name both times, or none."), field="ends" if begins else "begins")
    if begins and ends and ends >= begins:
        raise Refused(_("Quiet hours begin in the evening and end in the morning."), field="ends")
    Company.objects.filter(actor=company).update(quiet_begins=begins, quiet_ends=ends)
    note(company=company, member=by, what="quiet hours" if begins else "no quiet hours")
