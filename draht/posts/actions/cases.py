"""Criticism below the posts of companies: dealt with as a case, in the open; hidden only by a house rule, with reasons.

Either side opens a case. The company's answer to the comment moves it on by itself. Whoever criticized may say at any
time that it is solved, the company once it has answered; and whoever criticized may open it again.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from draht import outbox
from draht.common import clock
from draht.common.ids import new_id
from draht.common.refusal import Refused
from draht.posts import rules
from draht.posts.actions.texts import checked_text, hold_post
from draht.posts.events import CaseMoved, CommentHidden, CommentShown
from draht.posts.models import LONGEST_WORDS, Case, CaseState, Comment, Hiding, HouseRule, Post


class _Criticism:
    """A comment below a company's post, held until the transaction ends. Raises Refused if there is none."""

    def __init__(self, post: int, comment: int) -> None:
        hold_post(post)
        row = Comment.objects.filter(post=post, id=comment, author__isnull=False).first()
        if row is None or row.author_id is None:
            raise Refused(_("This comment has been deleted."))
        self.row, self.author = row, row.author_id
        self.company: int = Post.objects.values_list("author_id", flat=True).get(id=post)
        self.case = Case.objects.filter(post=post, comment_id=comment).first()

    def mark(self, **flags: bool) -> None:
        """Let pages know that there is something to look up."""
        Comment.objects.filter(post=self.row.post_id, id=self.row.id).update(**flags)

    def facts(self, by: int) -> dict[str, int]:
        """What an event tells of a step taken here."""
        here = {"post": self.row.post_id, "comment": self.row.id}
        return {"act": new_id(), **here, "company": self.company, "author": self.author, "by": by}

    def tell(self, state: CaseState, by: int) -> None:
        """Record how far the case is."""
        outbox.record(CaseMoved(state=state.value, **self.facts(by)))


@transaction.atomic
def open_case(*, post: int, comment: int, by: int) -> None:
    """Deal with a comment as a case, or open a solved one again. Raises Refused."""
    here = _Criticism(post, comment)
    if here.case is None:
        if not rules.may_open_case(by, here.author, here.company):
            raise Refused(_("Only the company and whoever wrote the comment can make it a case."))
        Case.objects.create(post_id=post, comment_id=comment, company_id=here.company, opened=clock.now())
        here.mark(is_case=True)
        here.tell(CaseState.OPEN, by)
    elif here.case.solved and by == here.author:
        Case.objects.filter(post=post, comment_id=comment).update(solved=None)
        here.tell(CaseState.OPEN, by)


def answer_case(*, post: int, answered: int, above: int, answer: int, company: int) -> None:
    """Note that `answer`, a comment by `company`, answers a case if there is one: the comment that was answered, else
    the one `above`, below which both stand. Called in the transaction that writes the answer."""
    for comment in dict.fromkeys((answered, above)):
        waiting = Case.objects.filter(post=post, comment_id=comment, company=company, solved=None)
        if waiting.update(answer_id=answer, answered=clock.now()):
            _Criticism(post, comment).tell(CaseState.ANSWERED, company)
            return


@transaction.atomic
def solve_case(*, post: int, comment: int, by: int) -> None:
    """Say that a case is solved. Raises Refused."""
    here = _Criticism(post, comment)
    if here.case is None or here.case.solved:
        return
    if not rules.may_solve_case(by, here.author, here.company, is_answered=here.case.answered is not None):
        raise Refused(_("The company can say so once it has answered."))
    Case.objects.filter(post=post, comment_id=comment).update(solved=clock.now())
    here.tell(CaseState.SOLVED, by)


@transaction.atomic
def hide_comment(*, post: int, comment: int, by: int, rule: HouseRule, words: str) -> None:
    """Hide a comment below a company's post for a reason out of the house rules. Raises Refused."""
    words = checked_text(words, longest=LONGEST_WORDS, field="words")
    if not words:
        raise Refused(_("Please say in a sentence why: it is shown in the place of the comment."), field="words")
    here = _Criticism(post, comment)
    if not rules.may_hide(by, here.author, here.company):
        raise Refused(_("Only the company below whose post it stands can hide a comment."))
    Hiding.objects.update_or_create(
        post_id=post,
        comment_id=comment,
        defaults={"company_id": here.company, "rule": rule, "words": words, "hidden": clock.now()},
    )
    here.mark(is_hidden=True)
    outbox.record(CommentHidden(**here.facts(by)))


@transaction.atomic
def show_comment(*, post: int, comment: int, by: int) -> None:
    """Show a hidden comment again. Whether `by` may is asked by who calls: the company, or the host on an appeal."""
    here = _Criticism(post, comment)
    if Hiding.objects.filter(post=post, comment_id=comment).delete()[0]:
        here.mark(is_hidden=False)
        outbox.record(CommentShown(**here.facts(by)))


def forget_case(*, post: int, comment: int) -> None:
    """A comment is deleted: nothing is left of its case and of why it was hidden."""
    Case.objects.filter(post=post, comment_id=comment).delete()
    Hiding.objects.filter(post=post, comment_id=comment).delete()
    # It may have been the answer to one: then that is not answered any more.
    Case.objects.filter(post=post, answer_id=comment).update(answer_id=None, answered=None, solved=None)
