"""Makes drafts for tests."""

from typing import Any

from draht.actors.models import EVERYBODY
from draht.companies.models import Company
from draht.newsroom.actions import Content, publish_draft, save_draft, write_draft
from draht.newsroom.models import DraftVersion


def make_draft(company: Company, by: int, text: str = "New: *spring wire*.", *, lays: bool = False, **more: Any) -> int:
    """A post, or with a title an article, that is not published yet. Returns its id."""
    content = Content(text=text, audience=EVERYBODY)._replace(**more)
    return write_draft(company=company.actor_id, by=by, content=content, is_article=bool(content.title), lays=lays)


def change_draft(draft: int, by: int, text: str, *, lays: bool = False, **more: Any) -> None:
    """Change it as it is now."""
    content = Content(text=text, audience=EVERYBODY)._replace(**more)
    save_draft(draft=draft, by=by, content=content, seen=newest(draft), lays=lays)


def newest(draft: int) -> int:
    """The version to be published."""
    return DraftVersion.objects.filter(draft=draft).latest("id").id


def published_as(draft: int, by: int) -> int:
    """Publish it as it is now; returns the post's id."""
    post = publish_draft(draft=draft, by=by, version=newest(draft))
    assert post is not None
    return post
