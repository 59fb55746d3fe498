"""Mail to an address at the company's domain."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from draht.accounts.mail import address, write
from draht.actors.queries import lines
from draht.common import clock
from draht.common.ids import first_id_at
from draht.common.refusal import Refused
from draht.companies.actions.log import note
from draht.companies.letters import Letter, link_of
from draht.companies.models import Company, LogEntry
from draht.companies.proofs import is_at
from draht.companies.rules import MOST_MAILS


@transaction.atomic
def send_letter(*, company: int, member: int, to: str, station: int = 0) -> None:
    """Send a link to an address at the company's domain: for the right to the page, or for a station of the member.

    Raises Refused for an address elsewhere, and when too many were sent today.
    """
    page = Company.objects.select_related("actor").get(actor=company)
    if not is_at(to, page.domain):
        words = _("The address must end in @%(domain)s.") % {"domain": page.domain}
        raise Refused(words, field="address")
    yesterday = first_id_at(clock.now() - timedelta(days=1))
    if LogEntry.objects.filter(company=company, what="mailed", id__gt=yesterday).count() >= MOST_MAILS:
        raise Refused(_("Enough mail was sent for this page today. Please try again tomorrow."))
    note(company=company, member=member, what="mailed")
    link = address(link_of(Letter(company, member, station, page.domain)))
    write(
        "companies/email/station" if station else "companies/email/proof",
        to=to,
        language=get_language() or "en",
        link=link,
        name=lines([member])[member].name,
        company=page.actor.name,
    )
