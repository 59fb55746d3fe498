"""Both sides of criticism are told of every step, the hosts of appeals; and the page's log holds what its team did."""

import pytest

from draht.actors.models import EVERYBODY
from draht.companies.models import Company, LogEntry
from draht.companies.tests.factories import make_company
from draht.conftest import Persona
from draht.moderation.actions import decide_appeal, make_appeal
from draht.moderation.models import Appeal
from draht.notifications.tests.test_notices import badge, told
from draht.outbox.worker import run_until_idle
from draht.posts import actions
from draht.posts.models import HouseRule

pytestmark = pytest.mark.django_db


@pytest.fixture
def company(ben: Persona) -> Company:
    """A company that Ben owns."""
    return make_company(owner=ben.id)


@pytest.fixture
def criticism(company: Company, ben: Persona, cem: Persona) -> tuple[int, int]:
    """What Cem says below its post: the post and the comment."""
    post = actions.publish_post(author=company.actor_id, writer=ben.id, text="New coils.", audience=EVERYBODY)
    return post, actions.write_comment(author=cem.id, post=post, text="Late again.")


def _kinds(persona: Persona) -> list[str]:
    return [kind for kind, _people, _many in told(persona)]


def _logged(company: Company) -> list[str]:
    run_until_idle()
    return list(LogEntry.objects.filter(company=company).order_by("id").values_list("what", flat=True))


def test_a_case_is_told_to_the_other_side(
    criticism: tuple[int, int], company: Company, ben: Persona, cem: Persona
) -> None:
    post, comment = criticism
    actions.open_case(post=post, comment=comment, by=cem.id)
    assert _kinds(ben)[0] == "case"
    assert "case" not in _kinds(cem)
    actions.write_comment(author=company.actor_id, writer=ben.id, post=post, text="Sorry.", answered=comment)
    assert "case" in _kinds(cem)
    actions.solve_case(post=post, comment=comment, by=cem.id)
    assert _logged(company)[-3:] == ["case open", "case answered", "case solved"]


def test_an_answer_below_the_criticism_answers_it_too(
    criticism: tuple[int, int], company: Company, ben: Persona, cem: Persona, ada: Persona
) -> None:
    post, comment = criticism
    actions.open_case(post=post, comment=comment, by=cem.id)
    below = actions.write_comment(author=ada.id, post=post, text="With me too.", answered=comment)
    actions.write_comment(author=company.actor_id, writer=ben.id, post=post, text="Sorry, both.", answered=below)
    assert _logged(company)[-1] == "case answered"


def test_whoever_answers_for_a_company_hears_of_comments(
    criticism: tuple[int, int], company: Company, ben: Persona
) -> None:
    assert _kinds(ben) == ["comment"]


def test_hiding_is_told_to_the_author_and_the_appeal_to_the_host(
    criticism: tuple[int, int], company: Company, ben: Persona, cem: Persona, mo: Persona
) -> None:
    post, comment = criticism
    actions.hide_comment(post=post, comment=comment, by=ben.id, rule=HouseRule.INSULT, words="It hurts.")
    assert _kinds(cem) == ["hidden"]
    make_appeal(post=post, comment=comment, author=cem.id, words="It is true.")
    assert _kinds(mo) == ["appeal"]
    page = mo.client().get("/notices/").content.decode()
    assert "asks you to decide" in page
    decide_appeal(appeal=Appeal.objects.get().id, host=mo.id, is_restored=False, reason="It names somebody.")
    assert _kinds(cem) == ["appeal", "hidden"]
    assert _kinds(ben)[0] == "appeal"
    assert _kinds(mo) == []
    assert "has decided" in cem.client().get("/notices/").content.decode()
    assert _logged(company)[-1] == "comment hidden"


def test_what_is_hidden_later_leaves_no_number_without_a_notice(criticism: tuple[int, int], ben: Persona) -> None:
    post, comment = criticism
    before = len(told(ben))
    actions.hide_comment(post=post, comment=comment, by=ben.id, rule=HouseRule.INSULT, words="It hurts.")
    assert len(told(ben)) == before == badge(ben)
    page = ben.client().get("/notices/").content.decode()
    assert "Late again." not in page
