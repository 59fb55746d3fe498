"""What enquiries do when something happened. Each may run twice."""

from draht.companies.events import TeamChanged
from draht.enquiries import actions
from draht.enquiries.events import WaitEnded
from draht.enquiries.rules import may_answer
from draht.members.events import MemberLeft
from draht.posts.events import (
    CommentDeleted,
    CommentEdited,
    CommentHidden,
    CommentWritten,
    PostDeleted,
    PostEdited,
    PostPublished,
)
from draht.posts.models import POST_ITSELF


def count_answer(event: WaitEnded) -> None:
    """The figures of the team are others now."""
    actions.count_figures(company=event.company)


def release_work_of(event: TeamChanged) -> None:
    """Whoever does not answer any more looks after nothing."""
    if not may_answer(event.member, event.company):
        actions.drop_assignments(company=event.company, member=event.member)


def forget_questions_of(event: MemberLeft) -> None:
    """Whoever left takes their questions along."""
    actions.delete_enquiries_of(asker=event.member)


def take_up_post(event: PostPublished | PostEdited) -> None:
    """A post that names a company stands in its inbox."""
    actions.take_up(place=(event.post, POST_ITSELF))


def take_up_comment(event: CommentWritten | CommentEdited) -> None:
    """So does a comment that asks or names one; what a company writes may be the answer to others."""
    answered = event.answered if isinstance(event, CommentWritten) else POST_ITSELF
    actions.take_up(place=(event.post, event.comment), answered=answered)
    actions.settle_answered(company=event.author, post=event.post)


def settle_hidden_comment(event: CommentHidden) -> None:
    """Hidden is not answered."""
    actions.settle_hidden(post=event.post, comment=event.comment)


def forget_words(event: CommentDeleted | PostDeleted) -> None:
    """What its author deleted waits for no answer."""
    actions.forget_place(post=event.post, comment=event.comment if isinstance(event, CommentDeleted) else None)
