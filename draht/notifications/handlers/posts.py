"""Who is told of posts and comments."""

from draht.companies.rules import Right, people_with
from draht.notifications import actions
from draht.notifications.models import Kind
from draht.posts import events as posts
from draht.posts.queries import author_of, like_id, listener_of, mentioned, recommendation_id


def tell_of_mentions(event: posts.PostPublished | posts.PostEdited) -> None:
    """Tell the members whom a post mentions."""
    for member in mentioned(event.post):
        actions.give_notice(
            id=event.post,
            recipient=member,
            kinds={Kind.MENTION: event.post},
            actor=event.author,
            writer=event.writer if isinstance(event, posts.PostPublished) else event.by,
            object_id=event.post,
            post=event.post,
        )


def tell_of_comment(event: posts.CommentWritten) -> None:
    """Tell whose comment is answered, whose post it is, and who is mentioned: each once."""
    if author_of(event.post, event.comment) is None:
        return
    told: dict[int, dict[Kind, int]] = {}
    if event.answered and (answered := listener_of(event.post, event.answered)):
        told.setdefault(answered, {})[Kind.ANSWER] = event.answered
    if listener := listener_of(event.post):
        told.setdefault(listener, {})[Kind.COMMENT] = event.post
    for member in mentioned(event.post, comment=event.comment):
        told.setdefault(member, {})[Kind.MENTION] = event.comment
    company = author_of(event.post)
    if company is not None and company != event.author:
        for member in people_with(company, Right.ANSWER):
            told.setdefault(member, {}).setdefault(Kind.ON_COMPANY, event.post)
    for member, kinds in told.items():
        is_own = company == member or Kind.ANSWER in kinds
        about = 0 if is_own else company or 0
        _tell_of_words(member, kinds, event, writer=event.writer, company=about)


def tell_of_mentions_in_comment(event: posts.CommentEdited) -> None:
    """Tell the members whom a comment mentions now."""
    for member in mentioned(event.post, comment=event.comment):
        _tell_of_words(member, {Kind.MENTION: event.comment}, event, writer=event.by)


def _tell_of_words(
    member: int,
    kinds: dict[Kind, int],
    event: posts.CommentWritten | posts.CommentEdited,
    *,
    writer: int | None,
    company: int = 0,
) -> None:
    actions.give_notice(
        id=event.comment,
        recipient=member,
        kinds=kinds,
        actor=event.author,
        writer=writer,
        object_id=event.comment,
        post=event.post,
        comment=event.comment,
        company=company,
    )


def tell_of_like(event: posts.PostLiked) -> None:
    """Tell the author of a post who likes it."""
    _tell_author(Kind.LIKE, like_id(event.actor, event.post), event.actor, event.post)


def tell_of_comment_like(event: posts.CommentLiked) -> None:
    """Tell the author of a comment who likes it."""
    like = like_id(event.actor, event.post, event.comment)
    _tell_author(Kind.LIKE, like, event.actor, event.post, event.comment)


def tell_of_recommendation(event: posts.PostRecommended) -> None:
    """Tell the author of a post who recommends it."""
    _tell_author(Kind.RECOMMENDATION, recommendation_id(event.actor, event.post), event.actor, event.post)


def _tell_author(kind: Kind, act: int | None, actor: int, post: int, comment: int = 0) -> None:
    """What `actor` did with a post or a comment on it; nothing if the act was taken back or the words are gone."""
    listener = listener_of(post, comment)
    if listener and act:
        about = comment or post
        actions.give_notice(
            id=act,
            recipient=listener,
            kinds={kind: about},
            actor=actor,
            object_id=about,
            post=post,
            comment=comment,
        )


def forget_like(event: posts.LikeWithdrawn) -> None:
    """Forget a like that was taken back and not given again."""
    if like_id(event.actor, event.post, event.comment) is None:
        actions.take_back_notice(kind=Kind.LIKE, actor=event.actor, object_id=event.comment or event.post)


def forget_recommendation(event: posts.RecommendationWithdrawn) -> None:
    """Forget a recommendation that was taken back and not given again."""
    if recommendation_id(event.actor, event.post) is None:
        actions.take_back_notice(kind=Kind.RECOMMENDATION, actor=event.actor, object_id=event.post)


def forget_post(event: posts.PostDeleted) -> None:
    """A post that is gone takes its notices with it."""
    actions.remove_notices_of_post(post=event.post)


def forget_comment(event: posts.CommentDeleted) -> None:
    """A comment that is gone takes its notices with it."""
    actions.remove_notices_of_comment(post=event.post, comment=event.comment)
