"""Criticism below a company's post: dealt with in the open, hidden only with a reason, never in silence."""

import pytest

from draht.actors.actions import create_actor, grant_voice
from draht.actors.models import EVERYBODY, Kind
from draht.common.refusal import Refused
from draht.conftest import Persona
from draht.posts import actions, queries
from draht.posts.models import Case, CaseState, Comment, Hiding, HouseRule

pytestmark = pytest.mark.django_db

WORDS = "The coils came three weeks late, and nobody called."


@pytest.fixture
def company(ben: Persona) -> int:
    """A company for which Ben speaks."""
    actor = create_actor(kind=Kind.COMPANY, name="Kupferwerk Siegen").id
    grant_voice(speaker=ben.id, actor=actor)
    return actor


@pytest.fixture
def post(company: int, ben: Persona) -> int:
    """A post for this company."""
    return actions.publish_post(author=company, writer=ben.id, text="New coils.", audience=EVERYBODY)


@pytest.fixture
def criticism(post: int, cem: Persona) -> int:
    """What Cem says to it."""
    return actions.write_comment(author=cem.id, post=post, text=WORDS)


def _line(viewer: int | None, post: int, comment: int) -> queries.CommentLine:
    thread = queries.thread_page(viewer, post, comment)
    assert thread is not None
    return next(line for line in (thread.comment, *thread.comment.answers) if line.id == comment)


def _state(post: int, comment: int) -> CaseState | None:
    case = _line(None, post, comment).case
    return case and case.state


def test_a_case_goes_from_open_to_answered_to_solved(
    post: int, criticism: int, company: int, ben: Persona, cem: Persona
) -> None:
    actions.open_case(post=post, comment=criticism, by=ben.id)
    assert _state(post, criticism) == CaseState.OPEN
    actions.write_comment(author=company, writer=ben.id, post=post, text="We are sorry.", answered=criticism)
    line = _line(None, post, criticism)
    assert line.case is not None
    assert line.case.state == CaseState.ANSWERED
    assert "We are sorry." in line.case.answer
    actions.solve_case(post=post, comment=criticism, by=ben.id)
    assert _state(post, criticism) == CaseState.SOLVED
    actions.open_case(post=post, comment=criticism, by=cem.id)
    assert _state(post, criticism) == CaseState.ANSWERED


def test_either_side_opens_a_case_and_nobody_else(post: int, criticism: int, ada: Persona, cem: Persona) -> None:
    with pytest.raises(Refused):
        actions.open_case(post=post, comment=criticism, by=ada.id)
    actions.open_case(post=post, comment=criticism, by=cem.id)
    assert _state(post, criticism) == CaseState.OPEN


def test_a_company_does_not_say_solved_before_it_has_answered(post: int, criticism: int, ben: Persona) -> None:
    actions.open_case(post=post, comment=criticism, by=ben.id)
    with pytest.raises(Refused):
        actions.solve_case(post=post, comment=criticism, by=ben.id)


def test_below_a_members_post_there_are_no_cases(ada: Persona, cem: Persona) -> None:
    post = actions.publish_post(author=ada.id, text="Mine.", audience=EVERYBODY)
    comment = actions.write_comment(author=cem.id, post=post, text=WORDS)
    for by in (ada.id, cem.id):
        with pytest.raises(Refused):
            actions.open_case(post=post, comment=comment, by=by)
        with pytest.raises(Refused):
            actions.hide_comment(post=post, comment=comment, by=by, rule=HouseRule.INSULT, words="No.")


def test_an_answer_by_somebody_else_answers_no_case(post: int, criticism: int, ben: Persona, ada: Persona) -> None:
    actions.open_case(post=post, comment=criticism, by=ben.id)
    actions.write_comment(author=ada.id, post=post, text="With me too.", answered=criticism)
    actions.write_comment(author=ben.id, writer=ben.id, post=post, text="Privately: yes.", answered=criticism)
    assert _state(post, criticism) == CaseState.OPEN


def test_a_deleted_answer_opens_the_case_again(post: int, criticism: int, company: int, ben: Persona) -> None:
    actions.open_case(post=post, comment=criticism, by=ben.id)
    answer = actions.write_comment(author=company, writer=ben.id, post=post, text="Sorry.", answered=criticism)
    actions.delete_comment(post=post, comment=answer, by=ben.id)
    assert _state(post, criticism) == CaseState.OPEN


