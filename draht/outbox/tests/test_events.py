"""What `record`, `listen` and `once` promise."""

import pytest
from django.db import transaction
from django.db.transaction import TransactionManagementError

from draht import outbox
from draht.outbox.models import Job, Once, RecordedEvent, State
from draht.outbox.tests import happenings
from draht.outbox.tests.happenings import WireCarried, WireDrawn, WireRecoiled
from draht.outbox.worker import run_until_idle


@pytest.mark.django_db
def test_an_event_is_written_down_with_its_name_and_facts() -> None:
    id = outbox.record(WireDrawn(wire=7, tested=True))
    row = RecordedEvent.objects.get()
    assert row.id == id
    assert row.name == "outbox.WireDrawn"
    assert row.facts == {"wire": 7, "grade": "C9D", "tested": True, "customer": None}
    assert not Job.objects.exists()


@pytest.mark.django_db
def test_each_listener_hears_the_same_event_in_a_job_of_its_own() -> None:
    outbox.listen(WireDrawn, happenings.count_wire)
    outbox.listen(WireDrawn, happenings.coil_wire)
    outbox.listen(WireDrawn, happenings.coil_wire)
    event = WireDrawn(wire=7, customer=3)
    outbox.record(event)
    assert Job.objects.count() == 2
    assert run_until_idle() == 2
    assert happenings.heard == [("count", event)]
    assert RecordedEvent.objects.filter(name="outbox.WireRecoiled").count() == 1
    assert not Job.objects.exists()


@pytest.mark.django_db
def test_what_is_brought_in_from_long_ago_is_recorded_and_nobody_is_told() -> None:
    outbox.listen(WireDrawn, happenings.count_wire)
    with outbox.unheard():
        outbox.record(WireDrawn(wire=7))
    assert RecordedEvent.objects.count() == 1
    assert not Job.objects.exists()
    outbox.record(WireDrawn(wire=8))
    assert Job.objects.count() == 1


@pytest.mark.django_db
def test_a_listener_that_fails_leaves_nothing_behind_and_does_not_stop_the_others() -> None:
    outbox.listen(WireDrawn, happenings.tear_wire)
    outbox.listen(WireDrawn, happenings.count_wire)
    outbox.record(WireDrawn(wire=7))
    with pytest.raises(RuntimeError, match="tore"):
        run_until_idle()
    run_until_idle()
    assert [name for name, _ in happenings.heard] == ["count"]
    assert not RecordedEvent.objects.filter(name="outbox.WireRecoiled").exists()
    job = Job.objects.get()
    assert job.state == State.READY
    assert "the wire tore" in job.error


@pytest.mark.django_db
def test_a_job_of_a_listener_that_is_gone_says_so() -> None:
    outbox.listen(WireDrawn, happenings.count_wire)
    outbox.record(WireDrawn(wire=7))
    from draht.outbox import listeners

    listeners._paths.clear()
    with pytest.raises(LookupError, match=r"does not listen to outbox\.WireDrawn any more"):
        run_until_idle()


@pytest.mark.django_db
def test_an_event_carries_only_ids_and_words() -> None:
    with pytest.raises(TypeError, match="wire is a list"):
        outbox.record(WireCarried(wire=[1]))


def test_a_listener_that_a_worker_could_not_find_is_refused() -> None:
    def here(event: WireDrawn) -> None: ...

    with pytest.raises(TypeError, match="function of a module"):
        outbox.listen(WireDrawn, here)


@pytest.mark.django_db(transaction=True)
def test_an_event_without_a_transaction_is_refused() -> None:
    with pytest.raises(TransactionManagementError):
        outbox.record(WireDrawn(wire=7))
    with pytest.raises(TransactionManagementError):
        outbox.once("key")


@pytest.mark.django_db(transaction=True)
def test_an_event_of_an_act_that_was_undone_did_not_happen() -> None:
    outbox.listen(WireDrawn, happenings.count_wire)
    with transaction.atomic():
        outbox.record(WireDrawn(wire=7))
        transaction.set_rollback(True)
    assert not RecordedEvent.objects.exists()
    assert not Job.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_once_is_true_once_and_again_if_its_effect_was_undone() -> None:
    with transaction.atomic():
        assert outbox.once("key")
        transaction.set_rollback(True)
    with transaction.atomic():
        assert outbox.once("key")
    with transaction.atomic():
        assert not outbox.once("key")
    assert Once.objects.count() == 1


def test_events_are_told_apart_by_what_they_say() -> None:
    assert WireRecoiled(wire=1) == WireRecoiled(wire=1)
    assert WireRecoiled(wire=1) != WireRecoiled(wire=2)
