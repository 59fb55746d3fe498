"""What closing an account promises about the profile."""

import pytest
from django.test import Client

from draht.accounts.actions import close_account
from draht.actors.models import Actor
from draht.conftest import Persona
from draht.members import actions, queries
from draht.members.models import CardGroup, CardKind, Member, NameWord
from draht.outbox.models import Job, RecordedEvent

pytestmark = pytest.mark.django_db


def run_jobs(task: str) -> None:
    """What the worker does with these jobs."""
    from django.utils.module_loading import import_string

    for job in Job.objects.filter(task__endswith=task):
        import_string(job.task).func(*job.arguments["args"])
        job.delete()


def test_it_takes_the_profile_and_the_card_away(ada: Persona, cem: Persona) -> None:
    actions.describe(member=ada.id, headline="Feinzug", about="Draht ist mein Leben.")
    actions.add_station(member=ada.id, employer="Kupferwerk", from_year=2021)
    actions.add_card_field(member=ada.id, group=CardGroup.PRIVATE, kind=CardKind.MAIL, value="ada@example.org")
    close_account(user=ada.user)
    run_jobs("outbox.tasks.tell")
    assert queries.find_members(cem.id, "ada") == []
    assert queries.card_fields(ada.id) == []
    assert not NameWord.objects.filter(member=ada.id).exists()
    actor = Actor.objects.get(id=ada.id)
    assert (actor.name, actor.headline, actor.avatar) == ("Former member", "", "")
    assert Client().get("/members/ada-lindner/").status_code == 404
    assert RecordedEvent.objects.get(name="members.MemberLeft").facts == {"member": ada.id}


def test_it_leaves_nothing_behind_in_the_end(ada: Persona) -> None:
    close_account(user=ada.user)
    run_jobs("outbox.tasks.tell")
    later = Job.objects.get(task__endswith="forget_member")
    assert later.run_after > later.created
    run_jobs("forget_member")
    assert not Actor.objects.filter(id=ada.id).exists()
    assert not Member.objects.filter(actor=ada.id).exists()


def test_it_may_happen_twice(ada: Persona) -> None:
    assert actions.leave(user=ada.user.id) == ada.id
    actions.forget(actor=ada.id)
    assert actions.leave(user=ada.user.id) is None
    actions.forget(actor=ada.id)
