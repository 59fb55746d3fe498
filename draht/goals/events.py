"""What happened to goals."""

from dataclasses import dataclass

from draht.outbox import Event


@dataclass(frozen=True)
class ProfessionsNamed(Event):
    """`company` wants followers among other professions than before."""

    company: int
