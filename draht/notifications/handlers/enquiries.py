"""Who is told of enquiries: the company speaks, whoever of its team it was."""

from draht.common.ids import new_id
from draht.enquiries.events import (
    AnswerMissed,
    EnquiryAnswered,
    EnquiryAsked,
    EnquiryAssigned,
    EnquiryDeleted,
    WaitEnded,
)
from draht.enquiries.models import Stage
from draht.enquiries.queries import asker_of, told_of_missed_answer, told_of_question
from draht.notifications import actions
from draht.notifications.models import Kind

_STAGES = {Stage.ANSWERERS: Kind.REMINDER, Stage.DEPUTY: Kind.DUE, Stage.OWNERS: Kind.OVERDUE}


def tell_of_question(event: EnquiryAsked) -> None:
    """Tell whoever looks after the enquiry, else all who answer for the company."""
    for member in told_of_question(event.enquiry):
        _tell_of_enquiry(
            event.message, member, Kind.ENQUIRY, event.company, event.enquiry, event.message, company=event.company
        )


def tell_of_reply(event: EnquiryAnswered) -> None:
    """Tell the member who asked; a guest gets a mail."""
    if asker := asker_of(event.enquiry):
        _tell_of_enquiry(event.message, asker, Kind.REPLY, event.company, event.enquiry, event.message)


def tell_of_assignment(event: EnquiryAssigned) -> None:
    """Tell a member of the team to whom a colleague gave an enquiry."""
    _tell_of_enquiry(
        event.change, event.member, Kind.ASSIGNMENT, event.by, event.enquiry, event.change, company=event.company
    )


def tell_of_missed_answer(event: AnswerMissed) -> None:
    """Tell whom the clock has come to, if somebody still waits."""
    for member in told_of_missed_answer(event.wait, event.stage):
        kind = _STAGES[Stage(event.stage)]
        _tell_of_enquiry(new_id(), member, kind, event.company, event.enquiry, event.wait, company=event.company)


def _tell_of_enquiry(
    act: int, recipient: int, kind: Kind, actor: int, enquiry: int, about: int, *, company: int = 0
) -> None:
    actions.give_notice(
        id=act,
        recipient=recipient,
        kinds={kind: enquiry},
        actor=actor,
        object_id=about,
        enquiry=enquiry,
        company=company,
    )


def settle_enquiry(event: WaitEnded) -> None:
    """A colleague has answered."""
    actions.settle_enquiry(enquiry=event.enquiry)


def forget_enquiry(event: EnquiryDeleted) -> None:
    """An enquiry that is gone takes its notices with it."""
    actions.remove_notices_of_enquiry(enquiry=event.enquiry)
