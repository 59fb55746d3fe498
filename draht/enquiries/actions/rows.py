"""What every write does to the rows."""

from django.utils.translation import gettext as _

from draht.common import clock
from draht.common.refusal import Refused
from draht.companies.rules import agency_behind
from draht.enquiries.models import Enquiry, Message, State
from draht.richtext import clean_text


def hold(enquiry: int) -> Enquiry:
    """The enquiry, which nobody else changes until the transaction ends. Raises Refused if it is gone."""
    row = Enquiry.objects.select_for_update(no_key=True).filter(id=enquiry).exclude(state=State.UNCONFIRMED).first()
    if row is None:
        raise Refused(_("This enquiry does not exist any more."))
    return row


def move(enquiry: Enquiry, state: State) -> None:
    """Let the enquiry stand there from now on."""
    enquiry.state, enquiry.touched = state, clock.now()
    enquiry.save(update_fields=["state", "touched"])


def worded(text: str, longest: int) -> str:
    """The text, cleaned. Raises Refused if nothing is left of it, or too much."""
    clean = clean_text(text)
    if not clean:
        raise Refused(_("Please write something."), field="text")
    if len(clean) > longest:
        raise Refused(_("At most %(max)s characters, please.") % {"max": longest}, field="text")
    return clean


def add_message(enquiry: Enquiry, text: str, *, writer: int | None = None) -> Message:
    """Add a question, or an answer that `writer` wrote for the company, under a mandate if they have one."""
    agency = agency_behind(writer, enquiry.company_id) if writer else None
    facts = {"is_answer": writer is not None, "writer_id": writer, "agency_id": agency}
    return Message.objects.create(enquiry=enquiry, text=text, **facts)
