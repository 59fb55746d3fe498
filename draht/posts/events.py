"""What happened to posts. `comment` is 0 where the post itself is meant."""

from dataclasses import dataclass

from draht.outbox import Event


@dataclass(frozen=True)
class PostPublished(Event):
    """`author` published `post`. Whom it mentions is found in `queries.mentioned`. `writer`: who wrote it for them."""

    post: int
    author: int
    writer: int | None = None


@dataclass(frozen=True)
class PostEdited(Event):
    """`post` by `author` was changed. `by` whom, if not by the author."""

    post: int
    author: int
    by: int | None = None


@dataclass(frozen=True)
class PostDeleted(Event):
    """`post` by `author` and everything below it is gone. `by` whom it was deleted, if not by the author."""

    post: int
    author: int
    by: int | None = None


@dataclass(frozen=True)
class CommentWritten(Event):
    """`author` commented on `post`. `answered` is the comment that it answers, or 0; `writer` wrote it for them."""

    post: int
    comment: int
    author: int
    answered: int
    writer: int | None = None


@dataclass(frozen=True)
class CommentEdited(Event):
    """`comment` by `author` was changed. `by` whom, if not by the author."""

    post: int
    comment: int
    author: int
    by: int | None = None


@dataclass(frozen=True)
class CommentDeleted(Event):
    """`comment` by `author` is gone. `by` whom it was deleted, if not by the author."""

    post: int
    comment: int
    author: int
    by: int | None = None


@dataclass(frozen=True)
class CriticismStep(Event):
    """`by` did something with `comment` by `author` below a post of `company`. `act` is the id of this step."""

    act: int
    post: int
    comment: int
    company: int
    author: int
    by: int


@dataclass(frozen=True)
class CaseMoved(CriticismStep):
    """A critical comment became a case, or moved on: `state` tells how far it is."""

    state: str


@dataclass(frozen=True)
class CommentHidden(CriticismStep):
    """The comment was hidden for the company."""


@dataclass(frozen=True)
class CommentShown(CriticismStep):
    """A hidden comment is shown again: by somebody of the company, or by the host."""


@dataclass(frozen=True)
class PostLiked(Event):
    """`actor` likes `post`."""

    post: int
    actor: int


@dataclass(frozen=True)
class CommentLiked(Event):
    """`actor` likes `comment`."""

    post: int
    comment: int
    actor: int


@dataclass(frozen=True)
class LikeWithdrawn(Event):
    """`actor` no longer likes the post or `comment`."""

    post: int
    comment: int
    actor: int


@dataclass(frozen=True)
class PostRecommended(Event):
    """`actor` recommended `post`."""

    post: int
    actor: int


@dataclass(frozen=True)
class RecommendationWithdrawn(Event):
    """`actor` no longer recommends `post`."""

    post: int
    actor: int
