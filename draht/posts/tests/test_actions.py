import threading
from collections.abc import Iterable

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from draht.accounts.actions import close_account
from draht.actors.models import MEMBERS, Activity, Actor, Kind, Verb
from draht.common.refusal import Refused
from draht.conftest import Persona
from draht.media.queries import PictureLine
from draht.members.models import Member
from draht.members.tests.factories import make_member
from draht.outbox.models import RecordedEvent
from draht.outbox.worker import run_until_idle
from draht.posts import actions
from draht.posts.models import Comment, Like, Mention, Post, PostPicture, PostVersion, Recommendation, Sent
from draht.posts.rules import MOST_TAGS
from draht.posts.tests.factories import make_post
from draht.ties.actions import block


def events() -> list[str]:
    return [
        name.removeprefix("posts.")
        for name in RecordedEvent.objects.filter(name__startswith="posts.")
        .order_by("id")
        .values_list("name", flat=True)
    ]


def acts(post: Post, verb: Verb) -> Iterable[int]:
    return Activity.objects.filter(object_id=post.id, verb=verb).values_list("actor_id", flat=True)


# --- posts ------------------------------------------------------------------------------------------------------------


def test_publishes_safe_html_an_activity_and_one_event(ada: Persona) -> None:
    post = make_post(ada, "**Copper** <script>alert(1)</script> is up")
    assert "<strong>Copper</strong>" in post.html
    assert "<script" not in post.html
    assert post.excerpt.startswith("Copper")
    activity = Activity.objects.get(object_id=post.id)
    assert (activity.actor_id, activity.id, activity.verb) == (ada.id, post.id, Verb.PUBLISHED)
    assert events() == ["PostPublished"]


