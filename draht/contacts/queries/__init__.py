"""Reads about contacts."""

from draht.contacts.queries.book import (
    BookPage,
    Sort,
    contact_page,
    newest_changes,
    notes_on_former,
    own_tags,
)
from draht.contacts.queries.common_ground import CommonGround, common_ground
from draht.contacts.queries.people import (
    Panel,
    card_for,
    contact,
    contact_details,
    line_of,
    own_card,
    panel,
    person,
    standing,
)
from draht.contacts.queries.releases import (
    holders_without,
    reach_of_card,
    released_fields,
    released_ids,
    starting_point,
)
from draht.contacts.queries.requests import (
    budget,
    received_request,
    received_requests,
    sent_request,
    sent_requests,
    was_asked,
)

__all__ = [
    "BookPage",
    "CommonGround",
    "Panel",
    "Sort",
    "budget",
    "card_for",
    "common_ground",
    "contact",
    "contact_details",
    "contact_page",
    "holders_without",
    "line_of",
    "newest_changes",
    "notes_on_former",
    "own_card",
    "own_tags",
    "panel",
    "person",
    "reach_of_card",
    "received_request",
    "received_requests",
    "released_fields",
    "released_ids",
    "sent_request",
    "sent_requests",
    "standing",
    "starting_point",
    "was_asked",
]
