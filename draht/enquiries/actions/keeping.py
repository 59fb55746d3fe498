"""How long enquiries are kept."""

from django.db import transaction

from draht import outbox
from draht.common import clock
from draht.common.ids import first_id_at
from draht.enquiries.actions.waits import end_wait
from draht.enquiries.events import EnquiryDeleted
from draht.enquiries.models import Enquiry, Outcome, State
from draht.enquiries.rules import ANSWERED_LASTS, GUESTS_LAST, UNCONFIRMED_LASTS

BATCH = 200


@transaction.atomic
def delete_enquiries_of(*, asker: int) -> None:
    """Somebody left: what they asked goes, with the answers and the team's notes."""
    delete(list(Enquiry.objects.filter(asker=asker)))


def delete(enquiries: list[Enquiry]) -> None:
    """Delete these, and let nobody wait for an answer to them."""
    for enquiry in enquiries:
        end_wait(enquiry, Outcome.VOID)
        outbox.record(EnquiryDeleted(enquiry=enquiry.id))
    Enquiry.objects.filter(id__in=[enquiry.id for enquiry in enquiries]).delete()


def tidy_enquiries() -> None:
    """Forget questions of guests that were never confirmed, close what has been answered for long, delete what guests
    asked, or somebody asked in the open, long ago: runs by the clock."""
    now = clock.now()
    unconfirmed = first_id_at(now - UNCONFIRMED_LASTS)
    Enquiry.objects.filter(state=State.UNCONFIRMED, id__lt=unconfirmed).delete()
    settled = Enquiry.objects.filter(state=State.ANSWERED, touched__lte=now - ANSWERED_LASTS)
    settled.update(state=State.CLOSED, touched=now)
    while _delete_some_of_guests():
        pass


@transaction.atomic
def _delete_some_of_guests() -> bool:
    old = Enquiry.objects.filter(state=State.CLOSED, touched__lte=clock.now() - GUESTS_LAST, asker=None)
    rows = list(old.order_by("id")[:BATCH])
    delete(rows)
    return len(rows) == BATCH
