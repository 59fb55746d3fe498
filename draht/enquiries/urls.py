"""Addresses of enquiries. Included as ""."""

from django.urls import path

import draht.common.converters  # noqa: F401 - teaches addresses <id:…>
from draht.enquiries.views import asking, desk, enquiry, guest

app_name = "enquiries"
urlpatterns = [
    path("companies/<slug:handle>/ask/", asking.ask, name="ask"),
    path("companies/<slug:handle>/ask/sent/", asking.sent, name="sent"),
    path("companies/<slug:handle>/enquiries/", desk.inbox, name="inbox"),
    path("companies/<slug:handle>/enquiries/desk/", desk.desk, name="desk"),
    path("companies/<slug:handle>/saved-answers/", desk.saved_answers, name="saved_answers"),
    path("companies/<slug:handle>/saved-answers/<id:saved>/", desk.saved_answer, name="saved_answer"),
    path(
        "companies/<slug:handle>/saved-answers/<id:saved>/deletion/",
        desk.delete_saved_answer,
        name="delete_saved_answer",
    ),
    path("enquiries/", asking.own, name="own"),
    path("enquiries/<id:enquiry>/", enquiry.enquiry, name="enquiry"),
    path("enquiries/<id:enquiry>/questions/", enquiry.questions, name="questions"),
    path("enquiries/<id:enquiry>/end/", enquiry.end, name="end"),
    path("enquiries/<id:enquiry>/answers/", enquiry.answers, name="answers"),
    path("enquiries/<id:enquiry>/notes/", enquiry.notes, name="notes"),
    path("enquiries/<id:enquiry>/assignment/", enquiry.assignment, name="assignment"),
    path("enquiries/<id:enquiry>/closure/", enquiry.closure, name="closure"),
    path("enquiries/guest/<str:token>/", guest.guest, name="guest"),
    path("enquiries/guest/<str:token>/questions/", guest.guest_questions, name="guest_questions"),
    path("enquiries/guest/<str:token>/end/", guest.guest_end, name="guest_end"),
]
