"""How the right to a page was shown."""

from datetime import datetime
from typing import NamedTuple

from draht.companies.models import Proof, ProofKind


class ProofLine(NamedTuple):
    """A proof that holds (`proved`), was looked for in vain (`fault`), or is to be looked for."""

    kind: ProofKind
    domain: str
    record: str
    proved: datetime | None
    checked: datetime | None
    fault: str


def proofs_of(company: int) -> dict[str, ProofLine]:
    """All there is about the right to the page, by kind."""
    rows = Proof.objects.filter(company=company).values_list("kind", "domain", "record", "proved", "checked", "fault")
    found = {row[0]: ProofLine(ProofKind(row[0]), *row[1:]) for row in rows}
    return {kind.value: found[kind.value] for kind in ProofKind if kind.value in found}


def proofs_to_look_at(*, before: datetime) -> list[tuple[int, str]]:
    """Company and kind of proofs that hold and at which nobody has looked since `before`."""
    kinds = (ProofKind.DNS, ProofKind.FILE)
    rows = Proof.objects.filter(kind__in=kinds, checked__lt=before).exclude(proved=None)
    return list(rows.values_list("company_id", "kind"))
