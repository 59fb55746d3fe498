"""Questions: the first one, by a member or a guest, and those that follow."""

from datetime import timedelta
from textwrap import shorten

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from draht import outbox
from draht.accounts import mail
from draht.actors.queries import lines
from draht.common import clock
from draht.common.ids import first_id_at
from draht.common.refusal import Refused
from draht.companies.models import Company
from draht.enquiries.actions.rows import add_message, hold, move, worded
from draht.enquiries.actions.waits import begin_wait
from draht.enquiries.events import EnquiryAsked
from draht.enquiries.models import EXCERPT, GUEST, SUBJECT, TEXT, Enquiry, Message, State
from draht.enquiries.rules import ASKS_A_DAY, ASKS_IN_A_ROW, may_ask
from draht.enquiries.tokens import guest_token
from draht.members.models import Member
from draht.richtext import clean_line, clean_name


@transaction.atomic
def ask_company(*, company: int, asker: int, text: str, subject: str = "") -> Enquiry:
    """A member asks. Raises Refused if they may not, or have asked too much today."""
    text = worded(text, TEXT)
    _need_leave(asker, company)
    # Two questions of one moment are counted one after the other.
    Member.objects.select_for_update(no_key=True).get(actor=asker)
    since = first_id_at(clock.now() - timedelta(days=1))
    if Enquiry.objects.filter(asker=asker, id__gte=since).count() >= ASKS_A_DAY:
        raise Refused(_("You can ask %(max)s times within a day.") % {"max": ASKS_A_DAY})
    enquiry = Enquiry.objects.create(company_id=company, asker_id=asker, **_words(text, subject))
    _begin(enquiry, add_message(enquiry, text))
    return enquiry


@transaction.atomic
def ask_company_as_guest(
    *, company: int, name: str, email: str, language: str, text: str, subject: str = ""
) -> Enquiry:
    """Somebody without an account asks: the team sees it when the link in the mail is followed. The mail repeats
    nothing of what was typed, so that nobody can send words to others with it. Raises Refused if they may not."""
    text, name = worded(text, TEXT), clean_name(name)
    if not name or len(name) > GUEST:
        raise Refused(_("Please give your name."), field="name")
    _need_leave(None, company)
    enquiry = Enquiry.objects.create(
        company_id=company,
        guest_name=name,
        guest_email=email.strip().lower(),
        language=language,
        state=State.UNCONFIRMED,
        **_words(text, subject),
    )
    add_message(enquiry, text)
    link = mail.address(reverse("enquiries:guest", kwargs={"token": guest_token(enquiry.id)}))
    named = lines([company])[company].name
    mail.write("enquiries/email/confirm", to=enquiry.guest_email, language=language, company=named, link=link)
    return enquiry


def _need_leave(asker: int | None, company: int) -> None:
    if not may_ask(asker, Company.objects.get(actor=company)):
        raise Refused(_("You cannot ask this company."))


def _words(text: str, subject: str) -> dict[str, str]:
    """How lists name it."""
    return {"subject": clean_line(subject)[:SUBJECT], "excerpt": shorten(text, EXCERPT, placeholder="…")}


def _begin(enquiry: Enquiry, message: Message) -> None:
    begin_wait(enquiry, is_first=True)
    outbox.record(EnquiryAsked(company=enquiry.company_id, enquiry=enquiry.id, message=message.id))


@transaction.atomic
def confirm_enquiry(*, enquiry: int) -> None:
    """The guest followed the link: the team sees the enquiry, and the clock starts. Twice is once."""
    row = Enquiry.objects.select_for_update(no_key=True).filter(id=enquiry, state=State.UNCONFIRMED).first()
    if row is None:
        return
    _need_leave(None, row.company_id)
    row.asked = clock.now()
    row.save(update_fields=["asked"])
    move(row, State.OPEN)
    _begin(row, row.messages.all()[0])


@transaction.atomic
def ask_back(*, enquiry: int, text: str) -> None:
    """The asker asks once more; what was closed is open again. Raises Refused for too many questions in a row."""
    row, text = hold(enquiry), worded(text, TEXT)
    newest = Message.objects.filter(enquiry=row).order_by("-id").values_list("is_answer", flat=True)[:ASKS_IN_A_ROW]
    if list(newest) == [False] * ASKS_IN_A_ROW:
        raise Refused(_("Please wait for an answer first."), field="text")
    message = add_message(row, text)
    move(row, State.OPEN)
    begin_wait(row, is_first=False)
    outbox.record(EnquiryAsked(company=row.company_id, enquiry=row.id, message=message.id))
