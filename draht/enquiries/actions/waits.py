"""The clock: it starts with a question, tells the team three times, and stops with the answer."""

from datetime import datetime, timedelta

from django.db import transaction

from draht import outbox
from draht.common import clock
from draht.companies.hours import Hours, due, half_time, working_time_after, working_time_between
from draht.companies.queries import hours_of_company
from draht.enquiries.events import AnswerMissed, WaitEnded
from draht.enquiries.models import Enquiry, Outcome, Stage, Wait
from draht.enquiries.queries import desk_of
from draht.enquiries.rules import OVERDUE_AFTER

BATCH = 100


def begin_wait(enquiry: Enquiry, *, is_first: bool, began: datetime | None = None) -> None:
    """Somebody waits from now on, or since `began`; whoever waits already goes on waiting."""
    if Wait.objects.filter(enquiry=enquiry, outcome=Outcome.WAITING).exists():
        return
    now, (hours, promised) = began or clock.now(), _terms(enquiry.company_id)
    half, ends = half_time(hours, now, promised), due(hours, now, promised)
    Wait.objects.create(
        company_id=enquiry.company_id,
        enquiry=enquiry,
        is_first=is_first,
        began=now,
        half=half,
        due=ends,
        overdue=working_time_after(hours, ends, OVERDUE_AFTER),
        day_over=due(hours, now),
        next_look=half,
    )


def end_wait(enquiry: Enquiry, outcome: Outcome, *, at: datetime | None = None) -> None:
    """Nobody waits any more, or since `at`."""
    row = Wait.objects.filter(enquiry=enquiry, outcome=Outcome.WAITING).first()
    if row is None:
        return
    now = at or clock.now()
    worked = working_time_between(hours_of_company(row.company_id), row.began, now)
    Wait.objects.filter(id=row.id).update(
        ended=now, outcome=outcome, worked=worked // timedelta(minutes=1), next_look=None
    )
    outbox.record(WaitEnded(company=row.company_id, enquiry=enquiry.id))


def resume_wait(enquiry: Enquiry) -> bool:
    """Go on with the last wait if it ended without an answer. Returns whether it did."""
    row = Wait.objects.filter(enquiry=enquiry).order_by("-id").first()
    if row is None or row.outcome != Outcome.UNANSWERED:
        return False
    row.ended, row.worked, row.outcome, row.next_look = None, None, Outcome.WAITING, _next_look(row, row.stage)
    row.save()
    return True


def tell_of_waits() -> None:
    """Tell of every answer whose time has come: runs by the clock."""
    while _tell_some():
        pass


@transaction.atomic
def _tell_some() -> bool:
    """Each stage is told once: it and the time of the next one are written down together with the event."""
    now = clock.now()
    due_now = Wait.objects.select_for_update(no_key=True).filter(next_look__lte=now).order_by("next_look")[:BATCH]
    rows = list(due_now)
    for row in rows:
        # After a night without a worker, what is told is how things stand.
        stage = max(stage for stage, moment in _moments(row).items() if moment <= now)
        Wait.objects.filter(id=row.id).update(stage=stage, next_look=_next_look(row, stage))
        if row.enquiry_id:
            told = AnswerMissed(company=row.company_id, enquiry=row.enquiry_id, wait=row.id, stage=stage)
            outbox.record(told)
    return len(rows) == BATCH


def _moments(row: Wait) -> dict[Stage, datetime]:
    return {Stage.ANSWERERS: row.half, Stage.DEPUTY: row.due, Stage.OWNERS: row.overdue}


def _next_look(row: Wait, stage: int) -> datetime | None:
    return next((moment for later, moment in _moments(row).items() if later > stage), None)


def _terms(company: int) -> tuple[Hours, timedelta | None]:
    """By which hours the company answers, and within how many of them it promises to."""
    promised = desk_of(company).promise_hours
    return hours_of_company(company), None if promised is None else timedelta(hours=promised)
