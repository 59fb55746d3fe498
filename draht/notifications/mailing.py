"""Notices by mail: what is not read at the bell after a few minutes, each once, several in one mail."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from draht.accounts.mail import address, write
from draht.common import clock
from draht.common.ids import time_of
from draht.companies.queries import is_quiet
from draht.members.models import Member
from draht.notifications.models import Notice
from draht.notifications.queries import lines_of
from draht.notifications.rules import HELD_BACK_WITHIN, MAIL_WITHIN
from draht.notifications.tokens import no_mail_token

_BATCH = 500


def mail_notices() -> None:
    """Mail what waits for it and may go now: runs by the clock. Whoever is held back holds up nobody behind them."""
    waiting, last = Notice.objects.filter(waits_for_mail=True).order_by("recipient"), 0
    while batch := list(waiting.filter(recipient__gt=last).values_list("recipient_id", flat=True).distinct()[:_BATCH]):
        for recipient in batch:
            _mail_to(recipient)
        last = batch[-1]


@transaction.atomic
def _mail_to(recipient: int) -> None:
    """One mail to a member. What goes out with it no longer waits: both are true together, or neither."""
    held = Member.objects.select_for_update(of=("self",), no_key=True).select_related("user")
    member = held.filter(actor=recipient).first()
    if member is None:  # they left in the same moment
        return
    rows = Notice.objects.filter(recipient=recipient, waits_for_mail=True)
    now = clock.now()
    held_back = {company for company in set(rows.values_list("company_id", flat=True)) if _waits(company, now)}
    found = list(rows.exclude(company_id__in=held_back).values_list("id", "company_id"))
    fresh = [id for id, company in found if now - time_of(id) < (HELD_BACK_WITHIN if company else MAIL_WITHIN)]
    if fresh and member.user.is_active and (lines := lines_of(recipient, fresh)):
        write(
            "notifications/email/notices",
            to=member.user.email,
            language=member.user.language,
            unsubscribe=address(reverse("notifications:no_mail", kwargs={"token": no_mail_token(recipient)})),
            lines=lines,
            notices=address(reverse("notifications:list")),
            choices=address(reverse("notifications:choices")),
        )
    rows.filter(id__in=[id for id, _company in found]).update(waits_for_mail=False)


def _waits(company: int, now: datetime) -> bool:
    return bool(company) and is_quiet(company, now)
