"""A draft names the goal that its post will serve."""

from datetime import timedelta

import pytest

from draht.common import clock
from draht.companies.models import Company
from draht.companies.tests.factories import make_company, make_mandate
from draht.conftest import Persona
from draht.goals.actions import close_goal, state_goal
from draht.goals.models import Goal, Indicator, Serving, Theme
from draht.newsroom.actions import publish_draft, publish_due
from draht.newsroom.models import Draft
from draht.newsroom.tests.factories import change_draft, newest, published_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def company(ada: Persona) -> Company:
    return make_company(ada.id)


def _goal(company: Company, by: int, words: str = "Fifty follow us") -> Goal:
    until = clock.now().date() + timedelta(days=30)
    return state_goal(
        company=company.actor_id,
        by=by,
        theme=Theme.NEW,
        words=words,
        until=until,
        indicator=Indicator.FOLLOWERS,
        begins_at=0,
        wanted=50,
    )


def _written(company: Company, by: Persona, goal: Goal | None) -> int:
    typed = {"text": "A new roof.", "audience": "everybody", "goal": str(goal.id) if goal else ""}
    answer = by.client().post(f"/companies/{company.actor.handle}/drafts/new/", typed)
    assert answer.status_code == 303
    return Draft.objects.latest("id").id


def test_the_goal_chosen_for_a_draft_is_served_when_it_is_published(company: Company, ada: Persona) -> None:
    goal = _goal(company, ada.id)
    draft, browser = _written(company, ada, goal), ada.client()
    assert "Fifty follow us" in browser.get(f"/company/drafts/{draft}/").content.decode()
    assert f'value="{goal.id}" selected' in browser.get(f"/company/drafts/{draft}/text/").content.decode()
    assert not Serving.objects.exists()
    post = published_as(draft, ada.id)
    assert Serving.objects.get().post_id == post
    assert Serving.objects.get().goal == goal


def test_a_draft_that_is_planned_takes_its_goal_along_unless_that_was_closed_meanwhile(
    company: Company, ada: Persona
) -> None:
    goal, closed = _goal(company, ada.id), _goal(company, ada.id, "Over")
    tomorrow = clock.now() + timedelta(days=1)
    for chosen in (goal, closed):
        draft = _written(company, ada, chosen)
        publish_draft(draft=draft, by=ada.id, version=newest(draft), at=tomorrow)
    close_goal(goal=closed, by=ada.id)
    with clock.at(tomorrow):
        publish_due()
    assert set(Draft.objects.values_list("state", flat=True)) == {"released"}
    assert Serving.objects.get().goal == goal


def test_a_goal_of_another_company_is_refused_with_nothing_lost(company: Company, ada: Persona) -> None:
    other = _goal(make_company(ada.id, name="Zwei"), ada.id)
    typed = {"text": "A new roof.", "audience": "everybody", "goal": str(other.id)}
    answer = ada.client().post(f"/companies/{company.actor.handle}/drafts/new/", typed)
    assert answer.status_code == 422
    assert "A new roof." in answer.content.decode()
    assert not Draft.objects.exists()


def test_who_is_not_asked_leaves_the_answer_alone(company: Company, ada: Persona, cem: Persona) -> None:
    goal = _goal(company, ada.id)
    make_mandate(company, ada.id, cem.id)
    draft = _written(company, ada, goal)
    assert "Fifty follow us" not in cem.client().get(f"/companies/{company.actor.handle}/drafts/new/").content.decode()
    change_draft(draft, ada.id, "A newer roof.")
    assert Draft.objects.get().answers == {"goal": goal.id}
    change_draft(draft, ada.id, "A newer roof.", answers={"goal": None})
    assert Draft.objects.get().answers == {}
