"""House rules of a company: owners write them, whoever acts for it acknowledges them, after each change again."""

import pytest
from django.test import Client
from django.utils import translation

from draht.common.refusal import Refused
from draht.companies.actions import set_roles
from draht.companies.models import Company, LogEntry, Role
from draht.companies.tests.factories import make_company, make_mandate
from draht.conduct.actions import acknowledge_rules, write_rules
from draht.conduct.models import LONGEST_RULES, Acknowledgement, RulesVersion
from draht.conduct.queries import has_acknowledged, readers
from draht.conduct.ready import READY, ready_set
from draht.conftest import Persona
from draht.richtext import render


@pytest.fixture
def company(ada: Persona) -> Company:
    return make_company(ada.id)


@pytest.fixture
def editor(company: Company, ada: Persona, ben: Persona) -> Persona:
    """Ben, of Ada's team."""
    set_roles(company=company.actor_id, member=ben.id, roles={Role.EDITOR}, by=ada.id)
    return ben


@pytest.fixture
def version(company: Company, ada: Persona) -> RulesVersion:
    return write_rules(company=company.actor_id, by=ada.id, text="1. Secrets stay *inside*.")


def address(company: Company, more: str = "") -> str:
    return f"/companies/{company.actor.handle}/house-rules/{more}"


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def noted(company: Company) -> list[str]:
    entries = LogEntry.objects.filter(company=company, what__startswith="rules ").order_by("id")
    return list(entries.values_list("what", flat=True))


def test_a_company_without_rules_begins_with_ten_that_are_ready(company: Company, ada: Persona) -> None:
    assert address(company, "new/") in page(ada.client(), address(company))
    form = page(ada.client(), address(company, "new/"))
    assert len(READY) == 10
    for rule in READY:
        assert str(rule) in form
    with translation.override("en"):
        html = render(ready_set()).html
    assert (html.count("<ol>"), html.count("<li>")) == (1, 10)


def test_what_an_owner_writes_holds_and_stands_in_the_log(company: Company, ada: Persona, editor: Persona) -> None:
    answer = ada.client().post(address(company, "new/"), {"text": "1. Secrets stay *inside*."})
    assert (answer.status_code, answer["Location"]) == (303, address(company))
    assert "Secrets stay <em>inside</em>." in page(editor.client(), address(company))
    assert noted(company) == ["rules written"]
    assert "Ada Lindner put house rules into force." in page(ada.client(), f"/companies/{company.actor.handle}/log/")
    assert "1. Secrets stay *inside*." in page(ada.client(), address(company, "new/"))


def test_everybody_who_acts_for_the_company_acknowledges_with_one_button(
    company: Company, version: RulesVersion, ada: Persona, editor: Persona, cem: Persona
) -> None:
    make_mandate(company, ada.id, cem.id)
    button = address(company, f"{version.id}/acknowledgement/")
    for persona in (editor, cem):
        client = persona.client()
        assert button in page(client, address(company))
        assert client.post(button).status_code == 303
        after = page(client, address(company))
        assert button not in after
        assert "You have acknowledged these house rules." in after
        client.post(button)
    assert noted(company) == ["rules written", "rules acknowledged", "rules acknowledged"]


def test_only_owners_see_who_has_not_acknowledged(
    company: Company, version: RulesVersion, ada: Persona, editor: Persona, cem: Persona
) -> None:
    make_mandate(company, ada.id, cem.id)
    acknowledge_rules(version=version, by=cem.id)
    found = readers(company.actor_id, version.id)
    assert [line.id for line in found.done] == [ada.id, cem.id]
    assert [line.id for line in found.missing] == [editor.id]
    assert "Still asked" in page(ada.client(), address(company))
    for persona in (editor, cem):
        assert "Still asked" not in page(persona.client(), address(company))


