"""What a check says."""

from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """How bad it is. Only what is wrong fails the command."""

    OK = "ok"
    WARNING = "warning"
    WRONG = "wrong"


class Finding(NamedTuple):
    """One line: what was found, and what to do."""

    verdict: Verdict
    found: str
    remedy: str = ""

    def __str__(self) -> str:
        remedy = f" → {self.remedy}" if self.remedy else ""
        return f"{self.verdict:8} {self.found}{remedy}"


def ok(found: str) -> Finding:
    """All is well."""
    return Finding(Verdict.OK, found)


def warning(found: str, remedy: str) -> Finding:
    """It works, but not as it should."""
    return Finding(Verdict.WARNING, found, remedy)


def wrong(found: str, remedy: str) -> Finding:
    """It does not work, or is not safe."""
    return Finding(Verdict.WRONG, found, remedy)
