"""Writes about contacts: asking and answering, releasing and ending, own tags and notes."""

from draht.contacts.actions.book import (
    delete_note,
    forget_change,
    note_change,
    prune_changes,
    set_tags,
    write_note,
)
from draht.contacts.actions.releases import end_contact, release_to_holders, set_releases
from draht.contacts.actions.requests import (
    accept_request,
    ask_for_contact,
    block_asker,
    clear_after_block,
    decline_request,
    expire_requests,
    report_pitch,
    withdraw_request,
)

__all__ = [
    "accept_request",
    "ask_for_contact",
    "block_asker",
    "clear_after_block",
    "decline_request",
    "delete_note",
    "end_contact",
    "expire_requests",
    "forget_change",
    "note_change",
    "prune_changes",
    "release_to_holders",
    "report_pitch",
    "set_releases",
    "set_tags",
    "withdraw_request",
    "write_note",
]
