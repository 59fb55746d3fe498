"""How a figure is told: beside its limit, from the same run."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """One measured figure. `limit` is what it is held against: a goal, or a rival in the same run."""

    name: str
    value: float
    unit: str
    limit: str
    well: bool | None = None

    def __str__(self) -> str:
        verdict = {True: "reached", False: "NOT reached", None: ""}[self.well]
        return f"  {self.name:<58} {self.value:>10,.2f} {self.unit:<12} {self.limit:<34} {verdict}"


def as_json(figures: list[Figure]) -> str:
    """All figures for a machine."""
    return json.dumps([asdict(figure) for figure in figures], indent=1)


def percentile(values: list[float], share: float) -> float:
    """The value below which this share of `values` lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
