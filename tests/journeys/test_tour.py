"""The pages that no story comes to, seen by the host, who may see most of them, and by a visitor."""

from collections.abc import Iterator

import pytest
from django.urls import reverse

from tests.journeys.conftest import Comes
from tests.journeys.server import Server
from tests.journeys.steps import signs_in
from tests.walk.table import COLUMNS, TABLE

pytestmark = pytest.mark.browser
NO_PAGES = {"health", "feed:new", "members:suggest", "notifications:count"}


def paths(column: str) -> Iterator[str]:
    """The addresses of pages that are about nothing in particular and open to whom stands in this column."""
    place = COLUMNS.index(column)
    for line in TABLE:
        if not line.of and line.answers[place] == 200 and not line.shows_examples and line.name not in NO_PAGES:
            yield reverse(line.name)


def test_a_visitor_finds_every_page_fit(comes: Comes) -> None:
    visitor = comes("Visitor")
    for path in paths("visitor"):
        visitor.goes_to(path)


def test_the_host_finds_every_page_fit(comes: Comes, server: Server) -> None:
    settled = server.settle("Herbst")
    mo = comes("Mo")
    signs_in(mo, settled["Mo"]["email"])
    contact, handle = f"/contacts/{settled['Ada']['handle']}/", settled["Ada"]["handle"]
    for path in (*paths("host"), f"/members/{handle}/", contact, f"{contact}end/", "/tags/wire/"):
        mo.goes_to(path)


def test_a_page_that_is_not_there_is_fit_as_well(comes: Comes) -> None:
    visitor = comes("Visitor")
    visitor.expected = {404}
    visitor.goes_to("/members/nobody-at-all/")
