"""Every write about drafts."""

from draht.newsroom.actions.partings import part_with_mandate
from draht.newsroom.actions.publishing import publish_draft, publish_due, unplan_draft
from draht.newsroom.actions.talking import comment_on_draft, return_draft
from draht.newsroom.actions.writing import Content, save_draft, withdraw_draft, write_draft

__all__ = [
    "Content",
    "comment_on_draft",
    "part_with_mandate",
    "publish_draft",
    "publish_due",
    "return_draft",
    "save_draft",
    "unplan_draft",
    "withdraw_draft",
    "write_draft",
]
