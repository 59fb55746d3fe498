"""What enqueueing, claiming, retrying and pruning promise."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from draht import outbox
from draht.common import clock
from draht.common.refusal import Refused
from draht.outbox import actions, queries
from draht.outbox.models import Job, Once, RecordedEvent, State
from draht.outbox.rules import ATTEMPTS, PAUSES, pause_after
from draht.outbox.tests import happenings
from draht.outbox.tests.happenings import WireDrawn, measure, measure_twice
from draht.outbox.worker import run_job, run_until_idle

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def attempt(worker: str = "w") -> Job:
    """Claim the one due job and run it."""
    [job] = actions.claim_jobs(worker=worker, limit=10)
    run_job(job, worker=worker)
    return Job.objects.get(id=job.id)


def test_a_task_runs_with_its_arguments_and_is_gone() -> None:
    result = measure.enqueue(4, unit="inch")
    assert result.id == str(Job.objects.get().id)
    assert run_until_idle() == 1
    assert happenings.heard == [("inch", WireDrawn(wire=4))]
    assert not Job.objects.exists()


def test_arguments_that_cannot_be_stored_are_refused() -> None:
    with pytest.raises(TypeError):
        measure.enqueue(object())  # type: ignore[arg-type]


def test_the_urgent_run_first_then_the_longest_waiting() -> None:
    measure.enqueue(1)
    measure.using(priority=-5).enqueue(2)
    measure.using(priority=5).enqueue(3)
    measure.enqueue(4)
    run_until_idle()
    assert [event.wire for _, event in happenings.heard] == [3, 1, 4, 2]


def test_a_job_for_later_waits() -> None:
    measure.using(run_after=timezone.now() + timedelta(hours=1)).enqueue(1)
    assert run_until_idle() == 0
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert run_until_idle() == 1


def test_the_demo_writing_the_past_does_not_make_jobs_old() -> None:
    with clock.at(NOON - timedelta(days=100)):
        measure.enqueue(1)
    assert queries.queue_age() < 5


def test_two_workers_never_get_the_same_job() -> None:
    for wire in range(5):
        measure.enqueue(wire)
    one, other = (actions.claim_jobs(worker=name, limit=3) for name in ("one", "other"))
    assert len(one) == 3
    assert len(other) == 2
    assert not {job.id for job in one} & {job.id for job in other}


def test_a_failed_job_comes_again_later_and_later_then_rests() -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        measure_twice.enqueue()
        first = attempt()
        assert first.state == State.READY
        assert NOON + PAUSES[0] <= first.run_after <= NOON + PAUSES[0] * 1.2
        assert "RuntimeError: no gauge" in first.error
        assert run_until_idle() == 0
        traveller.shift(timedelta(minutes=1))
        second = attempt()
        assert second.state == State.FAILED
        assert second.attempts == 2
        traveller.shift(timedelta(days=30))
        assert run_until_idle() == 0


def test_the_pauses_grow_over_seven_tries() -> None:
    pauses = [pause_after(attempt) for attempt in range(1, ATTEMPTS)]
    assert pauses == sorted(pauses)
    assert timedelta(hours=7) < sum(pauses, timedelta()) < timedelta(hours=9)
    assert pause_after(50) >= PAUSES[-1]


def test_a_task_that_is_gone_fails_visibly() -> None:
    actions.enqueue_job(
        task="draht.outbox.tests.happenings.gone",
        arguments={"args": [], "kwargs": {}},
        priority=0,
        run_after=None,
        max_attempts=1,
    )
    assert attempt().state == State.FAILED
    actions.enqueue_job(
        task="os.getcwd", arguments={"args": [], "kwargs": {}}, priority=0, run_after=None, max_attempts=1
    )
    assert "is not a task" in attempt().error


def test_a_job_whose_lease_ran_out_goes_to_another_worker() -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        measure.enqueue(1)
        [job] = actions.claim_jobs(worker="killed", limit=1)
        assert actions.start_job(job, worker="killed")
        assert actions.take_back_jobs() == 0
        traveller.shift(timedelta(minutes=5))
        assert actions.take_back_jobs() == 1
        [again] = actions.claim_jobs(worker="other", limit=1)
        assert again.id == job.id
        assert again.attempts == 1
        assert not actions.start_job(job, worker="killed")
        with pytest.raises(actions.LeaseLostError):
            actions.end_job(job, worker="killed")
        assert not actions.fail_job(job, worker="killed", error="late")
        assert Job.objects.get().worker == "other"


def test_a_renewed_lease_holds() -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        measure.enqueue(1)
        actions.claim_jobs(worker="slow", limit=1)
        for _ in range(5):
            traveller.shift(timedelta(seconds=40))
            actions.renew_leases(worker="slow")
            assert actions.take_back_jobs() == 0


def test_a_job_that_kills_its_workers_rests_in_the_end_and_its_neighbours_do_not_suffer() -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        poison = actions.enqueue_job(task=measure.module_path, arguments={}, priority=1, run_after=None, max_attempts=3)
        measure.enqueue(1)
        for _ in range(3):
            first, second = actions.claim_jobs(worker="w", limit=2)
            assert first.id == poison.id
            assert actions.start_job(first, worker="w")
            traveller.shift(timedelta(minutes=5))
            actions.take_back_jobs()
            assert Job.objects.get(id=second.id).attempts == 0
        poison.refresh_from_db()
        assert poison.state == State.FAILED
        assert "killed" in poison.error


def test_a_listener_whose_job_was_taken_away_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def coil_too_long(event: WireDrawn) -> None:
        happenings.coil_wire(event)
        Job.objects.update(worker="other")

    coil_too_long.__module__, coil_too_long.__qualname__ = happenings.__name__, "coil_too_long"
    monkeypatch.setattr(happenings, "coil_too_long", coil_too_long, raising=False)
    outbox.listen(WireDrawn, coil_too_long)
    outbox.record(WireDrawn(wire=1))
    [job] = actions.claim_jobs(worker="w", limit=1)
    run_job(job, worker="w")
    assert not RecordedEvent.objects.filter(name="outbox.WireRecoiled").exists()


def test_what_a_stopping_worker_did_not_end_is_free_at_once() -> None:
    measure.enqueue(1)
    actions.claim_jobs(worker="w", limit=1)
    assert actions.release_jobs(worker="w") == 1
    assert run_until_idle() == 1


def test_the_host_can_retry_and_drop_a_failed_job() -> None:
    for _ in range(2):
        Job.objects.create(task="t", arguments={}, state=State.FAILED, attempts=7, max_attempts=7, error="broken")
    one, other = Job.objects.all()
    actions.retry_job(job_id=one.id)
    one.refresh_from_db()
    assert (one.state, one.attempts) == (State.READY, 0)
    actions.drop_job(job_id=other.id)
    assert list(Job.objects.all()) == [one]
    with pytest.raises(Refused):
        actions.drop_job(job_id=other.id)
    Job.objects.update(state=State.RUNNING)
    for act in (actions.retry_job, actions.drop_job):
        with pytest.raises(Refused):
            act(job_id=one.id)


def test_old_events_and_keys_go_but_no_key_that_a_waiting_job_may_ask_for(settings: Any) -> None:
    settings.DRAHT_KEEP_EVENTS = 30
    with clock.at(timezone.now() - timedelta(days=31)):
        outbox.record(WireDrawn(wire=1))
    outbox.record(WireDrawn(wire=2))
    long_ago = timezone.now() - timedelta(days=300)
    Once.objects.create(key="old", created=long_ago)
    old_job = Job.objects.create(task="t", arguments={}, max_attempts=1, created=long_ago - timedelta(days=1))
    with transaction.atomic():
        outbox.once("new")
    actions.prune()
    assert [row.facts["wire"] for row in RecordedEvent.objects.all()] == [2]
    assert Once.objects.count() == 2
    old_job.delete()
    actions.prune()
    assert [row.key for row in Once.objects.all()] == ["new"]


def test_health_sees_the_queue_and_the_workers() -> None:
    assert queries.queue_age() == 0
    assert queries.workers_alive() == 0
    measure.enqueue(1)
    actions.show_worker(worker="w", version="1")
    with time_machine.travel(timezone.now() + timedelta(minutes=4)):
        assert 230 < queries.queue_age() < 250
        assert queries.workers_alive() == 0
        actions.show_worker(worker="w", version="1")
        assert queries.workers_alive() == 1
    assert queries.counts() == {"ready": 1, "running": 0, "failed": 0}
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        actions.show_worker(worker="other", version="1")
    actions.remove_worker(worker="other")
    assert queries.last_seen() is None
