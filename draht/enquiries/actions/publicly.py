"""Questions that are asked in the open: comments that ask a company, and what names it. They stand in the inbox with
their place alone; the words are read where they were said, so that no copy outlives them."""

from django.db import transaction

from draht import outbox
from draht.actors.models import Kind
from draht.common import clock
from draht.common.ids import time_of
from draht.companies.models import Company
from draht.companies.rules import may_see, rights_of
from draht.enquiries.actions.keeping import delete
from draht.enquiries.actions.rows import move
from draht.enquiries.actions.waits import begin_wait, end_wait
from draht.enquiries.events import EnquiryAsked
from draht.enquiries.models import Enquiry, Outcome, State
from draht.enquiries.rules import asks
from draht.posts.queries import author_of, mentioned
from draht.posts.queries.publicly import Place, Spoken, answers_by, said_in_public


def take_up(*, place: Place, answered: int = 0) -> None:
    """Put what was said at this place before the companies that it asks or names, once. `answered`: the comment that it
    answers, if it is known. What a company has answered already is not put before it."""
    post, comment = place
    author = author_of(post, comment)
    said = said_in_public(author, [place]).get(place) if author else None
    if said is None:
        return
    named = set(mentioned(post, comment=comment, kind=Kind.COMPANY))
    if _asks_the_page(said, post, answered):
        named.add(said.post_author)
    for company in Company.objects.filter(actor__in=named).exclude(published=None):
        if may_see(said.author, company) and not _is_own(said.author, company.actor_id):
            _put_before(company.actor_id, place, said)


def _asks_the_page(said: Spoken, post: int, answered: int) -> bool:
    """Whether it asks those below whose post it stands: by itself, or as an answer to what they said."""
    if said.author == said.post_author or not asks(said.text):
        return False
    over = answered or said.above
    return not over or author_of(post, over) == said.post_author


def _is_own(author: int, company: int) -> bool:
    return author == company or bool(rights_of(author, company))


@transaction.atomic
def _put_before(company: int, place: Place, said: Spoken) -> None:
    post, comment = place
    asked = time_of(comment or post)
    facts = {"asked": asked, "touched": clock.now()}
    row, is_new = Enquiry.objects.get_or_create(company_id=company, post_id=post, comment_id=comment, defaults=facts)
    if not is_new:
        return
    if answers_by(company, place):
        move(row, State.ANSWERED)
        return
    if asks(said.text):
        begin_wait(row, is_first=True, began=asked)
    if said.post_author != company:
        # Of a comment below their own post the team has a notice already.
        outbox.record(EnquiryAsked(company=company, enquiry=row.id, message=comment or post))


@transaction.atomic
def settle_answered(*, company: int, post: int) -> None:
    """Whatever waits for this company below the post, and has its answer in the conversation, is answered."""
    waiting = Enquiry.objects.select_for_update(no_key=True).filter(company=company, post_id=post, state=State.OPEN)
    for row in waiting:
        if found := answers_by(company, (post, row.comment_id)):
            id, writer, _ = found[0]
            if row.assigned_id is None:
                Enquiry.objects.filter(id=row.id).update(assigned=writer)
            move(row, State.ANSWERED)
            end_wait(row, Outcome.ANSWERED, at=time_of(id))


@transaction.atomic
def settle_hidden(*, post: int, comment: int) -> None:
    """What the company hid instead of answering it counts as not answered."""
    for row in Enquiry.objects.filter(post_id=post, comment_id=comment, state=State.OPEN):
        move(row, State.CLOSED)
        end_wait(row, Outcome.UNANSWERED)


@transaction.atomic
def forget_place(*, post: int, comment: int | None = None) -> None:
    """What was said there is gone: the whole post, or one comment."""
    found = Enquiry.objects.filter(post_id=post)
    delete(list(found if comment is None else found.filter(comment_id=comment)))
