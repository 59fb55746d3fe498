"""What is prepared does what the queryset would: on other values than it was compiled with."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.db.transaction import TransactionManagementError
from pytest_django import DjangoAssertNumQueries

from draht.common.inserting import insert
from draht.common.prepared import Prepared, PreparedDelete, PreparedUpdate
from draht.outbox.models import Job, Once, RecordedEvent, State

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def _job(task: str, *, due: datetime = NOW) -> Job:
    return Job.objects.create(task=task, arguments={}, max_attempts=3, run_after=due)


@Prepared
def _due(task: str, until: datetime) -> QuerySet[Any, Any]:
    return Job.objects.filter(task=task, run_after__lte=until, state=State.READY).values_list("id", "run_after")


@Prepared
def _those(ids: list[int]) -> QuerySet[Any, Any]:
    return Job.objects.filter(id__in=ids).order_by("id").values_list("id")


@PreparedUpdate
def _begin(job: int, worker: str, now: datetime) -> tuple[QuerySet[Job], dict[str, Any]]:
    return Job.objects.filter(id=job), {"worker": worker, "started": now, "attempts": F("attempts") + 1}


@PreparedDelete
def _delete(task: str) -> QuerySet[Job]:
    return Job.objects.filter(task=task)


def test_reads_by_texts_and_moments() -> None:
    now, later = _job("a"), _job("a", due=NOW + timedelta(microseconds=1))
    _job("b")
    assert _due("a", NOW) == [(now.id, NOW)]
    assert len(_due("a", NOW + timedelta(seconds=1))) == 2
    assert _due("c", NOW) == []
    assert _those([now.id]) == [(now.id,)]
    assert _those([later.id, now.id]) == sorted([(now.id,), (later.id,)])
    assert _those([]) == []


def test_a_text_is_a_text_whatever_stands_in_it() -> None:
    wild = _job("100%s '; \\0 %(x)s ?")
    assert _due("100%s '; \\0 %(x)s ?", NOW) == [(wild.id, NOW)]


def test_changes_the_rows_of_its_values_alone() -> None:
    one, other = _job("a"), _job("b")
    for attempts in (1, 2):
        assert _begin(one.id, f"w{attempts}", NOW) == 1
        one.refresh_from_db()
        assert (one.worker, one.started, one.attempts) == (f"w{attempts}", NOW, attempts)
    other.refresh_from_db()
    assert (other.worker, other.started, other.attempts) == ("", None, 0)
    assert _begin(1, "nobody", NOW) == 0


def test_deletes_the_rows_of_its_values_alone() -> None:
    _job("a"), _job("a"), _job("b")
    assert _delete("a") == 2
    assert list(Job.objects.values_list("task", flat=True)) == ["b"]
    assert _delete("a") == 0


def test_a_new_row_is_the_one_that_save_would_write() -> None:
    facts = {"post": 3, "words": "ä'\\"}
    row = RecordedEvent(name="something", facts=facts)
    insert(row)
    assert RecordedEvent.objects.get() == row
    assert RecordedEvent.objects.get().facts == facts
    insert(Job(id=5, task="t", arguments=facts, max_attempts=3, run_after=NOW))
    job = Job.objects.get()
    assert (job.arguments, job.run_after, job.state, job.lease_until) == (facts, NOW, State.READY, None)


def test_many_rows_are_one_statement(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(2):
        insert(*(RecordedEvent(name=name, facts={"n": name}) for name in "abc"))
        insert(Once(key="k"))
        insert()
    assert list(RecordedEvent.objects.order_by("id").values_list("name", flat=True)) == ["a", "b", "c"]
    insert(Once(key="k"), Once(key="l"), unless_there=True)
    assert set(Once.objects.values_list("key", flat=True)) == {"k", "l"}


def test_a_row_that_is_there_already() -> None:
    insert(Once(key="k"))
    insert(Once(key="k"), unless_there=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(Once(key="k"))
    assert Once.objects.count() == 1


def test_what_was_done_beside_a_refused_row_is_undone() -> None:
    insert(Once(key="k"))

    def both() -> None:
        with transaction.atomic():
            insert(Once(key="other"))
            try:
                insert(Once(key="k"))
            except IntegrityError:
                Once.objects.count()

    with pytest.raises(TransactionManagementError):
        both()
    assert list(Once.objects.values_list("key", flat=True)) == ["k"]
