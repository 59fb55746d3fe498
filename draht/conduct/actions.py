"""Writes about house rules."""

from django.db import transaction
from django.utils.translation import gettext as _

from draht.common.refusal import Refused
from draht.companies.actions import note
from draht.companies.models import Company
from draht.conduct.models import LONGEST_RULES, Acknowledgement, RulesVersion
from draht.conduct.queries import current_version
from draht.conduct.rules import acting_for, is_in_force
from draht.richtext import clean_text, render


@transaction.atomic
def write_rules(*, company: int, by: int, text: str) -> RulesVersion:
    """Put house rules into force. Everybody is asked again, but for who wrote them. Raises Refused."""
    text = clean_text(text)
    if not text:
        raise Refused(_("House rules need words."), field="text")
    if len(text) > LONGEST_RULES:
        raise Refused(_("At most %(max)s characters, please.") % {"max": LONGEST_RULES}, field="text")
    Company.objects.select_for_update().get(actor=company)
    current = current_version(company)
    if current and current.text == text:
        raise Refused(_("Nothing has changed, so nobody needs to be asked again."), field="text")
    version = RulesVersion.objects.create(company_id=company, by_id=by, text=text, html=render(text).html)
    Acknowledgement.objects.create(version=version, member_id=by)
    note(company=company, member=by, what="rules written")
    return version


@transaction.atomic
def acknowledge_rules(*, version: RulesVersion, by: int) -> None:
    """Somebody has read the house rules and holds to them; saying it twice is once. Raises Refused for old ones."""
    if by not in acting_for(version.company_id):
        raise Refused(_("Only who acts for the company is asked about its house rules."))
    if not is_in_force(version):
        raise Refused(_("There are newer house rules. Please read these."))
    _found, is_new = Acknowledgement.objects.get_or_create(version=version, member_id=by)
    if is_new:
        note(company=version.company_id, member=by, what="rules acknowledged")
