"""A goal is seen by one target or more, and giveaways may serve it as posts do."""

from datetime import timedelta

import pytest

from draht.common import clock
from draht.common.ids import new_id
from draht.common.refusal import Refused
from draht.companies.models import Company, LogEntry
from draht.companies.tests.factories import make_company
from draht.conftest import Persona
from draht.goals.actions import add_target, close_goal, let_giveaway_serve, remove_target, state_goal
from draht.goals.models import Goal, Indicator, Theme
from draht.goals.queries import served_by_giveaways

pytestmark = pytest.mark.django_db


@pytest.fixture
def company(ben: Persona) -> Company:
    """A company that Ben owns."""
    return make_company(owner=ben.id)


@pytest.fixture
def goal(company: Company, ben: Persona) -> Goal:
    """Fifty followers."""
    return state_goal(
        company=company.actor_id,
        by=ben.id,
        theme=Theme.NEW,
        words="Fifty who like us",
        indicator=Indicator.FOLLOWERS,
        begins_at=10,
        wanted=50,
        until=clock.now().date() + timedelta(days=100),
    )


def _targets(goal: Goal) -> list[tuple[str, int, int]]:
    return list(goal.targets.values_list("indicator", "begins_at", "wanted"))


def test_a_goal_is_stated_with_its_first_target_and_gets_further_ones(goal: Goal, ben: Persona) -> None:
    add_target(goal=goal, by=ben.id, indicator=Indicator.COMMENTS, begins_at=2, wanted=12)
    assert _targets(goal) == [("followers", 10, 50), ("comments", 2, 12)]
    assert LogEntry.objects.filter(company=goal.company_id, what="target added").count() == 1


def test_an_indicator_stands_once_in_a_goal(goal: Goal, ben: Persona) -> None:
    with pytest.raises(Refused) as refused:
        add_target(goal=goal, by=ben.id, indicator=Indicator.FOLLOWERS, begins_at=10, wanted=60)
    assert refused.value.field == "indicator"


def test_a_target_can_be_removed_unless_it_is_the_last(goal: Goal, ben: Persona) -> None:
    second = add_target(goal=goal, by=ben.id, indicator=Indicator.COMMENTS, begins_at=2, wanted=12)
    remove_target(goal=goal, target=goal.targets.first().id, by=ben.id)  # type: ignore[union-attr]
    assert _targets(goal) == [("comments", 2, 12)]
    with pytest.raises(Refused):
        remove_target(goal=goal, target=second.id, by=ben.id)


def test_a_second_click_on_remove_changes_nothing(goal: Goal, ben: Persona) -> None:
    for indicator in (Indicator.COMMENTS, Indicator.CASES):
        gone = add_target(goal=goal, by=ben.id, indicator=indicator, begins_at=0, wanted=3)
    for _ in range(2):
        remove_target(goal=goal, target=gone.id, by=ben.id)
    assert [row[0] for row in _targets(goal)] == ["followers", "comments"]
    assert LogEntry.objects.filter(company=goal.company_id, what="target removed").count() == 1


def test_a_closed_goal_keeps_its_targets(goal: Goal, ben: Persona) -> None:
    close_goal(goal=goal, by=ben.id)
    with pytest.raises(Refused):
        add_target(goal=goal, by=ben.id, indicator=Indicator.COMMENTS, begins_at=2, wanted=12)
    with pytest.raises(Refused):
        remove_target(goal=goal, target=0, by=ben.id)


def test_a_giveaway_serves_one_goal_or_none(goal: Goal) -> None:
    one, other = new_id(), new_id()
    for _ in range(2):
        let_giveaway_serve(giveaway=one, goal=goal)
    assert served_by_giveaways([one, other]) == {one: goal}
    let_giveaway_serve(giveaway=one, goal=None)
    assert served_by_giveaways([one, other]) == {}
