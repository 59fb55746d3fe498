"""Reads about enquiries."""

from draht.enquiries.queries.desk import SavedLine, desk_of, saved_answer, saved_answers, team_lines
from draht.enquiries.queries.enquiry import (
    ConversationLine,
    EnquiryPage,
    NoteLine,
    conversation,
    enquiry_page,
    find_enquiry,
    find_guests_enquiry,
    is_shown,
    notes,
)
from draht.enquiries.queries.figures import AnswerFigures, answer_figures
from draht.enquiries.queries.lists import EnquiryLine, Shelf, count_open, inbox, own_enquiries
from draht.enquiries.queries.pages import company_of, has_questions
from draht.enquiries.queries.told import asker_of, titles_for, told_of_missed_answer, told_of_question

__all__ = [
    "AnswerFigures",
    "ConversationLine",
    "EnquiryLine",
    "EnquiryPage",
    "NoteLine",
    "SavedLine",
    "Shelf",
    "answer_figures",
    "asker_of",
    "company_of",
    "conversation",
    "count_open",
    "desk_of",
    "enquiry_page",
    "find_enquiry",
    "find_guests_enquiry",
    "has_questions",
    "inbox",
    "is_shown",
    "notes",
    "own_enquiries",
    "saved_answer",
    "saved_answers",
    "team_lines",
    "titles_for",
    "told_of_missed_answer",
    "told_of_question",
]
