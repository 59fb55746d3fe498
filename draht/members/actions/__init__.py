"""Every write about members."""

from draht.members.actions.card import (
    add_card_field,
    change_card_field,
    move_card_field,
    remove_card_field,
)
from draht.members.actions.joining import change_name, join, refresh_words
from draht.members.actions.leaving import forget, leave
from draht.members.actions.profile import (
    add_education,
    add_language,
    add_link,
    change_education,
    change_language,
    change_link,
    describe,
    remove_education,
    remove_language,
    remove_link,
    remove_portrait,
    set_interests,
    set_portrait,
    set_skills,
    set_visibility,
)
from draht.members.actions.stations import (
    add_station,
    change_station,
    confirm_station,
    end_station,
    link_employer,
    remove_station,
)

__all__ = [
    "add_card_field",
    "add_education",
    "add_language",
    "add_link",
    "add_station",
    "change_card_field",
    "change_education",
    "change_language",
    "change_link",
    "change_name",
    "change_station",
    "confirm_station",
    "describe",
    "end_station",
    "forget",
    "join",
    "leave",
    "link_employer",
    "move_card_field",
    "refresh_words",
    "remove_card_field",
    "remove_education",
    "remove_language",
    "remove_link",
    "remove_portrait",
    "remove_station",
    "set_interests",
    "set_portrait",
    "set_skills",
    "set_visibility",
]
