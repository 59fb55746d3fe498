"""The team states goals, sees them by several figures, and says which posts and giveaways serve them."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta

import pytest

from draht.actors.models import EVERYBODY
from draht.common import clock
from draht.companies.models import Company
from draht.companies.tests.factories import make_company
from draht.conftest import Persona
from draht.giveaways.actions import delete_draft
from draht.giveaways.tests import factories as giveaways
from draht.goals.actions import add_target, close_goal, let_giveaway_serve, let_post_serve, state_goal
from draht.goals.models import GiveawayServing, Goal, Indicator, Serving, Theme
from draht.insights.models import MonthFigure
from draht.insights.queries import given_away, goal_lines, value_now
from draht.outbox.worker import run_until_idle
from draht.posts.actions import publish_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def company(ben: Persona) -> Company:
    """A company that Ben owns."""
    return make_company(owner=ben.id)


def _goal(company: Company, ben: Persona, words: str = "Fifty who like us") -> Goal:
    return state_goal(
        company=company.actor_id,
        by=ben.id,
        theme=Theme.NEW,
        words=words,
        indicator=Indicator.FOLLOWERS,
        begins_at=0,
        wanted=50,
        until=clock.now().date() + timedelta(days=100),
    )


def _figure(company: Company, indicator: Indicator, value: int) -> None:
    month = clock.now().date().replace(day=1)
    MonthFigure.objects.create(company_id=company.actor_id, month=month, indicator=indicator, value=value)


def test_each_target_has_its_bar_on_the_page_its_words_in_the_csv_and_its_place_on_paper(
    company: Company, ben: Persona
) -> None:
    goal, handle, browser = _goal(company, ben, "=Fifty"), company.actor.handle, ben.client()
    _figure(company, Indicator.COMMENTS, 4)
    sent = browser.post(f"/companies/{handle}/goals/{goal.id}/targets/", {"indicator": "comments", "wanted": "12"})
    assert sent.status_code == 303
    page = browser.get(f"/companies/{handle}/figures/").content.decode()
    assert page.count("goal-bar-head") == 2
    assert "4 of 12" in page
    rows = list(csv.reader(io.StringIO(browser.get(f"/companies/{handle}/figures.csv").content.decode("utf-8-sig"))))
    wanted = {row[1]: row[4] for row in rows[1:]}
    assert wanted["Comments by others"] == f"12 by {goal.until.isoformat()} for “=Fifty”"
    assert wanted["Recommendations"] == ""
    assert browser.get(f"/companies/{handle}/figures.pdf").content.startswith(b"%PDF")


def test_a_target_that_is_refused_says_so_at_the_field_and_loses_nothing(company: Company, ben: Persona) -> None:
    goal, browser = _goal(company, ben), ben.client()
    path = f"/companies/{company.actor.handle}/goals/{goal.id}/targets/"
    without = browser.post(path, {"indicator": "cases", "wanted": ""})
    assert without.status_code == 422
    page = without.content.decode()
    assert 'value="cases" selected' in page
    assert f'id="goal-{goal.id}-wanted_error"' in page
    again = browser.post(path, {"indicator": "followers", "wanted": "77"})
    assert again.status_code == 422
    assert "has a target for this figure already" in again.content.decode()
    assert 'value="77"' in again.content.decode()
    assert goal.targets.count() == 1


def test_only_who_manages_the_page_sets_and_removes_targets(company: Company, ben: Persona, ada: Persona) -> None:
    goal = _goal(company, ben)
    second = add_target(goal=goal, by=ben.id, indicator=Indicator.COMMENTS, begins_at=0, wanted=12)
    begin = f"/companies/{company.actor.handle}/goals/{goal.id}/targets/"
    assert ada.client().post(begin, {"indicator": "cases", "wanted": "1"}).status_code == 403
    assert ada.client().post(f"{begin}{second.id}/remove/").status_code == 403
    other = make_company(owner=ada.id, name="Other")
    elsewhere = f"/companies/{other.actor.handle}/goals/{goal.id}/targets/{second.id}/remove/"
    assert ada.client().post(elsewhere).status_code == 404
    assert goal.targets.count() == 2
    for target in goal.targets.all():
        assert ben.client().post(f"{begin}{target.id}/remove/").status_code == 303
    assert goal.targets.get() == second
    close_goal(goal=goal, by=ben.id)
    assert ben.client().post(begin, {"indicator": "cases", "wanted": "1"}).status_code == 404


def test_a_target_says_nothing_of_fewer_than_five_people(company: Company, ben: Persona) -> None:
    goal = _goal(company, ben)
    add_target(goal=goal, by=ben.id, indicator=Indicator.RETURNING, begins_at=0, wanted=20)
    _figure(company, Indicator.RETURNING, 3)
    assert value_now(company.actor_id, Indicator.RETURNING) is None
    (line,) = goal_lines([goal], company.actor_id, clock.now().date())
    assert [(one.value, one.share) for one in line.targets] == [(0, 0.0), (None, 0.0)]
    page = ben.client().get(f"/companies/{company.actor.handle}/figures/").content.decode()
    assert "fewer than 5 of 20" in page


def test_posts_and_giveaways_name_the_goal_they_serve(company: Company, ben: Persona) -> None:
    goal, browser, handle = _goal(company, ben), ben.client(), company.actor.handle
    post = publish_post(author=company.actor_id, writer=ben.id, text="We train.", audience=EVERYBODY)
    giveaway = giveaways.started(company.actor_id, ben.id)
    chosen = {f"post-{post}": goal.id, f"giveaway-{giveaway}": goal.id, "giveaway-1": goal.id}
    assert browser.post(f"/companies/{handle}/goals/posts/", chosen).status_code == 303
    assert Serving.objects.get().post_id == post
    assert GiveawayServing.objects.get().giveaway == giveaway
    assert browser.get(f"/companies/{handle}/goals/").content.decode().count(f'value="{goal.id}" selected') == 2
    assert browser.post(f"/companies/{handle}/goals/posts/", {f"giveaway-{giveaway}": ""}).status_code == 303
    assert Serving.objects.exists()
    assert not GiveawayServing.objects.exists()


def test_what_served_a_goal_that_is_closed_stays_so_when_the_list_is_saved(company: Company, ben: Persona) -> None:
    goal, handle = _goal(company, ben), company.actor.handle
    post = publish_post(author=company.actor_id, writer=ben.id, text="We train.", audience=EVERYBODY)
    let_post_serve(company=company.actor_id, post=post, goal=goal)
    close_goal(goal=goal, by=ben.id)
    _goal(company, ben, "Another")
    ben.client().post(f"/companies/{handle}/goals/posts/", {f"post-{post}": ""})
    assert Serving.objects.get().goal == goal


def test_a_draft_of_a_giveaway_that_is_thrown_away_serves_nothing(company: Company, ben: Persona) -> None:
    goal, giveaway = _goal(company, ben), giveaways.draft(company.actor_id, ben.id)
    let_giveaway_serve(giveaway=giveaway, goal=goal)
    delete_draft(giveaway=giveaway, by=ben.id)
    run_until_idle()
    assert not GiveawayServing.objects.exists()


def test_what_worked_tells_of_giveaways_how_many_took_part_from_five_up(
    company: Company, ben: Persona, make_persona: Callable[[str, str], Persona]
) -> None:
    goal, giveaway = _goal(company, ben), giveaways.started(company.actor_id, ben.id)
    let_giveaway_serve(giveaway=giveaway, goal=goal)
    seen = []
    for member in giveaways.crowd(make_persona, 5):
        giveaways.entered(giveaway, [member])
        seen.append(given_away(company.actor_id, since=0)[0].entrants)
    assert seen == [None, None, None, None, 5]
    browser = ben.client()
    with clock.at(giveaways.START + timedelta(days=1)):
        page = browser.get(f"/companies/{company.actor.handle}/figures/").content.decode()
    assert "Giveaways of the last year and their goals" in page
