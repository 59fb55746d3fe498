"""Decisions about enquiries: who may ask, who may read and answer, what counts."""

import re
from datetime import timedelta

from draht.companies.models import Company
from draht.companies.rules import Right, may, may_see, rights_of
from draht.enquiries.models import Desk, Enquiry, State

# Questions that one member may ask within a day, all companies together.
ASKS_A_DAY = 10
# Questions that may follow each other in one enquiry before the company has answered.
ASKS_IN_A_ROW = 5
SAVED_ANSWERS = 50

# --- the clock ---

# Working time after which the owners are told of an answer that was due.
OVERDUE_AFTER = timedelta(hours=2)
FIGURES_DAYS = 90
# Fewer cases say nothing about a team, and too much about the few who asked.
FEWEST_CASES = 10

# --- how long things are kept ---

UNCONFIRMED_LASTS = timedelta(days=7)
# An answered enquiry that nobody touches counts as settled after this time.
ANSWERED_LASTS = timedelta(days=30)
GUESTS_LAST = timedelta(days=180)


_ASKS = re.compile(r"\?+[!?]*(?=[\s\"'”“»«)\]*_]|$)")
_NOT_SAID = re.compile(r"^\s*>.*$|https?://\S+|`[^`]*`", re.MULTILINE)


def asks(text: str) -> bool:
    """Whether a text asks something: it has a question mark after a word, outside of quotes, code and addresses."""
    return _ASKS.search(_NOT_SAID.sub(" ", text)) is not None


def may_answer(viewer: int | None, company: int) -> bool:
    """Whether they see the inbox of this company, and answer for it."""
    return may(viewer, company, Right.ANSWER)


def may_arrange(viewer: int | None, company: int) -> bool:
    """Whether they decide what the company promises and who is the deputy."""
    return may(viewer, company, Right.MANAGE)


def may_ask(viewer: int | None, company: Company) -> bool:
    """Whether they may ask: whoever sees the published page and is not of its team; guests where the company lets
    them."""
    if company.published is None or not may_see(viewer, company):
        return False
    return not rights_of(viewer, company.actor_id) if viewer else guests_may_ask(company.actor_id)


def guests_may_ask(company: int) -> bool:
    """Whether this company takes questions from people without an account."""
    return not Desk.objects.filter(company=company, guests_may_ask=False).exists()


def is_asker(viewer: int | None, enquiry: Enquiry) -> bool:
    """Whether this is the member who asked."""
    return viewer is not None and viewer == enquiry.asker_id


def may_work_on(viewer: int | None, enquiry: Enquiry) -> bool:
    """Whether they handle this enquiry for the company: nobody sees a guest's before it is confirmed."""
    return enquiry.state != State.UNCONFIRMED and may_answer(viewer, enquiry.company_id)
