"""A year that was let happen on purpose gives figures that were counted by hand."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from draht.actors.models import EVERYBODY
from draht.common import clock
from draht.companies.models import Company
from draht.companies.tests.factories import make_company
from draht.conftest import Persona
from draht.enquiries.actions import answer_enquiry, ask_company
from draht.goals.actions import close_goal, let_post_serve, state_goal
from draht.goals.models import Goal, Indicator, Theme
from draht.goals.queries import what_worked
from draht.goals.rules import share_of_time, share_reached
from draht.insights.actions import add_step, count_company
from draht.insights.counting import month_of
from draht.insights.queries import courses, months_before
from draht.members.tests.factories import make_member
from draht.posts.actions import like_post, open_case, publish_post, recommend_post, solve_case, write_comment
from draht.ties.actions import follow, unfollow

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")


@contextmanager
def _on(month: int, day: int = 10, hour: int = 10) -> Iterator[None]:
    with clock.at(datetime(2026, month, day, hour, tzinfo=BERLIN).astimezone(UTC)):
        yield


@pytest.fixture
def company(ben: Persona) -> Company:
    """A company that Ben owns."""
    with _on(1, 2):
        return make_company(owner=ben.id)


@pytest.fixture
def crowd() -> list[int]:
    """Six members."""
    return [make_member("Crowd", name).actor_id for name in ("Eins", "Zwei", "Drei", "Vier", "Fuenf", "Sechs")]


def _year(company: Company, ben: Persona, crowd: list[int]) -> None:
    """What happens: little in January, much in June, a little in December."""
    here = company.actor_id
    with _on(1):
        first = publish_post(author=here, writer=ben.id, text="January.", audience=EVERYBODY)
        for member in crowd[:2]:
            follow(source=member, target=here)
            write_comment(author=member, post=first, text="Good.")
        asked = ask_company(company=here, asker=crowd[0], subject="Coils", text="How long?")
    with _on(1, 10, 14):
        answer_enquiry(enquiry=asked.id, by=ben.id, text="A week.")
    with _on(6):
        june = publish_post(author=here, writer=ben.id, text="June.", audience=EVERYBODY)
        for member in crowd:
            follow(source=member, target=here)
            write_comment(author=member, post=june, text="Again.")
        criticism = write_comment(author=crowd[5], post=june, text="Too late.")
        open_case(post=june, comment=criticism, by=crowd[5])
        for member in crowd[:3]:
            recommend_post(actor=member, post=june)
            add_step(post=june, actor=member)
        ask_company(company=here, asker=crowd[0], subject="Dies", text="Which?")
        ask_company(company=here, asker=crowd[1], subject="Rods", text="When?")
    with _on(7, 20):
        solve_case(post=june, comment=criticism, by=crowd[5])
    with _on(12):
        for member in crowd:
            write_comment(author=member, post=june, text="Once more.")
        unfollow(source=crowd[5], target=here)
        count_company(company=here, months=12)


# month: followers, comments, returning, new, known, answered, cases, solved, recommendations
EXPECTED = {
    1: (2, 2, 0, 1, 0, 100, 0, 0, 0),
    5: (2, 0, 0, 0, 0, None, 0, 0, 0),
    6: (5, 7, None, 1, 1, 0, 1, 0, 3),
    7: (5, 0, 0, 0, 0, None, 0, 1, 0),
    12: (5, 6, 6, 0, 0, None, 0, 0, 0),
}


def test_a_year_gives_the_figures_that_were_counted_by_hand(company: Company, ben: Persona, crowd: list[int]) -> None:
    _year(company, ben, crowd)
    found, counted = courses(company.actor_id, date(2026, 12, 1))
    assert counted is not None
    shown = {course.indicator: {one.month.month: one.value for one in course.months} for course in found}
    order = [indicator for indicator in shown if indicator != Indicator.REACH]
    assert {month: tuple(shown[indicator][month] for indicator in order) for month in EXPECTED} == EXPECTED
    assert shown[Indicator.REACH][6] == 0


def test_a_month_begins_and_ends_at_midnight_where_the_company_is(company: Company) -> None:
    march = month_of(company, date(2026, 3, 1))
    assert march.end - march.begin == timedelta(days=31) - timedelta(hours=1)
    december = month_of(company, date(2026, 12, 1))
    assert december.end == datetime(2027, 1, 1, tzinfo=BERLIN)


def test_the_months_before() -> None:
    assert months_before(date(2026, 2, 1), 4) == [
        date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)
    ]  # fmt: skip


def _goal(company: Company, ben: Persona) -> Goal:
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


def test_how_far_a_goal_is() -> None:
    assert [share_reached(10, 50, value) for value in (5, 10, 30, 50, 90)] == [0, 0, 0.5, 1, 1]
    assert share_reached(10, 2, 6) == 0.5
    assert share_of_time(date(2026, 1, 1), date(2026, 1, 11), date(2026, 1, 6)) == 0.5


def test_what_worked_is_told_by_goal(company: Company, ben: Persona, crowd: list[int]) -> None:
    goal = _goal(company, ben)
    posts = [
        publish_post(author=company.actor_id, writer=ben.id, text=text, audience=EVERYBODY) for text in ("One.", "Two.")
    ]
    let_post_serve(company=company.actor_id, post=posts[0], goal=goal)
    like_post(actor=crowd[0], post=posts[0])
    write_comment(author=crowd[1], post=posts[1], text="Hm.")
    rows = [(row.goal and row.goal.id, *row[1:]) for row in what_worked(company.actor_id, since=0)]
    assert rows == [(goal.id, 1, 1, 0, 0), (None, 1, 0, 0, 1)]
    close_goal(goal=goal, by=ben.id)
    assert [row.goal and row.goal.id for row in what_worked(company.actor_id, since=0)] == [goal.id, None]
    page = ben.client().get(f"/companies/{company.actor.handle}/figures/").content.decode()
    assert f"{goal.words} (closed)" in page


def test_the_team_looks_at_it_as_a_page_as_csv_and_on_paper(company: Company, ben: Persona, ada: Persona) -> None:
    handle, browser = company.actor.handle, ben.client()
    typed = {"theme": "new", "words": '#let x = "Fifty" $ _who_', "indicator": "followers", "wanted": "50"}
    until = (clock.now() + timedelta(days=90)).date().isoformat()
    assert browser.post(f"/companies/{handle}/goals/", {**typed, "until": "2020-01-01"}).status_code == 422
    assert browser.post(f"/companies/{handle}/goals/", {**typed, "until": until}).status_code == 303
    count_company(company=company.actor_id, months=2)
    page = browser.get(f"/companies/{handle}/figures/").content.decode()
    assert "_who_" in page
    rows = list(csv.reader(io.StringIO(browser.get(f"/companies/{handle}/figures.csv").content.decode("utf-8-sig"))))
    assert len(rows) == 1 + 12 * (len(Indicator) - 1)  # no professions are named
    paper = browser.get(f"/companies/{handle}/figures.pdf").content
    assert paper.startswith(b"%PDF")
    for path in ("figures/", "figures.csv", "figures.pdf", "goals/"):
        assert ada.client().get(f"/companies/{handle}/{path}").status_code == 403
        assert Client().get(f"/companies/{handle}/{path}").status_code == 302
    assert browser.get(f"/companies/{handle}/figures/?month=2999-01").status_code == 404
