"""Decisions about keeping order."""

from draht.moderation.models import Appeal
from draht.posts.models import Comment, Hiding


def may_appeal(viewer: int, post: int, comment: int) -> bool:
    """Whether `viewer` wrote this comment and it is hidden, or was when they appealed."""
    if not Comment.objects.filter(post=post, id=comment, author=viewer).exists():
        return False
    is_hidden = Hiding.objects.filter(post=post, comment_id=comment).exists()
    return is_hidden or Appeal.objects.filter(comment_id=comment, author=viewer).exists()
