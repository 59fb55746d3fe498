"""What keeping order does when something happened elsewhere. Each may run twice."""

from draht.moderation import actions
from draht.posts.events import CommentDeleted, PostDeleted


def forget_comment(event: CommentDeleted) -> None:
    """What its author deleted is not decided about."""
    actions.forget_appeals(comment=event.comment)


def forget_post(event: PostDeleted) -> None:
    """Nor what went with its post."""
    actions.forget_appeals_below(post=event.post)
