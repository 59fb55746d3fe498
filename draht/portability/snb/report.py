"""What a run says: progress bars, every bad row, and a summary."""

from collections import Counter
from typing import TextIO

from tqdm import tqdm


class Report:
    """Counts what came in and names what did not."""

    def __init__(self, *, out: TextIO, quiet: bool = False) -> None:
        self.out = out
        self.quiet = quiet
        self.loaded: Counter[str] = Counter()
        self.known: Counter[str] = Counter()
        self.problems = 0

    def bar(self, name: str, size: int) -> "tqdm[None]":
        """A progress bar over the bytes of a file; silent when nobody watches."""
        return tqdm(
            total=size,
            desc=f"{name:42}",
            unit="B",
            unit_scale=True,
            file=self.out,
            disable=self.quiet or not self.out.isatty(),
            mininterval=0.2,
        )

    def problem(self, place: object, reason: str) -> None:
        """Name a row that is left out, or what of it is."""
        self.problems += 1
        tqdm.write(f"{place}: {reason}", file=self.out)

    def lines(self) -> list[str]:
        """The summary: what came in now, what had come in before, what was left out."""
        kinds = dict.fromkeys([*self.loaded, *self.known])
        lines = [f"{kind:12} {self.loaded[kind]:>9,} loaded {self.known[kind]:>9,} there before" for kind in kinds]
        return [*lines, f"Left out: {self.problems:,}, each named above." if self.problems else "Nothing was left out."]
