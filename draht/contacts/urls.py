"""Addresses of contacts. Handles of people come last: none of them is one word without a hyphen."""

from django.urls import path

import draht.common.converters  # noqa: F401 - teaches addresses <id:…>
from draht.contacts.views import book, requests

app_name = "contacts"
urlpatterns = [
    path("", book.contact_list, name="list"),
    path("former/", book.former_notes, name="former"),
    path("reach/", book.reach, name="reach"),
    path("reach/<id:field>/", book.release_to_holders, name="release_to_holders"),
    path("notes/<id:note>/delete/", book.delete_note, name="delete_note"),
    path("requests/", requests.received, name="requests"),
    path("requests/sent/", requests.sent, name="sent"),
    path("requests/<id:id>/accept/", requests.accept, name="accept"),
    path("requests/<id:id>/decline/", requests.decline, name="decline"),
    path("requests/<id:id>/pitch/", requests.pitch, name="pitch"),
    path("requests/<id:id>/block/", requests.block, name="block"),
    path("requests/<id:id>/withdraw/", requests.withdraw, name="withdraw"),
    path("ask/<str:handle>/", requests.ask, name="ask"),
    path("<str:handle>/", book.contact, name="contact"),
    path("<str:handle>/card.vcf", book.card_file, name="card_file"),
    path("<str:handle>/releases/", book.releases, name="releases"),
    path("<str:handle>/tags/", book.tags, name="tags"),
    path("<str:handle>/notes/", book.notes, name="notes"),
    path("<str:handle>/end/", book.end, name="end"),
]
