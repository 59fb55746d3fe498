"""Who is told what. Everything happens through the public actions; the jobs run as the worker runs them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from draht.accounts.actions import close_account
from draht.actors.actions import create_actor, grant_voice, withdraw_voice
from draht.actors.models import EVERYBODY, Actor
from draht.actors.models import Kind as ActorKind
from draht.common import clock
from draht.common.ids import LARGEST
from draht.common.refusal import Refused
from draht.conftest import Persona
from draht.contacts.actions import accept_request, decline_request, withdraw_request
from draht.contacts.tests.factories import ask
from draht.members.models import Member
from draht.notifications import handlers
from draht.notifications.actions import choose_kinds, forget_old_notices, mark_read
from draht.notifications.models import Kind, Notice
from draht.notifications.queries import notices
from draht.outbox.worker import run_until_idle
from draht.posts import actions
from draht.posts.events import CommentWritten, PostLiked
from draht.posts.tests.factories import make_post
from draht.ties.actions import block, follow, mute, untie_contacts

Make = Callable[[str, str], Persona]


def told(persona: Persona) -> list[tuple[str, list[str], int]]:
    """The bell of somebody: kind, first names, how many people."""
    run_until_idle()
    page = notices(persona.id, before=LARGEST)
    return [(line.kind, [one.name.split()[0] for one in line.people], line.how_many) for line in page.items]


def badge(persona: Persona) -> int:
    return Member.objects.get(actor=persona.id).unread_notices


def test_tells_of_a_comment_on_ones_post(ada: Persona, ben: Persona) -> None:
    post = make_post(ada)
    actions.write_comment(author=ben.id, post=post.id, text="Good")
    assert told(ada) == [("comment", ["Ben"], 1)]
    assert told(ben) == []
    assert badge(ada) == 1


def test_tells_of_an_answer_rather_than_of_a_comment(ada: Persona, ben: Persona, cem: Persona) -> None:
    post = make_post(ada)
    first = actions.write_comment(author=ada.id, post=post.id, text="What do you say?")
    actions.write_comment(author=ben.id, post=post.id, text=f"Yes, @{ada.handle}", answered=first)
    assert told(ada) == [("answer", ["Ben"], 1)]
    second = actions.write_comment(author=cem.id, post=post.id, text="No", answered=first)
    actions.write_comment(author=ben.id, post=post.id, text="But", answered=second)
    assert told(cem) == [("answer", ["Ben"], 1)]


def test_tells_of_mentions_in_posts_and_comments(ada: Persona, ben: Persona, cem: Persona) -> None:
    post = make_post(ada, f"@{ben.handle} knows")
    comment = actions.write_comment(author=ben.id, post=post.id, text="Ask somebody else")
    assert told(ben) == [("mention", ["Ada"], 1)]
    actions.edit_comment(post=post.id, comment=comment, text=f"Ask @{cem.handle}")
    assert told(cem) == [("mention", ["Ben"], 1)]
    actions.edit_post(post=post.id, text=f"@{ben.handle} and @{cem.handle} know")
    assert told(cem) == [("mention", ["Ben"], 1), ("mention", ["Ada"], 1)]
    assert len(told(ben)) == 1


def test_groups_likes_and_forgets_those_taken_back(ada: Persona, ben: Persona, make_persona: Make) -> None:
    post = make_post(ada)
    fans = [ben, *(make_persona("Fan", name) for name in ("Abt", "Bär", "Cohn"))]
    for fan in fans:
        actions.like_post(actor=fan.id, post=post.id)
    assert told(ada) == [("like", ["Fan", "Fan"], 4)]
    assert badge(ada) == 1
    for fan in fans[1:]:
        actions.unlike_post(actor=fan.id, post=post.id)
    assert told(ada) == [("like", ["Ben"], 1)]
    actions.unlike_post(actor=ben.id, post=post.id)
    assert told(ada) == []
    assert badge(ada) == 0


def test_tells_of_the_like_of_a_comment_and_of_a_recommendation(ada: Persona, ben: Persona) -> None:
    post = make_post(ada)
    comment = actions.write_comment(author=ada.id, post=post.id, text="My own comment")
    actions.like_comment(actor=ben.id, post=post.id, comment=comment)
    actions.recommend_post(actor=ben.id, post=post.id)
    assert told(ada) == [("recommend", ["Ben"], 1), ("like", ["Ben"], 1)]
    actions.withdraw_recommendation(actor=ben.id, post=post.id)
    assert told(ada) == [("like", ["Ben"], 1)]


def test_tells_of_requests_and_their_acceptance(ada: Persona, cem: Persona) -> None:
    request = ask(cem, ada)
    assert told(ada) == [("request", ["Cem"], 1)]
    accept_request(request=request.id, asked=ada.id)
    assert told(cem) == [("acceptance", ["Ada"], 1)]
    assert badge(ada) == 0
    assert badge(cem) == 1


def test_never_tells_of_a_refusal(ada: Persona, cem: Persona) -> None:
    request = ask(cem, ada)
    run_until_idle()
    decline_request(request=request.id, asked=ada.id)
    assert told(cem) == []
    assert badge(ada) == 0


def test_forgets_a_request_that_was_taken_back(ada: Persona, cem: Persona) -> None:
    request = ask(cem, ada)
    run_until_idle()
    withdraw_request(request=request.id, asker=cem.id)
    assert told(ada) == []


def test_tells_of_a_follower(ada: Persona, cem: Persona) -> None:
    follow(source=cem.id, target=ada.id)
    assert told(ada) == [("follow", ["Cem"], 1)]


def test_never_tells_of_ones_own_acts(ada: Persona) -> None:
    post = make_post(ada, f"I, @{ada.handle}, say")
    first = actions.write_comment(author=ada.id, post=post.id, text="And again")
    actions.write_comment(author=ada.id, post=post.id, text="Yes", answered=first)
    assert told(ada) == []


@pytest.mark.parametrize("silence", [block, mute])
def test_never_tells_of_the_blocked_and_muted(ada: Persona, ben: Persona, silence: Callable[..., None]) -> None:
    post = make_post(ada)
    silence(source=ada.id, target=ben.id)
    if silence is mute:
        actions.write_comment(author=ben.id, post=post.id, text="Hear me")
    actions.like_post(actor=ben.id, post=post.id)
    assert told(ada) == []


def test_forgets_what_the_blocked_did(ada: Persona, ben: Persona) -> None:
    post = make_post(ada)
    actions.like_post(actor=ben.id, post=post.id)
    assert len(told(ada)) == 1
    block(source=ben.id, target=ada.id)
    assert told(ada) == []
    assert badge(ada) == 0


def test_never_leads_to_answers_that_a_block_hides(ada: Persona, ben: Persona, cem: Persona) -> None:
    post = make_post(ada)
    comment = actions.write_comment(author=cem.id, post=post.id, text="I know better")
    actions.write_comment(author=ben.id, post=post.id, text="Do you?", answered=comment)
    assert told(ada) == [("comment", ["Ben", "Cem"], 2)]
    block(source=ada.id, target=cem.id)
    assert told(ada) == []
    assert badge(ada) == 0
    actions.write_comment(author=ben.id, post=post.id, text="Still?", answered=comment)
    assert told(ada) == []


def test_never_tells_of_what_one_may_not_read(ada: Persona, ben: Persona, cem: Persona) -> None:
    post = make_post(ada, f"Between us, @{cem.handle} and @{ben.handle}", ada.id)
    assert told(cem) == []
    assert told(ben) == [("mention", ["Ada"], 1)]
    untie_contacts(one=ada.id, other=ben.id)
    assert told(ben) == []
    assert post.audience_id == ada.id


def test_forgets_posts_and_comments_that_are_deleted(ada: Persona, ben: Persona) -> None:
    post = make_post(ada)
    comment = actions.write_comment(author=ben.id, post=post.id, text="Good")
    actions.like_post(actor=ben.id, post=post.id)
    assert len(told(ada)) == 2
    actions.delete_comment(post=post.id, comment=comment)
    assert told(ada) == [("like", ["Ben"], 1)]
    actions.delete_post(post=post.id)
    assert told(ada) == []
    assert badge(ada) == 0


def test_tells_once_when_a_job_runs_twice(ada: Persona, ben: Persona) -> None:
    post = make_post(ada)
    comment = actions.write_comment(author=ben.id, post=post.id, text="Good")
    actions.like_post(actor=ben.id, post=post.id)
    before = told(ada)
    for _ in range(2):
        handlers.tell_of_comment(CommentWritten(post=post.id, comment=comment, author=ben.id, answered=0))
        handlers.tell_of_like(PostLiked(post=post.id, actor=ben.id))
    assert told(ada) == before
    assert Notice.objects.count() == 2


def test_respects_the_choice_of_kinds(ada: Persona, ben: Persona) -> None:
    choose_kinds(mailed=(), member=ada.id, wanted=["comment"])
    post = make_post(ada)
    actions.like_post(actor=ben.id, post=post.id)
    first = actions.write_comment(author=ada.id, post=post.id, text="Mine")
    actions.write_comment(author=ben.id, post=post.id, text="An answer is a comment too", answered=first)
    assert told(ada) == [("comment", ["Ben"], 1)]


def test_comes_back_to_the_top_with_something_new(ada: Persona, ben: Persona, cem: Persona) -> None:
    one, other = make_post(ada, "One", EVERYBODY), make_post(ada, "Other", EVERYBODY)
    actions.like_post(actor=ben.id, post=one.id)
    actions.like_post(actor=ben.id, post=other.id)
    run_until_idle()
    mark_read(recipient=ada.id)
    assert badge(ada) == 0
    actions.like_post(actor=cem.id, post=one.id)
    run_until_idle()
    first, second = notices(ada.id, before=LARGEST).items
    assert (first.words, first.how_many, first.unread) == ("One", 2, True)
    assert (second.words, second.how_many, second.unread) == ("Other", 1, False)


def test_stands_where_it_happened(ada: Persona, ben: Persona) -> None:
    last_week = timezone.now() - timedelta(days=7)
    with clock.at(last_week):
        post = make_post(ada)
        actions.write_comment(author=ben.id, post=post.id, text="Old news")
    run_until_idle()
    (line,) = notices(ada.id, before=LARGEST).items
    assert abs(line.when - last_week) < timedelta(seconds=1)


def test_forgets_what_somebody_told_who_left(ada: Persona, cem: Persona) -> None:
    follow(source=cem.id, target=ada.id)
    ask(cem, ada)
    assert len(told(ada)) == 2
    close_account(user=cem.user)
    assert told(ada) == []
    assert badge(ada) == 0


def test_forgets_old_notices(ada: Persona, ben: Persona) -> None:
    for days in (400, 200, 200, 10):
        with clock.at(timezone.now() - timedelta(days=days)):
            post = make_post(ada, f"{days}")
            actions.like_post(actor=ben.id, post=post.id)
    run_until_idle()
    newer = Notice.objects.order_by("id")[2]
    mark_read(recipient=ada.id, group=newer.group)
    forget_old_notices()
    assert [line.words for line in notices(ada.id, before=LARGEST).items] == ["10", "200"]
    assert badge(ada) == 2


def test_counts_a_hundred_at_most(ada: Persona, ben: Persona) -> None:
    Notice.objects.bulk_create(
        Notice(recipient_id=ada.id, actor_id=ben.id, kind=Kind.LIKE, object_id=number, group=f"like:{number}")
        for number in range(1, 151)
    )
    follow(source=ben.id, target=ada.id)
    run_until_idle()
    assert badge(ada) == 100


# --- companies --------------------------------------------------------------------------------------------------------


@pytest.fixture
def company(ada: Persona) -> Actor:
    """For which Ada speaks."""
    company = create_actor(kind=ActorKind.COMPANY, name="Rheinseil AG")
    grant_voice(speaker=ada.id, actor=company.id)
    return company


def test_tells_the_writer_what_is_done_with_a_companys_post(ada: Persona, cem: Persona, company: Actor) -> None:
    post = make_post(company, writer=ada.id)
    first = actions.write_comment(author=cem.id, post=post.id, text="Down to which size?")
    actions.like_post(actor=cem.id, post=post.id)
    assert sorted(told(ada)) == [("comment", ["Cem"], 1), ("like", ["Cem"], 1)]
    answer = actions.write_comment(author=company.id, writer=ada.id, post=post.id, text="0.12", answered=first)
    assert told(cem) == [("answer", ["Rheinseil"], 1)]
    actions.write_comment(author=cem.id, post=post.id, text="Thank you", answered=answer)
    assert ("answer", ["Cem"], 1) in told(ada)


def test_tells_no_writer_who_no_longer_speaks_for_the_company(ada: Persona, cem: Persona, company: Actor) -> None:
    post = make_post(company, writer=ada.id)
    withdraw_voice(speaker=ada.id, actor=company.id)
    actions.write_comment(author=cem.id, post=post.id, text="Down to which size?")
    assert told(ada) == []


def test_tells_nobody_what_they_said_themselves_for_a_company(ada: Persona, company: Actor) -> None:
    post = make_post(ada)
    actions.write_comment(author=company.id, writer=ada.id, post=post.id, text=f"We do this, @{ada.handle}")
    make_post(company, f"By @{ada.handle}", writer=ada.id)
    assert told(ada) == []


def test_hears_a_company_whose_writer_is_muted_but_nobody_blocked(
    ada: Persona, ben: Persona, cem: Persona, company: Actor
) -> None:
    mute(source=ben.id, target=ada.id)
    post = make_post(cem)
    for one in (ben, cem):
        first = actions.write_comment(author=one.id, post=post.id, text="Who can do this?")
        actions.write_comment(author=company.id, writer=ada.id, post=post.id, text="We can", answered=first)
    assert told(ben) == [("answer", ["Rheinseil"], 1)]
    third = actions.write_comment(author=ben.id, post=post.id, text="Who else?")
    block(source=ben.id, target=ada.id)
    with pytest.raises(Refused):  # whoever wrote it, Ada does not see what Ben wrote
        actions.write_comment(author=company.id, writer=ada.id, post=post.id, text="We can", answered=third)
    actions.write_comment(author=company.id, writer=ada.id, post=post.id, text="We can, @ben-achterberg")
    assert told(ben) == [("answer", ["Rheinseil"], 1)]
