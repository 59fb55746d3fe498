"""Counts how the team as a whole answers."""

from datetime import timedelta
from statistics import median

from django.db import transaction

from draht.common import clock
from draht.enquiries.models import Figures, Outcome, Wait
from draht.enquiries.rules import FIGURES_DAYS


@transaction.atomic
def count_figures(*, company: int) -> None:
    """Count the waits of the last 90 days anew. A case is a wait that was answered, or whose day is over without an
    answer; what the asker gave up, and a "thank you" that was closed, is none."""
    now = clock.now()
    waits = Wait.objects.filter(company=company, began__gte=now - timedelta(days=FIGURES_DAYS))
    cases = waits.exclude(outcome=Outcome.VOID).exclude(outcome=Outcome.WAITING, enquiry=None)
    rows = list(cases.values_list("outcome", "ended", "day_over", "worked"))
    answered = [row for row in rows if row[0] == Outcome.ANSWERED]
    missed = [row for row in rows if row[0] == Outcome.UNANSWERED or (row[0] == Outcome.WAITING and row[2] <= now)]
    facts = {
        "cases": len(answered) + len(missed),
        "in_a_day": sum(ended is not None and ended <= day_over for _, ended, day_over, _ in answered),
        "minutes": int(median(worked or 0 for *_, worked in answered)) if answered else None,
        "counted": now,
    }
    Figures.objects.update_or_create(company_id=company, defaults=facts)


def count_all_figures() -> None:
    """Count anew for all who have figures: days pass, and answers stay away, without anything happening."""
    for company in Figures.objects.values_list("company_id", flat=True).order_by("company_id"):
        count_figures(company=company)
