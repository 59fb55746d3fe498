from datetime import UTC, datetime, timedelta

from draht.common import clock
from draht.common.ids import LARGEST, first_id_at, new_id, time_of


def test_it_makes_ids_that_ascend_and_never_repeat() -> None:
    ids = [new_id() for _ in range(20_000)]
    assert ids == sorted(set(ids))
    assert ids[-1] < LARGEST


def test_it_keeps_the_time_in_the_id() -> None:
    moment = datetime(2012, 3, 4, 5, 6, 7, 89_000, tzinfo=UTC)
    with clock.at(moment):
        id = new_id()
    assert time_of(id) == moment
    assert first_id_at(moment) <= id < first_id_at(moment + timedelta(milliseconds=1))


def test_it_returns_to_the_present_after_the_past() -> None:
    with clock.at(datetime(2012, 1, 1, tzinfo=UTC)):
        past = new_id()
    assert past < new_id()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