def test_a_post_with_open_criticism_is_not_deleted_with_it(
    post: int, criticism: int, ben: Persona, cem: Persona
) -> None:
    actions.open_case(post=post, comment=criticism, by=cem.id)
    with pytest.raises(Refused):
        actions.delete_post(post=post, by=ben.id)
    actions.solve_case(post=post, comment=criticism, by=cem.id)
    actions.delete_post(post=post, by=ben.id)
    assert not Case.objects.exists()


def test_a_hidden_comment_leaves_a_tombstone_and_its_author_still_reads_it(
    post: int, criticism: int, ben: Persona, cem: Persona, ada: Persona
) -> None:
    actions.hide_comment(post=post, comment=criticism, by=ben.id, rule=HouseRule.PRIVATE, words="A private number.")
    for viewer in (None, ada.id, ben.id):
        line = _line(viewer, post, criticism)
        assert line.html == ""
        assert line.hiding is not None
        assert line.hiding.words == "A private number."
        assert not line.may_like
    assert WORDS in _line(cem.id, post, criticism).html
    for client in (ada.client(), ben.client()):
        page = client.get(f"/posts/{post}/").content.decode()
        assert WORDS not in page
        assert "A private number." in page
    assert WORDS in cem.client().get(f"/posts/{post}/").content.decode()
    assert queries.comment_excerpts(ada.id, [(post, criticism)]) == {(post, criticism): ""}


def test_hiding_needs_the_right_and_words(post: int, criticism: int, ben: Persona, ada: Persona) -> None:
    with pytest.raises(Refused):
        actions.hide_comment(post=post, comment=criticism, by=ada.id, rule=HouseRule.INSULT, words="No.")
    browser = ben.client()
    answer = browser.post(f"/posts/{post}/comments/{criticism}/hiding/", {"rule": "insult", "words": "  "})
    assert answer.status_code == 422
    assert not Hiding.objects.exists()
    assert ada.client().get(f"/posts/{post}/comments/{criticism}/hiding/").status_code == 404


def test_what_was_hidden_can_be_shown_again(post: int, criticism: int, ben: Persona) -> None:
    browser, address = ben.client(), f"/posts/{post}/comments/{criticism}/hiding/"
    browser.post(address, {"rule": "insult", "words": "By mistake."})
    assert WORDS in browser.get(address).content.decode()
    browser.post(address, {"show": "yes"})
    assert WORDS in _line(None, post, criticism).html


def test_the_author_deletes_comment_case_and_reason_for_good(
    post: int, criticism: int, company: int, ben: Persona, cem: Persona
) -> None:
    actions.open_case(post=post, comment=criticism, by=ben.id)
    actions.write_comment(author=company, writer=ben.id, post=post, text="Sorry.", answered=criticism)
    actions.hide_comment(post=post, comment=criticism, by=ben.id, rule=HouseRule.SECRET, words="Prices.")
    actions.delete_comment(post=post, comment=criticism, by=cem.id)
    assert not Case.objects.exists()
    assert not Hiding.objects.exists()
    assert not Comment.objects.filter(text=WORDS).exists()


def test_the_page_of_a_case_is_for_both_sides(
    post: int, criticism: int, ben: Persona, cem: Persona, ada: Persona
) -> None:
    address = f"/posts/{post}/comments/{criticism}/case/"
    assert ada.client().get(address).status_code == 404
    assert cem.client().post(address, {"deed": "open"}).status_code == 303
    assert "Case: open" in ben.client().get(address).content.decode()


def test_the_list_of_cases_shows_criticism_with_its_answer(
    post: int, criticism: int, company: int, ben: Persona, ada: Persona, cem: Persona
) -> None:
    actions.open_case(post=post, comment=criticism, by=ben.id)
    actions.write_comment(author=company, writer=ben.id, post=post, text="We are sorry.", answered=criticism)
    line = queries.cases_of(ada.id, company).items[0]
    assert WORDS in line.html
    assert "We are sorry." in line.case.answer
    actions.hide_comment(post=post, comment=criticism, by=ben.id, rule=HouseRule.SECRET, words="Prices.")
    assert not queries.cases_of(ada.id, company).items
    figures = queries.case_figures(company)
    assert figures is not None
    assert not figures.are_enough
