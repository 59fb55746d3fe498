"""What the team does with an enquiry. Whether somebody may is asked of the rules before."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from draht import outbox
from draht.accounts import mail
from draht.actors.queries import lines
from draht.common import clock
from draht.common.ids import new_id
from draht.common.refusal import Refused
from draht.companies.rules import waits_for_release
from draht.enquiries.actions.rows import add_message, hold, move, worded
from draht.enquiries.actions.waits import begin_wait, end_wait, resume_wait
from draht.enquiries.events import EnquiryAnswered, EnquiryAssigned
from draht.enquiries.models import NOTE, TEXT, Desk, Enquiry, Note, Outcome, State
from draht.enquiries.rules import may_answer
from draht.enquiries.tokens import guest_token
from draht.posts.actions import write_comment


@transaction.atomic
def answer_enquiry(*, enquiry: int, by: int, text: str) -> None:
    """Answer for the company, in the open what was asked in the open.

    Whoever answers first looks after the enquiry from then on, unless somebody does. Raises Refused for a caretaker
    whose words wait for release.
    """
    row, text = hold(enquiry), worded(text, TEXT)
    if waits_for_release(by, row.company_id):
        raise Refused(
            _("Your mandate is with four eyes: please note the answer for the team, who send it."), field="text"
        )
    if row.is_public:
        write_comment(author=row.company_id, post=row.post_id, answered=row.comment_id, text=text, writer=by)
    else:
        _write_to_asker(row, text, by)
    if row.assigned_id is None:
        Enquiry.objects.filter(id=row.id).update(assigned=by)
    move(row, State.ANSWERED)
    end_wait(row, Outcome.ANSWERED)


def _write_to_asker(enquiry: Enquiry, text: str, by: int) -> None:
    message = add_message(enquiry, text, writer=by)
    outbox.record(EnquiryAnswered(company=enquiry.company_id, enquiry=enquiry.id, message=message.id))
    if enquiry.is_by_guest:
        _write_to_guest(enquiry, text, message.agency_id)


def _write_to_guest(enquiry: Enquiry, text: str, agency: int | None) -> None:
    named = lines(id for id in (enquiry.company_id, agency) if id)
    mail.write(
        "enquiries/email/answer",
        to=enquiry.guest_email,
        language=enquiry.language,
        company=named[enquiry.company_id].name,
        agency=named[agency].name if agency else "",
        text=text,
        link=mail.address(reverse("enquiries:guest", kwargs={"token": guest_token(enquiry.id)})),
    )


@transaction.atomic
def write_note(*, enquiry: int, by: int, text: str) -> None:
    """Note something for the team."""
    Note.objects.create(enquiry=hold(enquiry), writer_id=by, text=worded(text, NOTE))


@transaction.atomic
def assign_enquiry(*, enquiry: int, by: int, member: int | None) -> None:
    """Let somebody of the team look after it, or (None) nobody in particular. Raises Refused for others."""
    row = hold(enquiry)
    if member is not None and not may_answer(member, row.company_id):
        raise Refused(_("Please choose somebody of the team who answers."), field="member")
    if member == row.assigned_id:
        return
    Enquiry.objects.filter(id=row.id).update(assigned=member)
    if member is not None and member != by:
        outbox.record(EnquiryAssigned(company=row.company_id, enquiry=row.id, member=member, by=by, change=new_id()))


@transaction.atomic
def drop_assignments(*, company: int, member: int) -> None:
    """Somebody of the team does not answer any more: what they looked after is everybody's."""
    Enquiry.objects.filter(company=company, assigned=member).update(assigned=None)
    Desk.objects.filter(company=company, deputy=member).update(deputy=None)


@transaction.atomic
def close_enquiry(*, enquiry: int) -> None:
    """The team has nothing more to say. A first question that got no answer stays one in the figures."""
    row = hold(enquiry)
    is_unheard = row.waits.filter(outcome=Outcome.WAITING, is_first=True).exists()
    move(row, State.CLOSED)
    end_wait(row, Outcome.UNANSWERED if is_unheard else Outcome.VOID)


@transaction.atomic
def dismiss_enquiry(*, enquiry: int) -> None:
    """What was said in the open asks nothing of the company, and counts for nothing. Raises Refused once it is due."""
    row = hold(enquiry)
    is_late = row.waits.filter(outcome=Outcome.WAITING, due__lte=clock.now()).exists()
    if not row.is_public or is_late:
        raise Refused(_("An answer to this is due. It can be closed without one."))
    move(row, State.CLOSED)
    end_wait(row, Outcome.VOID)


@transaction.atomic
def end_enquiry(*, enquiry: int) -> None:
    """The asker has nothing more to ask."""
    row = hold(enquiry)
    move(row, State.CLOSED)
    end_wait(row, Outcome.VOID)


@transaction.atomic
def reopen_enquiry(*, enquiry: int) -> None:
    """Closed too early: somebody waits again, and where there was no answer, since they asked."""
    row = hold(enquiry)
    if row.state == State.CLOSED:
        move(row, State.OPEN)
        if not resume_wait(row):
            begin_wait(row, is_first=False)