def test_costs_the_same_however_many_follow(
    ada: Persona, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(9):
        make_post(ada, "A post")


@pytest.mark.parametrize("text", ["", "   \n ", "\u200b\u2060"])
def test_refuses_an_empty_post(ada: Persona, text: str) -> None:
    with pytest.raises(Refused):
        make_post(ada, text)


def test_refuses_a_post_that_is_too_long(ada: Persona) -> None:
    make_post(ada, "x" * 5000)
    with pytest.raises(Refused) as refusal:
        make_post(ada, "x" * 5001)
    assert refusal.value.field == "text"


def test_refuses_to_speak_to_the_contacts_of_somebody_else(ada: Persona, ben: Persona) -> None:
    with pytest.raises(Refused):
        make_post(ada, "Hello", ben.id)


def test_makes_one_post_of_a_draft_that_is_sent_twice(ada: Persona, ben: Persona) -> None:
    first = make_post(ada, "Sent twice", draft="token")
    again = make_post(ada, "Sent twice", draft="token")
    assert first.id == again.id
    assert Post.objects.count() == Sent.objects.count() == 1
    assert events() == ["PostPublished"]
    assert make_post(ada, "Other words from the same page", draft="token").id != first.id
    assert make_post(ben, "Sent twice", draft="token").id != first.id


def test_mentions_members_whom_the_author_may_see(ada: Persona, ben: Persona, cem: Persona) -> None:
    block(source=cem.id, target=ada.id)
    post = make_post(ada, f"@{ben.handle} and @{cem.handle} and @nobody")
    assert list(Mention.objects.filter(post=post).values_list("actor", flat=True)) == [ben.id]
    assert ">Ben Achterberg</a>" in post.html
    assert f"@{cem.handle}" in post.html


def test_puts_an_open_post_under_its_hashtags(ada: Persona) -> None:
    open_post = make_post(ada, "#Kupfer and #KUPFER and #Draht", MEMBERS)
    for_contacts = make_post(ada, "#Kupfer", ada.id)
    copper = Actor.objects.get(kind=Kind.HASHTAG, handle="kupfer")
    assert set(acts(open_post, Verb.PUBLISHED)) == {
        ada.id,
        copper.id,
        Actor.objects.get(kind=Kind.HASHTAG, handle="draht").id,
    }
    assert set(acts(for_contacts, Verb.PUBLISHED)) == {ada.id}


def test_puts_a_post_under_a_few_hashtags_only(ada: Persona) -> None:
    post = make_post(ada, " ".join(f"#tag{number}" for number in range(30)))
    assert len(list(acts(post, Verb.PUBLISHED))) == 1 + MOST_TAGS


def test_keeps_what_a_post_said_before(ada: Persona, ben: Persona) -> None:
    post = make_post(ada, "The #first price")
    actions.edit_post(post=post.id, text=f"The #second price, @{ben.handle}")
    post.refresh_from_db()
    assert post.edited is not None
    assert post.stamp == 1
    assert PostVersion.objects.get(post=post).text == "The #first price"
    assert list(Mention.objects.values_list("actor", flat=True)) == [ben.id]
    tags = Actor.objects.filter(kind=Kind.HASHTAG, id__in=acts(post, Verb.PUBLISHED)).values_list("handle", flat=True)
    assert list(tags) == ["second"]
    assert events() == ["PostPublished", "PostEdited"]


def test_does_not_mark_a_post_that_did_not_change(ada: Persona) -> None:
    post = make_post(ada, "Same")
    actions.edit_post(post=post.id, text="Same ")
    post.refresh_from_db()
    assert post.edited is None
    assert not PostVersion.objects.exists()


def test_describes_pictures_later(ada: Persona) -> None:
    post = make_post(ada, "Look", pictures=[PictureLine(7, "abc", "", 100, 80)])
    actions.edit_post(post=post.id, text="Look", alts={7: "A\ndie\u202e", 8: "no"})
    post.refresh_from_db()
    assert PostPicture.objects.get(post=post).alt == "A die"
    assert post.stamp == 1


def test_deletes_a_post_with_everything_below_it(ada: Persona, ben: Persona) -> None:
    post = make_post(ada, f"#wire @{ben.handle}", pictures=[PictureLine(7, "abc", "", 100, 80)])
    comment = actions.write_comment(author=ben.id, post=post.id, text="Yes")
    actions.like_post(actor=ben.id, post=post.id)
    actions.like_comment(actor=ada.id, post=post.id, comment=comment)
    actions.recommend_post(actor=ben.id, post=post.id)
    actions.edit_post(post=post.id, text="Other")
    actions.delete_post(post=post.id)
    for table in (Post, PostVersion, PostPicture, Comment, Like, Recommendation, Mention, Activity):
        assert not table.objects.exists(), table
    assert events()[-1] == "PostDeleted"
    actions.delete_post(post=post.id)
    assert events().count("PostDeleted") == 1


# --- comments ---------------------------------------------------------------------------------------------------------


def test_comments_and_answers_one_level_deep(ada: Persona, ben: Persona) -> None:
    post = make_post(ada)
    first = actions.write_comment(author=ben.id, post=post.id, text="One")
    answer = actions.write_comment(author=ada.id, post=post.id, text="Two", answered=first)
    deeper = actions.write_comment(author=ben.id, post=post.id, text="Three", answered=answer)
    above = dict(Comment.objects.values_list("id", "answers_id"))
    assert above == {first: 0, answer: first, deeper: first}
    post.refresh_from_db()
    assert post.comments == 3
    assert events().count("CommentWritten") == 3


def test_makes_one_comment_of_a_draft_that_is_sent_twice(ada: Persona) -> None:
    post = make_post(ada)
    first = actions.write_comment(author=ada.id, post=post.id, text="Yes", draft="token")
    assert actions.write_comment(author=ada.id, post=post.id, text="Yes", draft="token") == first
    post.refresh_from_db()
    assert post.comments == Comment.objects.count() == 1


def test_refuses_a_comment_on_what_one_cannot_read(ada: Persona, cem: Persona) -> None:
    post = make_post(ada, "For contacts", ada.id)
    with pytest.raises(Refused):
        actions.write_comment(author=cem.id, post=post.id, text="Hello")
    post.refresh_from_db()
    assert post.comments == 0


@pytest.mark.parametrize("text", ["", " ", "x" * 2001])
def test_refuses_an_empty_or_endless_comment(ada: Persona, text: str) -> None:
    post = make_post(ada)
    with pytest.raises(Refused):
        actions.write_comment(author=ada.id, post=post.id, text=text)


def test_refuses_to_answer_a_comment_below_another_post(ada: Persona) -> None:
    one, other = make_post(ada, "One"), make_post(ada, "Other")
    comment = actions.write_comment(author=ada.id, post=one.id, text="Hello")
    with pytest.raises(Refused):
        actions.write_comment(author=ada.id, post=other.id, text="Hello", answered=comment)
    other.refresh_from_db()
    assert other.comments == 0


def test_leaves_a_place_where_an_answered_comment_stood(ada: Persona, ben: Persona) -> None:
    post = make_post(ada)
    first = actions.write_comment(author=ben.id, post=post.id, text="One")
    answer = actions.write_comment(author=ada.id, post=post.id, text="Two", answered=first)
    actions.like_comment(actor=ada.id, post=post.id, comment=first)
    actions.delete_comment(post=post.id, comment=first)
    stone = Comment.objects.get(id=first)
    assert (stone.author_id, stone.text, stone.html, stone.likes) == (None, "", "", 0)
    assert not Like.objects.exists()
    with pytest.raises(Refused):
        actions.write_comment(author=ben.id, post=post.id, text="More", answered=first)
    actions.delete_comment(post=post.id, comment=answer)
    assert not Comment.objects.exists()
    post.refresh_from_db()
    assert post.comments == 0


def test_marks_an_edited_comment(ada: Persona) -> None:
    post = make_post(ada)
    comment = actions.write_comment(author=ada.id, post=post.id, text="One")
    actions.edit_comment(post=post.id, comment=comment, text="Two")
    row = Comment.objects.get(id=comment)
    assert (row.text, row.html) == ("Two", "<p>Two</p>")
    assert row.edited is not None


# --- likes and recommendations ----------------------------------------------------------------------------------------


def test_counts_a_like_once(ada: Persona, ben: Persona) -> None:
    post = make_post(ada)
    for _ in range(2):
        actions.like_post(actor=ben.id, post=post.id)
    post.refresh_from_db()
    assert post.likes == 1
    assert list(acts(post, Verb.LIKED)) == [ben.id]
    for _ in range(2):
        actions.unlike_post(actor=ben.id, post=post.id)
    post.refresh_from_db()
    assert post.likes == 0
    assert list(acts(post, Verb.LIKED)) == []
    assert events() == ["PostPublished", "PostLiked", "LikeWithdrawn"]


def test_counts_the_like_of_a_comment_once(ada: Persona, ben: Persona) -> None:
    post = make_post(ada)
    comment = actions.write_comment(author=ada.id, post=post.id, text="One")
    for _ in range(2):
        actions.like_comment(actor=ben.id, post=post.id, comment=comment)
    assert Comment.objects.get(id=comment).likes == 1
    for _ in range(2):
        actions.unlike_comment(actor=ben.id, post=post.id, comment=comment)
    assert Comment.objects.get(id=comment).likes == 0
    post.refresh_from_db()
    assert post.likes == 0


def test_recommends_once_and_changes_the_words(ada: Persona, ben: Persona) -> None:
    post = make_post(ada)
    actions.recommend_post(actor=ben.id, post=post.id)
    actions.recommend_post(actor=ben.id, post=post.id, words="*Read* this")
    post.refresh_from_db()
    assert post.recommendations == 1
    row = Recommendation.objects.get()
    assert (row.words, row.html) == ("*Read* this", "<p><em>Read</em> this</p>")
    assert list(acts(post, Verb.RECOMMENDED)) == [ben.id]
    assert events().count("PostRecommended") == 1
    actions.withdraw_recommendation(actor=ben.id, post=post.id)
    post.refresh_from_db()
    assert post.recommendations == 0
    assert list(acts(post, Verb.RECOMMENDED)) == []


def test_refuses_to_like_or_recommend_what_is_gone(ada: Persona, ben: Persona) -> None:
    post = make_post(ada)
    actions.delete_post(post=post.id)
    with pytest.raises(Refused):
        actions.like_post(actor=ben.id, post=post.id)
    with pytest.raises(Refused):
        actions.recommend_post(actor=ben.id, post=post.id)
    assert not Activity.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_counts_exactly_when_many_like_at_the_same_time() -> None:
    post = make_post(make_member("Ada", "Ohm").actor)
    fans = [make_member("Fan", f"Number{'abcd'[number]}") for number in range(4)]

    def like(fan: Member) -> None:
        try:
            for _ in range(3):
                actions.like_post(actor=fan.actor_id, post=post.id)
        finally:
            connection.close()

    threads = [threading.Thread(target=like, args=(fan,)) for fan in fans for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    post.refresh_from_db()
    assert post.likes == Like.objects.filter(post=post).count() == len(fans)
    assert RecordedEvent.objects.filter(name="posts.PostLiked").count() == len(fans)


# --- leaving ----------------------------------------------------------------------------------------------------------


def test_takes_along_everything_that_somebody_wrote(ada: Persona, ben: Persona, cem: Persona) -> None:
    own, other = make_post(ben, "Mine"), make_post(ada, "Theirs")
    first = actions.write_comment(author=ben.id, post=other.id, text="One")
    actions.write_comment(author=ada.id, post=other.id, text="Two", answered=first)
    actions.write_comment(author=ben.id, post=other.id, text="Three", answered=first)
    theirs = actions.write_comment(author=ada.id, post=other.id, text="Four")
    actions.like_post(actor=ben.id, post=other.id)
    actions.like_comment(actor=ben.id, post=other.id, comment=theirs)
    actions.like_post(actor=cem.id, post=other.id)
    actions.recommend_post(actor=ben.id, post=other.id, words="Read")
    close_account(user=ben.user)
    run_until_idle()
    assert not Post.objects.filter(id=own.id).exists()
    other.refresh_from_db()
    assert (other.likes, other.recommendations, other.comments) == (1, 0, 2)
    assert not Comment.objects.filter(author=ben.id).exists()
    assert Comment.objects.get(id=first).text == ""
    assert Comment.objects.get(id=theirs).likes == 0
    assert not Activity.objects.filter(actor=ben.id).exists()
