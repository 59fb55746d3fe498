"""Every write about enquiries."""

from draht.enquiries.actions.answering import (
    answer_enquiry,
    assign_enquiry,
    close_enquiry,
    dismiss_enquiry,
    drop_assignments,
    end_enquiry,
    reopen_enquiry,
    write_note,
)
from draht.enquiries.actions.asking import ask_back, ask_company, ask_company_as_guest, confirm_enquiry
from draht.enquiries.actions.desk import arrange_desk, delete_saved_answer, save_answer
from draht.enquiries.actions.figures import count_all_figures, count_figures
from draht.enquiries.actions.keeping import delete_enquiries_of, tidy_enquiries
from draht.enquiries.actions.publicly import forget_place, settle_answered, settle_hidden, take_up
from draht.enquiries.actions.waits import tell_of_waits

__all__ = [
    "answer_enquiry",
    "arrange_desk",
    "ask_back",
    "ask_company",
    "ask_company_as_guest",
    "assign_enquiry",
    "close_enquiry",
    "confirm_enquiry",
    "count_all_figures",
    "count_figures",
    "delete_enquiries_of",
    "delete_saved_answer",
    "dismiss_enquiry",
    "drop_assignments",
    "end_enquiry",
    "forget_place",
    "reopen_enquiry",
    "save_answer",
    "settle_answered",
    "settle_hidden",
    "take_up",
    "tell_of_waits",
    "tidy_enquiries",
    "write_note",
]