def test_a_new_version_asks_everybody_again_and_keeps_the_old_one(
    company: Company, version: RulesVersion, ada: Persona, editor: Persona
) -> None:
    acknowledge_rules(version=version, by=editor.id)
    newer = write_rules(company=company.actor_id, by=ada.id, text="1. Be kind.")
    assert not has_acknowledged(editor.id, newer.id)
    assert has_acknowledged(ada.id, newer.id)
    shown = page(editor.client(), address(company))
    assert "Be kind." in shown
    assert address(company, f"{version.id}/") in shown
    earlier = page(editor.client(), address(company, f"{version.id}/"))
    assert "Secrets stay" in earlier
    assert "no longer hold" in earlier
    assert editor.client().get(address(company, f"{newer.id}/"))["Location"] == address(company)


def test_nobody_acknowledges_what_they_have_not_read(
    company: Company, version: RulesVersion, ada: Persona, editor: Persona
) -> None:
    write_rules(company=company.actor_id, by=ada.id, text="1. Be kind.")
    answer = editor.client().post(address(company, f"{version.id}/acknowledgement/"), follow=True)
    assert "There are newer house rules." in answer.content.decode()
    assert not Acknowledgement.objects.filter(member=editor.id).exists()


def test_nobody_else_reads_writes_or_acknowledges(
    company: Company, version: RulesVersion, ada: Persona, editor: Persona, cem: Persona
) -> None:
    for path in ("", "new/", f"{version.id}/"):
        assert cem.client().get(address(company, path)).status_code == 403
        assert Client().get(address(company, path)).status_code == 302
    assert cem.client().post(address(company, f"{version.id}/acknowledgement/")).status_code == 403
    assert editor.client().get(address(company, "new/")).status_code == 403
    assert editor.client().post(address(company, "new/"), {"text": "Mine."}).status_code == 403
    with pytest.raises(Refused, match="acts for the company"):
        acknowledge_rules(version=version, by=cem.id)
    assert RulesVersion.objects.count() == 1


def test_the_rules_of_another_company_are_not_found_here(company: Company, version: RulesVersion, ada: Persona) -> None:
    other = make_company(ada.id, "Nordkabel AG")
    assert ada.client().get(address(other, f"{version.id}/")).status_code == 404
    assert ada.client().post(address(other, f"{version.id}/acknowledgement/")).status_code == 404


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        ("  \n ", "House rules need words."),
        ("1. Secrets stay *inside*.", "Nothing has changed"),
        ("x" * (LONGEST_RULES + 1), "8001"),
    ],
)
def test_an_error_loses_nothing_typed(
    company: Company, version: RulesVersion, ada: Persona, typed: str, trouble: str
) -> None:
    answer = ada.client().post(address(company, "new/"), {"text": typed})
    assert answer.status_code == 422
    assert typed in answer.content.decode()
    assert trouble in answer.content.decode()
    assert RulesVersion.objects.count() == 1


def test_the_rules_stand_beside_the_composer_of_whoever_speaks_for_the_company(
    company: Company, version: RulesVersion, ada: Persona, editor: Persona, cem: Persona
) -> None:
    for path in ("/posts/", f"/posts/?voice={company.actor_id}"):
        shown = page(editor.client(), path)
        assert "House rules of Rheinseil AG" in shown
        assert "Secrets stay <em>inside</em>." in shown
    assert address(company) in page(editor.client(), "/")
    for path in ("/posts/", "/"):
        assert "House rules of" not in page(cem.client(), path)


def test_a_company_without_rules_has_none_beside_the_composer(company: Company, ada: Persona) -> None:
    assert "House rules of" not in page(ada.client(), "/posts/")


def test_the_rules_stand_beside_a_draft(company: Company, version: RulesVersion, ada: Persona, cem: Persona) -> None:
    make_mandate(company, ada.id, cem.id)
    shown = page(cem.client(), f"/companies/{company.actor.handle}/drafts/new/")
    assert "Secrets stay <em>inside</em>." in shown
    assert address(company) in shown


def test_the_team_finds_the_rules_among_its_tabs(company: Company, editor: Persona) -> None:
    assert address(company) in page(editor.client(), f"/companies/{company.actor.handle}/team/")
