"""A company says among which professions it wants followers, and sees how many they are, from five up."""

from itertools import product

import pytest

from draht.companies.models import Company
from draht.companies.tests.factories import make_company
from draht.conftest import Persona
from draht.goals.models import Indicator, Professions
from draht.insights.actions import count_company
from draht.insights.queries import value_now
from draht.members.actions import add_station, set_visibility
from draht.members.models import Audience, Section
from draht.members.tests.factories import make_member
from draht.outbox.worker import run_until_idle
from draht.ties.actions import follow

pytestmark = pytest.mark.django_db
_NAMES = map("".join, product("abcdefghij", repeat=3))


@pytest.fixture
def company(ada: Persona) -> Company:
    return make_company(ada.id)


def _follower(company: Company, title: str, *, until: int | None = None) -> int:
    """Somebody who has or had this title."""
    member = make_member("Ines", f"V{next(_NAMES)}").actor_id
    add_station(member=member, employer="Works", title=title, from_year=2020, to_year=until)
    follow(source=member, target=company.actor_id)
    return member


def _name(company: Company, by: Persona, words: str) -> int:
    """What the page answers."""
    address = f"/companies/{company.actor.handle}/goals/professions/"
    return by.client().post(address, {"professions": words}).status_code


def _value(company: Company) -> int | None:
    run_until_idle()
    count_company(company=company.actor_id, months=1)
    return value_now(company.actor_id, Indicator.PROFESSIONS)


def test_it_counts_followers_with_such_a_title_from_five_up(company: Company, ada: Persona) -> None:
    assert _name(company, ada, "buyer, Purchasing") == 303
    for title in ("Buyer", "Head of purchasing", "Senior Buyer", "Engineer", "buyer of rods"):
        _follower(company, title)
    _follower(company, "Buyer", until=2023)
    assert _value(company) is None
    page = ada.client().get(f"/companies/{company.actor.handle}/figures/").content.decode()
    assert "fewer than 5" in page
    _follower(company, "Strategic buyer")
    assert _value(company) == 5


def test_who_shows_their_career_to_contacts_alone_is_not_counted(company: Company, ada: Persona) -> None:
    _name(company, ada, "buyer")
    members = [_follower(company, "Buyer") for _ in range(6)]
    assert _value(company) == 6
    set_visibility(member=members[0], section=Section.STATIONS, audience=Audience.CONTACTS)
    assert _value(company) == 5


def test_other_professions_are_counted_anew_and_none_are_not_shown(company: Company, ada: Persona) -> None:
    label = "Followers in the professions you want"
    figures = f"/companies/{company.actor.handle}/figures/"
    goals = f"/companies/{company.actor.handle}/goals/"
    for _ in range(5):
        _follower(company, "Buyer")
    assert label not in ada.client().get(figures).content.decode()
    assert label not in ada.client().get(goals).content.decode()
    _name(company, ada, "buyer")
    assert _value(company) == 5
    assert label in ada.client().get(figures).content.decode()
    assert label in ada.client().get(goals).content.decode()
    _name(company, ada, "engineer")
    assert _value(company) == 0
    _name(company, ada, "")
    assert not Professions.objects.exists()
    assert label not in ada.client().get(figures).content.decode()


@pytest.mark.parametrize("words", ["CEO, buyer", "a, b", ", ".join(f"word{number}" for number in range(9))])
def test_words_that_would_be_found_everywhere_and_too_many_are_refused(
    company: Company, ada: Persona, words: str
) -> None:
    assert _name(company, ada, words) == 422
    assert not Professions.objects.exists()


def test_only_who_states_goals_names_professions(company: Company, ben: Persona) -> None:
    assert _name(company, ben, "buyer") == 403
