"""A company with a team, and people who would like to win."""

from collections.abc import Callable

import pytest

from draht.companies.tests.factories import make_company
from draht.conftest import Persona
from draht.giveaways.tests.factories import crowd


@pytest.fixture
def company(ada: Persona) -> int:
    """The page of a company of which Ada is the owner."""
    return make_company(ada.id).actor_id


@pytest.fixture
def people(make_persona: Callable[[str, str], Persona]) -> list[Persona]:
    """Eight members."""
    return crowd(make_persona)
