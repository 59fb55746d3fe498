"""Python and the libraries."""

import importlib.metadata
import platform
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

import draht
from draht.config.doctor.findings import Finding, ok, wrong

_NEEDED = (3, 11)
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?\s*(.*)")
_CLAUSE = re.compile(r"(>=|<|==)\s*([0-9.]+)")


def python() -> Iterator[Finding]:
    """Whether this Python is new enough."""
    version = platform.python_version()
    if sys.version_info[:2] < _NEEDED:
        yield wrong(f"Python {version}", "Install Python 3.11 or newer and set Draht up again with it.")
    else:
        yield ok(f"Draht {draht.__version__} on Python {version}")


def libraries() -> Iterator[Finding]:
    """Whether everything that Draht needs is there, in a version that fits."""
    found = list(_misfits())
    yield from found
    if not found:
        yield ok("All libraries are there in the versions that Draht needs")


def _misfits() -> Iterator[Finding]:
    remedy = "Install Draht again; in a checkout: bin/setup run."
    for name, clauses in _requirements():
        try:
            version = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            yield wrong(f"The library {name} is missing", remedy)
            continue
        if not fits(version, clauses):
            yield wrong(f"The library {name} is {version}, but Draht needs {clauses}", remedy)


def fits(version: str, clauses: str) -> bool:
    """Whether a version keeps to clauses such as ">=5.2.8,<6"."""
    mine = _numbers(version)
    compare = {">=": lambda other: mine >= other, "<": lambda other: mine < other, "==": lambda other: mine == other}
    return all(compare[sign](_numbers(other)) for sign, other in _CLAUSE.findall(clauses))


def _numbers(version: str) -> tuple[int, ...]:
    release = re.match(r"[0-9.]+", version)
    return tuple(int(part) for part in release[0].split(".") if part) if release else ()


def _requirements() -> Iterator[tuple[str, str]]:
    """The libraries that Draht names, with their clauses; psycopg only if PostgreSQL is used."""
    for line in _declared():
        text, _, marker = line.partition(";")
        if "extra" in marker and not ("postgres" in marker and settings.DRAHT_DATABASE_URL):
            continue
        if match := _REQUIREMENT.match(text.strip()):
            yield match[1], match[2]


def _declared() -> list[str]:
    project = Path(draht.__file__).parents[1] / "pyproject.toml"
    if project.exists():
        declared = tomllib.loads(project.read_text())["project"]
        postgres = [f"{line}; extra == 'postgres'" for line in declared["optional-dependencies"]["postgres"]]
        return [*declared["dependencies"], *postgres]
    return importlib.metadata.requires("draht") or []
