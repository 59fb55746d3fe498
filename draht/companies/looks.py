"""The job that looks for a proof. Not in `tasks.py`, because actions enqueue it."""

from django_tasks import task

from draht.companies.models import Proof, ProofKind
from draht.companies.proofs import FILE_PATH, Fault, holds
from draht.outbound import Unreachable, fetch, texts_of


@task
def look_for_proof(company: int, kind: str) -> None:
    """Ask the DNS or the website of a company whether its line is there, and write down what was found."""
    from draht.companies import actions

    proof = Proof.objects.filter(company=company, kind=kind).first()
    if proof is not None:
        fault = _fault(proof)
        actions.record_look(company=company, kind=ProofKind(kind), domain=proof.domain, fault=fault)


def _fault(proof: Proof) -> Fault | None:
    try:
        found = _lines(proof)
    except Unreachable as error:
        return Fault.MISSING if error.is_refusal else Fault.UNREACHABLE
    return None if holds(found, proof.record) else Fault.MISSING


def _lines(proof: Proof) -> list[str]:
    if proof.kind == ProofKind.DNS:
        return texts_of(proof.domain)
    return fetch(f"https://{proof.domain}{FILE_PATH}").decode("utf-8", "replace").splitlines()
