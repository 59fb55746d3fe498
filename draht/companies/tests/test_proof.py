"""The right to a page: by DNS with a name server of our own, by mail, by the host's word; lost and disputed."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from pytest_django import Settings

from draht.common.refusal import Refused
from draht.companies import actions, queries
from draht.companies.models import ClaimKind, Company, PageClaim, Proof, ProofKind, Role
from draht.companies.proofs import Fault, clean_domain, is_at
from draht.companies.tasks import look_again
from draht.companies.tests.factories import make_company
from draht.conftest import Persona
from draht.outbound.tests.servers import Zone, name_server
from draht.outbox.worker import run_until_idle

DOMAIN = "rheinseil.example"


@pytest.fixture
def company(ada: Persona) -> Company:
    return make_company(ada.id)


@pytest.fixture
def zone(settings: Settings) -> Iterator[Zone]:
    zone: Zone = {(DOMAIN, "TXT"): ['"v=spf1 -all"']}
    with name_server(zone) as address:
        settings.DRAHT_RESOLVER = address
        yield zone


def test_a_dns_entry_proves_it_and_is_looked_at_again(ada: Persona, company: Company, zone: Zone) -> None:
    page, id = f"/companies/{company.actor.handle}/", company.actor_id
    client = ada.client()
    assert client.post(f"{page}proof/", {"domain": "https://www.Rheinseil.example/"}).status_code == 303
    record = queries.proofs_of(id)["dns"].record
    client.post(f"{page}proof/dns/look/")
    run_until_idle()
    assert queries.proofs_of(id)["dns"].fault == Fault.MISSING
    zone[DOMAIN, "TXT"].append(f'"{record}"')
    client.post(f"{page}proof/dns/look/")
    run_until_idle()
    assert queries.proofs_of(id)["dns"].proved
    assert DOMAIN in ada.client().get(page).content.decode()
    del zone[DOMAIN, "TXT"]
    for day in range(1, 4):
        with time_machine.travel(timezone.now() + timedelta(days=day), tick=False):
            assert queries.proofs_of(id)["dns"].proved  # a name server may be down for a weekend
            look_again.call()
            run_until_idle()
    proof = queries.proofs_of(id)["dns"]
    assert (proof.proved, proof.fault) == (None, Fault.MISSING)


def test_nobody_answers_is_not_the_same_as_not_there(ada: Persona, company: Company, settings: Settings) -> None:
    settings.DRAHT_RESOLVER = "127.0.0.1:1"
    actions.set_domain(company=company.actor_id, domain=DOMAIN, by=ada.id)
    actions.ask_for_proof(company=company.actor_id, kind=ProofKind.FILE, by=ada.id)
    run_until_idle()
    assert queries.proofs_of(company.actor_id)["file"].fault == Fault.UNREACHABLE


def test_another_domain_begins_anew(ada: Persona, company: Company) -> None:
    actions.set_domain(company=company.actor_id, domain=DOMAIN, by=ada.id)
    actions.prove_by_mail(company=company.actor_id, domain=DOMAIN, by=ada.id)
    actions.prove_by_host(company=company.actor_id)
    actions.set_domain(company=company.actor_id, domain="other.example", by=ada.id)
    assert {proof.kind for proof in Proof.objects.exclude(proved=None)} == {"host"}
    with pytest.raises(Refused):
        actions.prove_by_mail(company=company.actor_id, domain=DOMAIN, by=ada.id)


def test_a_proved_domain_belongs_to_one_page(ada: Persona, cem: Persona, company: Company) -> None:
    actions.set_domain(company=company.actor_id, domain=DOMAIN, by=ada.id)
    actions.prove_by_mail(company=company.actor_id, domain=DOMAIN, by=ada.id)
    other = make_company(cem.id, "Rheinseil Zwei")
    with pytest.raises(Refused):
        actions.set_domain(company=other.actor_id, domain=DOMAIN, by=cem.id)


def test_only_owners_prove_and_only_so_often(ada: Persona, cem: Persona, company: Company) -> None:
    actions.set_roles(company=company.actor_id, member=cem.id, roles={Role.EDITOR}, by=ada.id)
    page = f"/companies/{company.actor.handle}/proof/"
    assert cem.client().get(page).status_code == 403
    actions.set_domain(company=company.actor_id, domain=DOMAIN, by=ada.id)
    for number in range(10):
        actions.send_letter(company=company.actor_id, member=ada.id, to=f"a{number}@{DOMAIN}")
    with pytest.raises(Refused, match="tomorrow"):
        actions.send_letter(company=company.actor_id, member=ada.id, to=f"b@{DOMAIN}")


def test_the_host_decides_who_runs_a_page(ada: Persona, cem: Persona, mo: Persona, company: Company) -> None:
    page = f"/companies/{company.actor.handle}/claim/"
    assert cem.client().post(page, {"words": ""}).status_code == 422
    assert cem.client().post(page, {"words": "I am the chief executive."}).status_code == 303
    assert cem.client().post(page, {"words": "Again."}).status_code == 422
    claim = PageClaim.objects.get()
    assert cem.client().get("/company/claims/").status_code == 403
    assert "chief executive" in mo.client().get("/company/claims/").content.decode()
    path = f"/company/claims/{claim.id}/"
    assert mo.client().post(path, {"decision": "decline", "answer": ""}).status_code == 422
    assert mo.client().post(path, {"decision": "accept", "answer": "Seen the register."}).status_code == 303
    assert queries.roles_of(company.actor_id, cem.id) == [Role.OWNER]
    assert queries.roles_of(company.actor_id, ada.id) == [Role.OWNER]
    assert "Seen the register." in cem.client().get(page).content.decode()


def test_the_host_gives_their_word(ada: Persona, mo: Persona, company: Company) -> None:
    actions.claim_page(company=company.actor_id, member=ada.id, kind=ClaimKind.WORD, words="You know us.")
    actions.decide_claim(claim=PageClaim.objects.get(), is_accepted=True, answer="")
    assert queries.proofs_of(company.actor_id)["host"].proved
    assert "The host’s word" in mo.client().get(f"/companies/{company.actor.handle}/").content.decode()


@pytest.mark.parametrize(
    ("typed", "domain"),
    [
        ("Rheinseil.Example", "rheinseil.example"),
        ("https://www.rheinseil.example/start", "rheinseil.example"),
        ("müller-draht.example", "xn--mller-draht-thb.example"),
        ("localhost", None),
        ("127.0.0.1", None),
        ("rhein seil.example", None),
        ("", None),
    ],
)
def test_it_reads_domains_as_people_type_them(typed: str, domain: str | None) -> None:
    assert clean_domain(typed) == domain


def test_it_knows_whose_address_it_is() -> None:
    assert is_at("mara@rheinseil.example", DOMAIN)
    assert not is_at("mara@mail.rheinseil.example", DOMAIN)
    assert not is_at("mara@gmail.com", "gmail.com")
    assert not is_at("mara@", "")
