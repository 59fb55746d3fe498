"""The right to a page: its domain, the proofs of it, and what becomes of them."""

from django.db import transaction
from django.utils.translation import gettext as _

from draht.common import clock
from draht.common.refusal import Refused
from draht.companies.actions.log import note
from draht.companies.looks import look_for_proof
from draht.companies.models import Company, Proof, ProofKind
from draht.companies.proofs import FREE_MAIL, Fault, clean_domain, new_record
from draht.companies.rules import proved_elsewhere

# A name server may be down for a weekend; whoever has lost the domain has lost it for longer.
_LOST_AFTER = 3
_AT_A_DOMAIN = (ProofKind.DNS, ProofKind.FILE, ProofKind.MAIL)


@transaction.atomic
def set_domain(*, company: int, domain: str, by: int) -> None:
    """Say which domain is the company's. Proofs of another one are gone. Raises Refused."""
    clean = clean_domain(domain)
    if clean is None:
        raise Refused(_("This is no domain. Please type it like rheinseil.example."), field="domain")
    if clean in FREE_MAIL:
        raise Refused(_("This domain belongs to a mail provider, not to a company."), field="domain")
    if proved_elsewhere(company, clean):
        raise Refused(_("Another page has shown that this domain is its own. Please ask the host."), field="domain")
    page = Company.objects.select_for_update(no_key=True).get(actor=company)
    if page.domain == clean:
        return
    Company.objects.filter(actor=company).update(domain=clean)
    Proof.objects.filter(company=company, kind__in=_AT_A_DOMAIN).delete()
    record = new_record()
    Proof.objects.bulk_create(
        Proof(company_id=company, kind=kind, domain=clean, record=record) for kind in (ProofKind.DNS, ProofKind.FILE)
    )
    note(company=company, member=by, what="domain", domain=clean)


@transaction.atomic
def ask_for_proof(*, company: int, kind: ProofKind, by: int) -> None:
    """Have the DNS or the website of the company looked at soon."""
    if not Proof.objects.filter(company=company, kind=kind).update(checked=None, fault=""):
        raise Refused(_("Please name the domain first."))
    note(company=company, member=by, what="proof asked", kind=kind.value)
    look_for_proof.enqueue(company, kind.value)


@transaction.atomic
def record_look(*, company: int, kind: ProofKind, domain: str, fault: Fault | None) -> None:
    """Write down what a look found. A proof that held is only lost when it was missed several times in a row."""
    proof = Proof.objects.select_for_update(no_key=True).filter(company=company, kind=kind, domain=domain).first()
    if proof is None:
        return  # another domain was named meanwhile
    if fault is None and proved_elsewhere(company, domain):
        fault = Fault.TAKEN
    now = clock.now()
    facts = {"kind": kind.value, "domain": domain}
    if fault is None:
        if proof.proved is None:
            note(company=company, member=None, what="proved", **facts)
        _keep(proof, proved=proof.proved or now, checked=now, fault="", misses=0)
        return
    misses = proof.misses + 1
    is_lost = proof.proved is not None and misses >= _LOST_AFTER
    if is_lost:
        note(company=company, member=None, what="proof lost", **facts)
    _keep(proof, proved=None if is_lost else proof.proved, checked=now, fault=fault.value, misses=misses)


def _keep(proof: Proof, **facts: object) -> None:
    Proof.objects.filter(company=proof.company_id, kind=proof.kind).update(**facts)


@transaction.atomic
def prove_by_mail(*, company: int, domain: str, by: int) -> None:
    """Somebody of the team reads mail at the company's domain. Raises Refused if the domain is another one now."""
    page = Company.objects.select_for_update(no_key=True).get(actor=company)
    if page.domain != domain or proved_elsewhere(company, domain):
        raise Refused(_("This link is about a domain that is not the page’s any more."))
    _prove(company, ProofKind.MAIL, domain)
    note(company=company, member=by, what="proved", kind=ProofKind.MAIL.value, domain=domain)


@transaction.atomic
def prove_by_host(*, company: int) -> None:
    """The host gives their word that the page is the company's own."""
    _prove(company, ProofKind.HOST, "")
    note(company=company, member=None, what="host proved")


def _prove(company: int, kind: ProofKind, domain: str) -> None:
    now = clock.now()
    Proof.objects.update_or_create(
        company_id=company, kind=kind, defaults={"domain": domain, "proved": now, "checked": now}
    )
