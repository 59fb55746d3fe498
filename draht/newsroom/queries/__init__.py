"""Reads about drafts."""

from draht.newsroom.queries.calendar import Day, Month, calendar
from draht.newsroom.queries.drafts import (
    DraftLine,
    changes,
    closed_drafts,
    draft_line,
    drafts_under,
    find_draft,
    is_newest_version,
    open_drafts,
    said_about,
    side_by_side,
)
from draht.newsroom.queries.pictures import KeptPicture, pictures_of
from draht.newsroom.queries.preview import Preview, preview

__all__ = [
    "Day",
    "DraftLine",
    "KeptPicture",
    "Month",
    "Preview",
    "calendar",
    "changes",
    "closed_drafts",
    "draft_line",
    "drafts_under",
    "find_draft",
    "is_newest_version",
    "open_drafts",
    "pictures_of",
    "preview",
    "said_about",
    "side_by_side",
]
