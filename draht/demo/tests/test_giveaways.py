"""The giveaways of the demo trade."""

from datetime import timedelta
from operator import attrgetter

import pytest
from django.utils import timezone, translation

from draht.common import clock
from draht.companies.tests.factories import make_company
from draht.demo.build import build
from draht.demo.giveaways import Giveaways
from draht.demo.stage import Stage
from draht.demo.tests.small import small_trade
from draht.demo.trade import LANGUAGES, Language
from draht.giveaways.models import Giveaway, Outcome, State, Win
from draht.giveaways.queries import drawing

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("has_page", [True, False])
def test_one_is_open_and_one_is_drawn_where_there_is_a_page(
    language: Language, *, has_page: bool, settings: pytest.FixtureRequest, tmp_path: object
) -> None:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]
    trade, now = small_trade(), timezone.now()
    stage = Stage(trade, language, now)
    stage.members.update(build(trade=trade, language=language, now=now, is_quiet=True))
    if has_page:
        with clock.at(now - timedelta(days=100)):
            make_company(stage.id("dora"), trade.firms["brennecke"].name)
    with translation.override(language):
        for step in sorted(Giveaways(stage).steps(), key=attrgetter("moment", "number")):
            assert step.moment < now
            with clock.at(step.moment):
                step.act()
    states = list(Giveaway.objects.order_by("id").values_list("state", flat=True))
    assert states == ([State.DRAWN, State.RUNNING] if has_page else [])
    for giveaway in Giveaway.objects.filter(state=State.DRAWN):
        assert drawing(giveaway).holds
        outcomes = list(Win.objects.filter(giveaway=giveaway).order_by("place").values_list("outcome", flat=True))
        assert outcomes == [Outcome.CONFIRMED, Outcome.DECLINED, Outcome.CONFIRMED, Outcome.CONFIRMED]
