"""What companies of the demo trade are asked, and what they give away."""

import pytest
from django.utils import timezone

from draht.demo.build import build
from draht.demo.tests.small import small_trade
from draht.enquiries.models import Enquiry
from draht.giveaways.models import Giveaway, Outcome, State, Win
from draht.giveaways.queries import drawing

# On PostgreSQL the walk builds it.
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def test_one_giveaway_is_open_and_one_is_drawn(settings: pytest.FixtureRequest, tmp_path: object) -> None:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]
    build(trade=small_trade(), language="de", now=timezone.now(), is_quiet=True)
    states = list(Giveaway.objects.order_by("id").values_list("state", flat=True))
    assert states == [State.DRAWN, State.RUNNING]
    for giveaway in Giveaway.objects.filter(state=State.DRAWN):
        assert drawing(giveaway).holds
        outcomes = list(Win.objects.filter(giveaway=giveaway).order_by("place").values_list("outcome", flat=True))
        assert outcomes == [Outcome.CONFIRMED, Outcome.DECLINED, Outcome.CONFIRMED, Outcome.CONFIRMED]
    assert Enquiry.objects.exclude(asker=None).exists()
    assert Enquiry.objects.filter(asker=None).exists()
