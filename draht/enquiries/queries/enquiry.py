"""One enquiry, as its asker and as the team reads it."""

from datetime import datetime
from typing import NamedTuple

from draht.actors.queries import ActorLine, lines
from draht.common import clock
from draht.common.ids import time_of
from draht.enquiries.models import Enquiry, Message, Note, Outcome, State, Wait
from draht.enquiries.queries.lists import guest
from draht.enquiries.tokens import enquiry_of
from draht.posts.queries.publicly import Place, answers_by, said_in_public


class ConversationLine(NamedTuple):
    """A question or an answer. `writer` is who wrote the answer for the company: None where that is not to be shown."""

    id: int
    author: ActorLine
    is_answer: bool
    writer: ActorLine | None
    text: str
    when: datetime
    # Of what was said in the open, in place of the text: safe to show.
    html: str = ""
    # By which agency the company answered.
    agency: ActorLine | None = None


class NoteLine(NamedTuple):
    """A note of the team. `writer` is None once they have left the network."""

    id: int
    writer: ActorLine | None
    text: str
    when: datetime


class EnquiryPage(NamedTuple):
    """What stands above the conversation. `due` is when the answer is due, None if nobody waits. `place`: where it was
    asked in the open, `html` what was said there."""

    id: int
    company: ActorLine
    who: ActorLine
    is_by_guest: bool
    subject: str
    excerpt: str
    state: str
    due: datetime | None
    assigned: ActorLine | None
    place: Place | None = None
    html: str = ""

    @property
    def title(self) -> str:
        """What it is called: its subject, or how it begins."""
        return self.subject or self.excerpt

    @property
    def is_late(self) -> bool:
        """Whether the answer should be there by now."""
        return self.due is not None and self.due < clock.now()


def find_enquiry(id: int) -> Enquiry | None:
    """The enquiry with this id, whoever may read it."""
    return Enquiry.objects.filter(id=id).first()


def find_guests_enquiry(token: str) -> Enquiry | None:
    """The enquiry that a guest's private link leads to."""
    id = enquiry_of(token)
    return Enquiry.objects.filter(id=id).exclude(guest_email="").first() if id else None


def is_shown(viewer: int, enquiry: Enquiry) -> bool:
    """Whether there is something to see: what was asked in the open is there for whoever may read it there."""
    place = (enquiry.post_id, enquiry.comment_id)
    return not enquiry.is_public or place in said_in_public(viewer, [place])


def enquiry_page(enquiry: Enquiry, viewer: int | None = None) -> EnquiryPage:
    """The head of the page of an enquiry. Two queries; more for what was asked in the open and is shown to `viewer`."""
    if enquiry.is_public and viewer is not None:
        return _public_page(enquiry, viewer)
    return _head(enquiry, enquiry.asker_id)


def _public_page(enquiry: Enquiry, viewer: int) -> EnquiryPage:
    place = (enquiry.post_id, enquiry.comment_id)
    said = said_in_public(viewer, [place])[place]
    return _head(enquiry, said.author)._replace(place=place, html=said.html, excerpt=said.excerpt)


def _head(enquiry: Enquiry, asker: int | None) -> EnquiryPage:
    known = lines(id for id in (enquiry.company_id, asker, enquiry.assigned_id) if id)
    waiting = Wait.objects.filter(enquiry=enquiry, outcome=Outcome.WAITING)
    return EnquiryPage(
        id=enquiry.id,
        company=known[enquiry.company_id],
        who=known[asker] if asker else guest(enquiry.guest_name),
        is_by_guest=enquiry.is_by_guest,
        subject=enquiry.subject,
        excerpt=enquiry.excerpt,
        state=enquiry.state,
        due=waiting.values_list("due", flat=True).first() if enquiry.state == State.OPEN else None,
        assigned=known.get(enquiry.assigned_id) if enquiry.assigned_id else None,
    )


def conversation(page: EnquiryPage, *, for_team: bool) -> list[ConversationLine]:
    """Questions and answers, oldest first. An answer speaks for the company, or for it by an agency.

    Who wrote it is for the team alone.
    """
    if page.place:
        return _in_the_open(page, page.place)
    found = Message.objects.filter(enquiry=page.id).order_by("id")
    rows = list(found.values_list("id", "is_answer", "writer_id", "agency_id", "text"))
    writers = lines(writer for _, _, writer, *_ in rows if writer) if for_team else {}
    agencies = lines(agency for *_, agency, _ in rows if agency)
    return [
        ConversationLine(
            id=id,
            author=page.company if is_answer else page.who,
            is_answer=is_answer,
            writer=writers.get(writer) if writer else None,
            text=text,
            when=time_of(id),
            agency=agencies.get(agency) if agency else None,
        )
        for id, is_answer, writer, agency, text in rows
    ]


def _in_the_open(page: EnquiryPage, place: Place) -> list[ConversationLine]:
    """What was asked, and what the company said below it."""
    asked = place[1] or place[0]
    answers = answers_by(page.company.id, place)
    writers = lines(writer for _, writer, _ in answers if writer)
    question = ConversationLine(asked, page.who, False, None, "", time_of(asked), page.html)
    return [
        question,
        *(
            ConversationLine(id, page.company, True, writers.get(writer) if writer else None, "", time_of(id), html)
            for id, writer, html in answers
        ),
    ]


def notes(enquiry: int) -> list[NoteLine]:
    """What the team noted, oldest first. For the team alone."""
    rows = list(Note.objects.filter(enquiry=enquiry).order_by("id").values_list("id", "writer_id", "text"))
    known = lines(writer for _, writer, _ in rows if writer)
    return [NoteLine(id, known.get(writer) if writer else None, text, time_of(id)) for id, writer, text in rows]
