"""Comment on posts, answer comments, edit and delete them."""

from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from draht import outbox
from draht.common import clock
from draht.common.ids import new_id
from draht.common.inserting import insert
from draht.common.prepared import Prepared, PreparedUpdate
from draht.common.refusal import Refused
from draht.posts.actions.cases import answer_case, forget_case
from draht.posts.actions.texts import add_mentions, checked_text, claim_draft, hold_post, render_text, replace_mentions
from draht.posts.actions.voices import how_said, somebody_else
from draht.posts.events import CommentDeleted, CommentEdited, CommentWritten
from draht.posts.models import LONGEST_COMMENT, POST_ITSELF, Comment, Like, Mention, Post, Spoken
from draht.posts.rules import may_read, readable_by, visible_comments


def write_comment(
    *, author: int, post: int, text: str, answered: int = POST_ITSELF, draft: str = "", writer: int | None = None
) -> int:
    """Comment on a post, or on the comment `answered` below it. Returns the comment's id.

    An answer to an answer stands below the same comment. `writer`: who writes it for the author, if the author is
    somebody for whom others speak; both must be able to read the post. With `draft`, doing it twice makes one comment.
    Raises Refused.
    """
    hand = writer or author
    text = checked_text(text, longest=LONGEST_COMMENT)
    if not text:
        raise Refused(_("Please write something first."), field="text")
    rich = render_text(text, author=author, writer=writer)
    id = new_id()
    with transaction.atomic():
        saying = how_said(author=author, writer=writer)
        # Counting first also keeps the post from being deleted meanwhile.
        if not _count_comment(hand, post):
            raise Refused(_("This post has been deleted."))
        if hand != author and not may_read(author, post):
            # Not meant for the company, or a block stands between: which of the two, nobody is told.
            raise Refused(_("You cannot speak for the company below this post."), field="voice")
        above = _comment_above(hand, post, answered)
        earlier = claim_draft(author=hand, draft=draft, text=f"{author}/{post}/{answered}/{text}", object_id=id)
        if earlier != id:
            Post.objects.filter(id=post).update(comments=F("comments") - 1)
            return earlier
        said = {"text": text, "html": rich.html, **saying._asdict()}
        insert(Comment(post_id=post, id=id, answers_id=above, author_id=author, **said))
        add_mentions(post=post, comment=id, actors=rich.mentions)
        outbox.record(CommentWritten(post=post, comment=id, author=author, answered=answered, writer=saying.writer_id))
        if answered and hand != author:
            answer_case(post=post, answered=answered, above=above, answer=id, company=author)
    return id


@PreparedUpdate
def _count_comment(reader: int, post: int) -> tuple[QuerySet[Post], dict[str, Any]]:
    return Post.objects.filter(readable_by(reader), id=post), {"comments": F("comments") + 1}


def _comment_above(author: int, post: int, answered: int) -> int:
    if answered == POST_ITSELF:
        return POST_ITSELF
    for (above,) in _seen(author, post, answered):
        return int(above or answered)
    raise Refused(_("The comment you are answering has been deleted."))


@Prepared
def _seen(viewer: int, post: int, comment: int) -> QuerySet[Any, Any]:
    rows = Comment.objects.filter(visible_comments(viewer), post=post, id=comment, author__isnull=False)
    return rows.values_list("answers_id")


def edit_comment(*, post: int, comment: int, text: str, by: int | None = None) -> None:
    """Change the words of a comment. `by`: who does it, if not the author. Raises Refused."""
    text = checked_text(text, longest=LONGEST_COMMENT)
    if not text:
        raise Refused(_("Please write something first."), field="text")
    here = Comment.objects.filter(post=post, id=comment)
    row = here.values_list("author_id", "text").first()
    if row is None or row[0] is None:
        raise Refused(_("This comment has been deleted."))
    author, before = row
    by = somebody_else(by, author=author)
    if before == text:
        return
    rich = render_text(text, author=author, writer=by)
    with transaction.atomic():
        if here.filter(author=author).update(text=text, html=rich.html, edited=clock.now()):
            replace_mentions(post=post, comment=comment, actors=rich.mentions)
            outbox.record(CommentEdited(post=post, comment=comment, author=author, by=by))


@transaction.atomic
def delete_comment(*, post: int, comment: int, by: int | None = None) -> None:
    """Delete a comment. If it has answers, the place where it stood stays, without author and words.

    `by`: who does it, if not the author. Raises Refused.
    """
    hold_post(post)
    here = Comment.objects.filter(post=post, id=comment, author__isnull=False)
    row = here.first()
    if row is None or row.author_id is None:
        return
    by = somebody_else(by, author=row.author_id)
    if Comment.objects.filter(post=post, answers_id=comment).exists():
        here.update(
            author=None,
            spoken=Spoken.PLAINLY,
            writer=None,
            agency=None,
            text="",
            html="",
            edited=None,
            likes=0,
            is_case=False,
            is_hidden=False,
        )
    else:
        here.delete()
        _remove_bare_tombstone(post, row.answers_id)
    Like.objects.filter(post=post, comment_id=comment).delete()
    Mention.objects.filter(post=post, comment_id=comment).delete()
    forget_case(post=post, comment=comment)
    Post.objects.filter(id=post).update(comments=F("comments") - 1)
    outbox.record(CommentDeleted(post=post, comment=comment, author=row.author_id, by=by))


def _remove_bare_tombstone(post: int, comment: int) -> None:
    if comment and not Comment.objects.filter(post=post, answers_id=comment).exists():
        Comment.objects.filter(post=post, id=comment, author__isnull=True).delete()
