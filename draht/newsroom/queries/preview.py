"""A draft as it will look."""

from typing import NamedTuple

from draht import richtext
from draht.newsroom.queries.drafts import DraftLine
from draht.newsroom.queries.pictures import KeptPicture, pictures_of
from draht.posts.actions import Writing
from draht.posts.actions.articles import render_said


class Preview(NamedTuple):
    """The HTML of what it says; `long`: of an article, the rest of it."""

    html: str
    long: richtext.Long | None
    pictures: list[KeptPicture]


def preview(draft: DraftLine) -> Preview:
    """Rendered anew each time: few look at it, and what it shows (names, pictures) may change until it comes out."""
    pictures = pictures_of(draft.id)
    captions = {picture.line.id: picture.caption for picture in pictures}
    said = render_said(
        draft.text,
        Writing(draft.title, draft.body, captions) if draft.row.is_article else None,
        [picture.line for picture in pictures],
        author=draft.company.id,
        writer=draft.row.writer_id,
    )
    return Preview(said.columns["html"], said.long, pictures)
