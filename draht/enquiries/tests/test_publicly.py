"""What is asked in the open: comments that ask a company and what names it stand in its inbox, with the same clock."""

from datetime import datetime
from html import unescape
from zoneinfo import ZoneInfo

import pytest

from draht.actors.models import EVERYBODY
from draht.common import clock
from draht.common.refusal import Refused
from draht.companies.models import Company
from draht.conftest import Persona
from draht.enquiries.actions import answer_enquiry, close_enquiry, dismiss_enquiry
from draht.enquiries.models import Enquiry, State, Wait
from draht.enquiries.rules import asks
from draht.enquiries.tests.factories import make_page
from draht.outbox.worker import run_until_idle
from draht.posts.actions import delete_comment, delete_post, edit_comment, publish_post, write_comment
from draht.posts.models import Comment


def local(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def company(ada: Persona, ben: Persona) -> Company:
    """Ada's; Ben answers."""
    return make_page(ada, ben)


@pytest.fixture
def post(company: Company, ada: Persona) -> int:
    return publish_post(author=company.actor_id, text="We draw wire.", audience=EVERYBODY, writer=ada.id)


def _comment(author: Persona, post: int, text: str, answered: int = 0) -> int:
    comment = write_comment(author=author.id, post=post, text=text, answered=answered)
    run_until_idle()
    return comment


def _answer(company: Company, by: Persona, post: int, answered: int) -> int:
    comment = write_comment(author=company.actor_id, post=post, text="Yes.", answered=answered, writer=by.id)
    run_until_idle()
    return comment


@pytest.mark.parametrize(
    ("text", "is_question"),
    [
        ("Do you draw 0.15 mm?", True),
        ("Wirklich?! Das glaube ich nicht.", True),
        ("„Geht das?“, fragte er.", True),
        ("Nice.", False),
        ("See https://wire.example/?q=1", False),
        ("> Do you draw?\nWe do.", False),
        ("`a?b`", False),
        ("", False),
    ],
)
def test_a_question_mark_after_a_word_asks(text: str, is_question: bool) -> None:
    assert asks(text) is is_question


def test_a_comment_that_asks_waits_in_the_inbox_since_it_was_written(company: Company, post: int, cem: Persona) -> None:
    with clock.at(local("2026-03-03 10:00")):
        comment = write_comment(author=cem.id, post=post, text="Do you draw 0.15 mm?")
    with clock.at(local("2026-03-03 11:00")):
        run_until_idle()
    row = Enquiry.objects.get()
    assert (row.post_id, row.comment_id, row.excerpt, row.is_by_guest) == (post, comment, "", False)
    assert Wait.objects.get().due == local("2026-03-04 10:00")


def test_the_team_finds_it_and_answers_in_the_open(company: Company, post: int, ben: Persona, cem: Persona) -> None:
    comment = _comment(cem, post, "Do you draw 0.15 mm?")
    row = Enquiry.objects.get()
    inbox = ben.client().get(f"/companies/{company.actor.handle}/enquiries/").content.decode()
    assert "Do you draw 0.15 mm?" in inbox
    assert "Cem Yıldırım" in unescape(inbox)
    page = ben.client().get(f"/enquiries/{row.id}/").content.decode()
    assert f"/posts/{post}/comments/{comment}/" in page
    sent = ben.client().post(f"/enquiries/{row.id}/answers/", {"answer-text": "Down to 0.1 mm."})
    assert sent.status_code == 303
    answer = Comment.objects.get(answers_id=comment)
    assert (answer.author_id, answer.writer_id, answer.text) == (company.actor_id, ben.id, "Down to 0.1 mm.")
    row.refresh_from_db()
    assert (row.state, row.assigned_id, Wait.objects.get().outcome) == (State.ANSWERED, ben.id, "answered")
    assert "Down to 0.1 mm." in ben.client().get(f"/enquiries/{row.id}/").content.decode()


def test_an_answer_in_the_conversation_stops_the_clock(company: Company, post: int, ben: Persona, cem: Persona) -> None:
    with clock.at(local("2026-03-03 10:00")):
        comment = _comment(cem, post, "Do you draw 0.15 mm?")
    with clock.at(local("2026-03-03 12:30")):
        write_comment(author=company.actor_id, post=post, text="Yes.", answered=comment, writer=ben.id)
    with clock.at(local("2026-03-09 12:00")):
        run_until_idle()
    wait = Wait.objects.get()
    assert (wait.outcome, wait.worked) == ("answered", 150)
    assert Enquiry.objects.get().state == State.ANSWERED


def test_another_question_below_stays_open(company: Company, post: int, ben: Persona, cem: Persona) -> None:
    first, second = _comment(cem, post, "Round?"), _comment(cem, post, "Flat?")
    _answer(company, ben, post, first)
    assert Enquiry.objects.get(comment_id=first).state == State.ANSWERED
    assert Enquiry.objects.get(comment_id=second).state == State.OPEN


def test_what_asks_others_is_no_enquiry(company: Company, post: int, ada: Persona, ben: Persona, cem: Persona) -> None:
    dora_asks = _comment(cem, post, "Good wire.")
    _comment(cem, post, "How thick was yours?", dora_asks)
    _comment(ben, post, "Shall we show the mill next?")  # one of its own people
    assert not Enquiry.objects.exists()
    answer = _answer(company, ada, post, dora_asks)
    _comment(cem, post, "And in copper?", answer)
    assert Enquiry.objects.count() == 1


def test_a_mention_stands_in_the_inbox_and_the_team_is_told(company: Company, ben: Persona, cem: Persona) -> None:
    words = f"Their wire @{company.actor.handle} held."
    post = publish_post(author=cem.id, text=words, audience=EVERYBODY)
    run_until_idle()
    row = Enquiry.objects.get()
    assert (row.post_id, row.comment_id, Wait.objects.count()) == (post, 0, 0)
    assert "held." in ben.client().get("/notices/").content.decode()
    assert ben.client().get(f"/enquiries/{row.id}/").status_code == 200
    close_enquiry(enquiry=row.id)
    assert not Wait.objects.exists()


def test_what_only_contacts_read_is_no_mention(company: Company, cem: Persona) -> None:
    publish_post(author=cem.id, text=f"@{company.actor.handle}, do you draw?", audience=cem.id)
    run_until_idle()
    assert not Enquiry.objects.exists()


def test_an_edited_comment_is_put_before_them_once(company: Company, post: int, cem: Persona) -> None:
    comment = _comment(cem, post, "Good wire.")
    for words in ("Good wire. Flat too?", "Good wire. Flat, too?"):
        edit_comment(post=post, comment=comment, text=words)
        run_until_idle()
    assert Enquiry.objects.count() == Wait.objects.count() == 1


def test_what_is_deleted_waits_for_nothing(company: Company, post: int, cem: Persona) -> None:
    first = _comment(cem, post, "Round?")
    _comment(cem, post, "Flat?")
    delete_comment(post=post, comment=first)
    run_until_idle()
    assert Enquiry.objects.count() == 1
    delete_post(post=post)
    run_until_idle()
    assert not Enquiry.objects.exists()
    assert set(Wait.objects.values_list("outcome", flat=True)) == {"void"}


def test_what_asks_nothing_counts_for_nothing_unless_it_is_late(company: Company, post: int, cem: Persona) -> None:
    with clock.at(local("2026-03-03 10:00")):
        _comment(cem, post, "Who would have thought that?")
        _comment(cem, post, "And who answers?")
    first, late = Enquiry.objects.order_by("id")
    with clock.at(local("2026-03-03 12:00")):
        dismiss_enquiry(enquiry=first.id)
    assert Wait.objects.get(enquiry=first).outcome == "void"
    with clock.at(local("2026-03-09 12:00")), pytest.raises(Refused):
        dismiss_enquiry(enquiry=late.id)


def test_somebody_else_sees_nothing_of_it(company: Company, post: int, cem: Persona) -> None:
    _comment(cem, post, "Do you draw?")
    assert cem.client().get(f"/enquiries/{Enquiry.objects.get().id}/").status_code == 404


def test_only_those_who_answer_can_answer(company: Company, post: int, cem: Persona) -> None:
    _comment(cem, post, "Do you draw?")
    with pytest.raises(Refused):
        answer_enquiry(enquiry=Enquiry.objects.get().id, by=cem.id, text="Yes.")
