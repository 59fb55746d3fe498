"""The team of a company: roles, the right to speak, the last owner, the log."""

import pytest

from draht.actors.queries import voices_of
from draht.actors.rules import may_speak_as
from draht.common.refusal import Refused
from draht.companies.actions import leave_team, publish_page, set_roles, withdraw_page
from draht.companies.models import Company, LogEntry, Role
from draht.companies.rules import Right, may, rights_of
from draht.companies.tests.factories import IMPRINT, make_company
from draht.conftest import Persona


def test_it_lets_the_owner_do_everything(ada: Persona, cem: Persona) -> None:
    company = make_company(ada.id).actor_id
    assert rights_of(ada.id, company) == frozenset(Right)
    assert rights_of(cem.id, company) == rights_of(None, company) == frozenset()


def test_it_gives_a_voice_to_who_writes_or_answers_and_takes_it_back(ada: Persona, cem: Persona) -> None:
    company = make_company(ada.id).actor_id
    set_roles(company=company, member=cem.id, roles={Role.ANALYST}, by=ada.id)
    assert not may_speak_as(cem.id, company)
    set_roles(company=company, member=cem.id, roles={Role.ANALYST, Role.ANSWERER}, by=ada.id)
    assert may_speak_as(cem.id, company)
    assert [line.actor.name for line in voices_of(cem.id)] == ["Rheinseil AG"]
    leave_team(company=company, member=cem.id)
    assert not may_speak_as(cem.id, company)
    assert not may(cem.id, company, Right.ANSWER)


def test_it_keeps_the_last_owner(ada: Persona, cem: Persona) -> None:
    company = make_company(ada.id).actor_id
    with pytest.raises(Refused, match="last owner"):
        leave_team(company=company, member=ada.id)
    set_roles(company=company, member=cem.id, roles={Role.OWNER}, by=ada.id)
    leave_team(company=company, member=ada.id)
    with pytest.raises(Refused, match="last owner"):
        set_roles(company=company, member=cem.id, roles={Role.EDITOR}, by=cem.id)


def test_it_writes_down_who_did_what(ada: Persona, cem: Persona) -> None:
    company = make_company(ada.id).actor_id
    set_roles(company=company, member=cem.id, roles={Role.EDITOR}, by=ada.id)
    entry = LogEntry.objects.filter(company=company, what="roles").latest("id")
    assert (entry.member_id, entry.facts) == (ada.id, {"whom": cem.id, "roles": ["editor"]})


def test_nobody_speaks_for_a_page_that_is_not_published(ada: Persona, cem: Persona) -> None:
    company = make_company(ada.id, is_published=False).actor_id
    set_roles(company=company, member=cem.id, roles={Role.EDITOR}, by=ada.id)
    assert not may_speak_as(cem.id, company)
    Company.objects.filter(actor=company).update(imprint=IMPRINT)
    publish_page(company=company, by=ada.id)
    assert may_speak_as(cem.id, company)
    withdraw_page(company=company, by=ada.id)
    assert not may_speak_as(cem.id, company)
