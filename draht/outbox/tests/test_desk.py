"""What the host's desk for jobs promises."""

from datetime import timedelta
from typing import Any, Protocol

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from draht import outbox
from draht.outbox import actions, queries
from draht.outbox.models import Job, State
from draht.outbox.tests import happenings
from draht.outbox.tests.happenings import WireDrawn, measure, tick

pytestmark = pytest.mark.django_db
DESK = "/host/jobs/"


class Persona(Protocol):
    """What this floor needs of the personas in `draht/conftest.py`."""

    user: Any

    def client(self) -> Client: ...


def failed(number: int = 1) -> list[Job]:
    jobs = [
        Job.objects.create(
            task=measure.module_path,
            arguments={"args": [index], "kwargs": {"unit": "<inch>"}},
            state=State.FAILED,
            attempts=7,
            max_attempts=7,
            error="Traceback\nValueError: no gauge <b>",
        )
        for index in range(number)
    ]
    return jobs[::-1]


def shown(client: Client, address: str) -> str:
    """The page without the places at which long words may break."""
    return client.get(address).content.decode().replace("<wbr>", "")


def test_only_the_host_comes_in(ada: Persona) -> None:
    [job] = failed()
    for address in (DESK, f"{DESK}{job.id}/", f"{DESK}failed/"):
        for client, status in ((Client(), 302 if address == DESK else 303), (ada.client(), 403)):
            answer = client.get(address) if address == DESK else client.post(address, {"act": "drop"})
            assert answer.status_code == status
    assert Job.objects.filter(state=State.FAILED).exists()


@pytest.mark.parametrize(("language", "words"), [("en", "Background work"), ("de", "Hintergrundarbeit")])
def test_the_desk_shows_how_it_stands(mo: Persona, language: str, words: str) -> None:
    mo.user.language = language
    mo.user.save()
    failed()
    outbox.run_by_the_clock([outbox.Tick("weigh", tick, every=timedelta(hours=1), label="The wire is weighed")])
    actions.set_clock()
    page = shown(mo.client(), DESK)
    assert words in page
    assert "outbox.tests.happenings.measure" in page
    assert "0, unit=&lt;inch&gt;" in page
    assert "ValueError: no gauge &lt;b&gt;" in page
    assert "The wire is weighed" in page
    assert "draht work" in page  # no worker is running


def test_it_names_the_listener_and_the_event_of_a_waiting_job(mo: Persona) -> None:
    outbox.listen(WireDrawn, happenings.count_wire)
    outbox.record(WireDrawn(wire=7))
    Job.objects.update(run_after=timezone.now() - timedelta(minutes=10))
    actions.show_worker(worker="w", version="1")
    page = shown(mo.client(), DESK + "?state=ready")
    assert "outbox.tests.happenings.count_wire" in page
    assert "outbox.WireDrawn, wire=7, grade=C9D" in page
    assert "has been waiting for 10 minutes" in page


def test_older_jobs_are_a_page_away(mo: Persona) -> None:
    jobs = failed(queries.PAGE + 2)
    client = mo.client()
    first = client.get(DESK).content.decode()
    assert first.count('id="job-') == queries.PAGE
    older = f"?state=failed&amp;before={jobs[queries.PAGE - 1].id}"
    assert older in first
    second = client.get(DESK + older.replace("&amp;", "&")).content.decode()
    assert second.count('id="job-') == 2
    assert f'id="job-{jobs[-1].id}"' in second


def test_the_host_runs_a_job_again_or_drops_it(mo: Persona) -> None:
    one, other = failed(2)
    client = mo.client()
    answer = client.post(f"{DESK}{one.id}/", {"act": "retry", "state": "failed"})
    assert (answer.status_code, answer.headers["Location"]) == (303, DESK + "?state=failed")
    assert Job.objects.get(id=one.id).state == State.READY
    client.post(f"{DESK}{other.id}/", {"act": "drop"})
    assert not Job.objects.filter(id=other.id).exists()
    client.post(f"{DESK}{other.id}/", {"act": "drop"})
    assert "This job is running or done." in client.get(DESK).content.decode()


def test_all_failed_jobs_run_again_at_once(mo: Persona) -> None:
    failed(3)
    client = mo.client()
    client.post(reverse("outbox:failed_jobs"))
    assert Job.objects.filter(state=State.READY, attempts=0).count() == 3
    assert "3 jobs run again." in client.get(DESK).content.decode()


def test_nonsense_in_the_address_shows_the_newest_failed(mo: Persona) -> None:
    assert mo.client().get(DESK + "?state=x'&before=-1").status_code == 200
