"""Whoever writes for a company says which goal the post serves while they write it."""

from datetime import timedelta

import pytest

from draht.common import clock
from draht.companies.models import Company
from draht.companies.tests.factories import make_company
from draht.conftest import Persona
from draht.goals.actions import close_goal, state_goal
from draht.goals.models import Goal, Indicator, Serving, Theme
from draht.posts.models import Post

pytestmark = pytest.mark.django_db
WRITE = "/posts/"


def _goal(company: Company, by: Persona, words: str) -> Goal:
    return state_goal(
        company=company.actor_id,
        by=by.id,
        theme=Theme.NEW,
        words=words,
        indicator=Indicator.FOLLOWERS,
        begins_at=0,
        wanted=50,
        until=clock.now().date() + timedelta(days=30),
    )


def _typed(company: Company | None, goal: Goal) -> dict[str, str]:
    voice = str(company.actor_id) if company else ""
    return {
        "text": "A new roof.",
        "audience": "everybody",
        "voice": voice,
        "draft": "d",
        "publish": "yes",
        "goal": str(goal.id),
    }


def test_a_post_names_its_goal_while_it_is_written(ben: Persona) -> None:
    company = make_company(owner=ben.id)
    goal, closed = _goal(company, ben, "Fifty follow us"), _goal(company, ben, "Long over")
    close_goal(goal=closed, by=ben.id)
    page = ben.client().get(WRITE).content.decode()
    assert "Fifty follow us" in page
    assert "Long over" not in page
    preview = {**_typed(company, goal), "publish": ""}
    del preview["publish"]
    assert f'value="{goal.id}" selected' in ben.client().post(WRITE, preview).content.decode()
    assert ben.client().post(WRITE, _typed(company, goal)).status_code == 303
    assert Serving.objects.get().goal == goal
    assert Serving.objects.get().post == Post.objects.get(author=company.actor_id)


def test_a_goal_of_another_company_is_refused_with_nothing_published(ben: Persona) -> None:
    one, other = make_company(owner=ben.id, name="Eins"), make_company(owner=ben.id, name="Zwei")
    goal = _goal(other, ben, "Fifty follow us")
    answer = ben.client().post(WRITE, _typed(one, goal))
    assert answer.status_code == 422
    assert 'id="id_goal_error"' in answer.content.decode()
    assert not Post.objects.exists()


def test_the_goal_is_ignored_for_who_speaks_privately(ben: Persona) -> None:
    goal = _goal(make_company(owner=ben.id), ben, "Fifty follow us")
    assert ben.client().post(WRITE, _typed(None, goal)).status_code == 303
    assert Post.objects.get().author_id == ben.id
    assert not Serving.objects.exists()


def test_who_does_not_see_the_figures_is_not_asked(ben: Persona, ada: Persona) -> None:
    company = make_company(owner=ben.id)
    goal = _goal(company, ben, "Fifty follow us")
    assert "Fifty follow us" not in ada.client().get(WRITE).content.decode()
    make_company(owner=ada.id, name="Zwei")
    assert "id_goal" not in ada.client().get(WRITE).content.decode()
    assert ada.client().post(WRITE, _typed(company, goal)).status_code == 422
    assert not Post.objects.exists()
