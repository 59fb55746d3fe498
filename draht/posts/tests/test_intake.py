"""Posts, comments and likes that come in many at a time are as if each had been made by its action."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.db import models

from draht.actors.models import EVERYBODY, Activity, Actor, Verb
from draht.common import clock
from draht.common.ids import new_id
from draht.common.refusal import Refused
from draht.conftest import Persona
from draht.outbox.models import RecordedEvent
from draht.posts.actions import like_comment, like_post, publish_post, write_comment
from draht.posts.intake import (
    NewComment,
    NewLike,
    NewPost,
    bring_in_comments,
    bring_in_likes,
    bring_in_posts,
    comment_text,
    comments_above,
    existing_posts,
    post_text,
)
from draht.posts.models import POST_ITSELF, Comment, Like, Post

TEXT = "About **dies** #Ziehstein #kupfer\n\n- round\n- dry"


def _at(hour: int) -> int:
    with clock.at(datetime(2011, 3, 1, hour, tzinfo=UTC)):
        return new_id()


def _facts(model: type[models.Model], *leave_out: str, **filters: object) -> list[dict[str, object]]:
    rows = model._default_manager.filter(**filters).order_by("pk").values()
    return [{name: value for name, value in row.items() if name not in leave_out} for row in rows]


def _both(find: Callable[[int], object], brought: int, made: int) -> None:
    assert find(brought) == find(made)
    assert find(made)


def test_a_post_is_as_if_it_had_been_published(ada: Persona) -> None:
    brought = _at(8)
    bring_in_posts([NewPost(brought, ada.id, EVERYBODY, post_text(TEXT))])
    made = publish_post(author=ada.id, text=TEXT, audience=EVERYBODY)
    _both(lambda post: _facts(Post, "id", id=post), brought, made)
    _both(
        lambda post: [
            (row["actor_id"], row["verb"], row["id"] == post)
            for row in _facts(Activity, object_id=post, verb=Verb.PUBLISHED)
        ],
        brought,
        made,
    )


def test_what_is_for_contacts_is_found_under_no_hashtag(ada: Persona) -> None:
    post = _at(8)
    bring_in_posts([NewPost(post, ada.id, ada.id, post_text(TEXT))])
    assert list(Activity.objects.filter(object_id=post).values_list("actor_id", flat=True)) == [ada.id]


def test_comments_and_answers_are_as_if_they_had_been_written(ada: Persona, ben: Persona) -> None:
    posts = [publish_post(author=ada.id, text=TEXT, audience=EVERYBODY) for _ in range(2)]
    first, answer = new_id(), new_id()
    bring_in_comments(
        [
            NewComment(first, posts[0], POST_ITSELF, ben.id, comment_text("Which *die*?")),
            NewComment(answer, posts[0], first, ada.id, comment_text("This one.")),
        ]
    )
    written = write_comment(author=ben.id, post=posts[1], text="Which *die*?")
    write_comment(author=ada.id, post=posts[1], text="This one.", answered=written)
    _both(lambda post: _facts(Comment, "id", "post_id", "answers_id", post=post), *posts)
    _both(lambda post: _facts(Post, "id", id=post), *posts)
    assert Comment.objects.get(post=posts[0], id=answer).answers_id == first
    assert comments_above([(posts[0], first), (posts[0], answer), (posts[0], 7)]) == {first: first, answer: first}


def test_likes_are_as_if_they_had_been_given(ada: Persona, ben: Persona, cem: Persona) -> None:
    posts = [publish_post(author=ada.id, text=TEXT, audience=EVERYBODY) for _ in range(2)]
    comments = [write_comment(author=ada.id, post=post, text="Mine") for post in posts]
    bring_in_likes(
        [
            NewLike(new_id(), posts[0], POST_ITSELF, ben.id),
            NewLike(new_id(), posts[0], POST_ITSELF, cem.id),
            NewLike(new_id(), posts[0], comments[0], ben.id),
        ]
    )
    like_post(actor=ben.id, post=posts[1])
    like_post(actor=cem.id, post=posts[1])
    like_comment(actor=ben.id, post=posts[1], comment=comments[1])
    _both(lambda post: _facts(Post, "id", id=post), *posts)
    _both(lambda post: _facts(Comment, "id", "post_id", post=post), *posts)
    _both(lambda post: _facts(Activity, "id", "object_id", object_id=post, verb=Verb.LIKED), *posts)
    _both(lambda post: Like.objects.filter(post=post).count(), *posts)


def test_a_like_that_is_there_counts_once(ada: Persona, ben: Persona) -> None:
    post = publish_post(author=ada.id, text=TEXT, audience=EVERYBODY)
    like_post(actor=ben.id, post=post)
    bring_in_likes([NewLike(new_id(), post, POST_ITSELF, ben.id) for _ in range(2)])
    assert Post.objects.get(id=post).likes == 1


def test_nothing_is_told(ada: Persona) -> None:
    before = RecordedEvent.objects.count()
    post = _at(8)
    bring_in_posts([NewPost(post, ada.id, EVERYBODY, "Old news")])
    bring_in_comments([NewComment(_at(9), post, POST_ITSELF, ada.id, "Older")])
    bring_in_likes([NewLike(_at(10), post, POST_ITSELF, ada.id)])
    assert RecordedEvent.objects.count() == before


def test_a_handle_from_elsewhere_mentions_nobody_here(ada: Persona, ben: Persona) -> None:
    post = _at(8)
    bring_in_posts([NewPost(post, ada.id, EVERYBODY, f"Hello @{ben.handle}")])
    assert "<a" not in Post.objects.get(id=post).html


def test_texts_that_are_too_long_are_refused() -> None:
    for read, longest in ((post_text, 5_000), (comment_text, 2_000)):
        assert read("x" * longest)
        with pytest.raises(Refused):
            read("x" * (longest + 1))


def test_it_knows_what_is_here(ada: Persona) -> None:
    post = publish_post(author=ada.id, text=TEXT, audience=EVERYBODY)
    assert existing_posts([post, 7]) == {post}
    assert Actor.objects.filter(handle="ziehstein").exists()
