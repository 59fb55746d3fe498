"""A member asks for everything, gets it for a day, and nobody else does."""

import io
import json
import os
import stat
import time
import zipfile
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from draht.conftest import Persona
from draht.outbox.models import Job
from draht.outbox.worker import run_until_idle
from draht.portability import shelf
from draht.portability.actions import ask_for_takeaway, drop_takeaways
from draht.portability.making import make_takeaway
from draht.portability.models import Takeaway

PAGE, ARCHIVE = "/account/export/", "/account/export/archive/"


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    settings.VAR = tmp_path_factory.mktemp("var")


def _fetched(persona: Persona) -> zipfile.ZipFile:
    answer = persona.client().get(ARCHIVE)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert persona.handle in answer.headers["Content-Disposition"]
    return zipfile.ZipFile(io.BytesIO(answer.getvalue()))


def test_it_is_made_in_a_job_and_fetched_by_its_owner(ada: Persona) -> None:
    browser = ada.client()
    assert b"Make the archive" in browser.get(PAGE).content
    assert browser.post(PAGE).status_code == 303
    assert b"It is being made" in browser.get(PAGE).content
    assert browser.get(ARCHIVE).status_code == 404
    run_until_idle()
    assert b"Fetch the archive" in browser.get(PAGE).content
    with _fetched(ada) as archive:
        assert json.loads(archive.read("member.json"))["handle"] == ada.handle
    assert stat.S_IMODE(shelf.path_of(Takeaway.objects.get().key).stat().st_mode) == 0o600


def test_nobody_else_gets_it(ada: Persona, ben: Persona) -> None:
    ask_for_takeaway(member=ada.id)
    run_until_idle()
    assert ben.client().get(ARCHIVE).status_code == 404


def test_visitors_are_asked_to_sign_in(client: Client, db: None) -> None:
    for path in (PAGE, ARCHIVE):
        answer = client.get(path)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/account/login/")


def test_asking_twice_makes_one(ada: Persona) -> None:
    ask_for_takeaway(member=ada.id)
    key = Takeaway.objects.get().key
    ask_for_takeaway(member=ada.id)
    assert Job.objects.filter(task__endswith="make_takeaway").count() == 1
    run_until_idle()
    ask_for_takeaway(member=ada.id)
    assert Takeaway.objects.get().key == key


def test_it_is_gone_after_a_day(ada: Persona) -> None:
    ask_for_takeaway(member=ada.id)
    run_until_idle()
    path = shelf.path_of(Takeaway.objects.get().key)
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1), tick=False):
        assert ada.client().get(ARCHIVE).status_code == 404
        assert b"Make the archive" in ada.client().get(PAGE).content
        drop_takeaways()
    assert not Takeaway.objects.exists()
    assert not path.exists()


def test_files_that_belong_to_nobody_are_swept_up_unless_they_are_being_written(ada: Persona) -> None:
    ask_for_takeaway(member=ada.id)
    run_until_idle()
    kept = shelf.path_of(Takeaway.objects.get().key)
    old, young = shelf.path_of("old"), shelf.path_of("young").with_suffix(".part")
    for path in (kept, old, young):
        path.touch()
    os.utime(old, (time.time() - 9999,) * 2)
    os.utime(kept, (time.time() - 9999,) * 2)
    drop_takeaways()
    assert (kept.exists(), old.exists(), young.exists()) == (True, False, True)


def test_a_job_that_comes_too_late_leaves_nothing_behind(ada: Persona) -> None:
    ask_for_takeaway(member=ada.id)
    Takeaway.objects.all().delete()
    make_takeaway.call(ada.id, "gone")
    assert not shelf.path_of("gone").exists()
