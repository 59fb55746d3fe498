"""Run every test that this machine allows, on each database, then the journeys in a browser; name what was skipped."""

import os
import subprocess
import sys
from collections.abc import Callable

from tests.chromium import find_chromium
from tests.postgres import find_postgres, throwaway_postgres

# One for each core of a small machine. The tests of a file stay together, because they share what is dear to build (a
# browser, the demo trade); files come in the order of collection, the slow ones first.
_TWO = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")


def _pytest(*arguments: str, **environment: str) -> bool:
    command = [sys.executable, "-m", "pytest", *arguments]
    # 5: none of the tests that were asked for is in this part.
    return subprocess.call(command, env={**os.environ, **environment}) in (0, 5)


def _on_sqlite(arguments: list[str]) -> bool:
    return _pytest(*_TWO, "-m", "not browser", *arguments)


def _on_postgres(arguments: list[str]) -> bool:
    with throwaway_postgres() as url:
        return _pytest(*_TWO, "-m", "not browser and not sqlite", *arguments, DRAHT_DATABASE_URL=url)


def _in_browser(arguments: list[str]) -> bool:
    return _pytest(*_TWO, "-m", "browser", *arguments)


def main() -> int:
    """0 when everything that ran passed and nothing that DRAHT_REQUIRE names was missing."""
    required = {word for word in os.environ.get("DRAHT_REQUIRE", "").split(",") if word}
    parts: list[tuple[str, Callable[[], bool], Callable[[list[str]], bool]]] = [
        ("sqlite", lambda: True, _on_sqlite),
        ("postgres", lambda: find_postgres() is not None, _on_postgres),
        ("chromium", lambda: find_chromium() is not None, _in_browser),
    ]
    passed, skipped = True, []
    for name, is_there, run in parts:
        if is_there():
            print(f"— tests: {name}", flush=True)
            passed = run(sys.argv[1:]) and passed
        else:
            skipped.append(name)
    for name in skipped:
        print(f"— skipped, not on this machine: {name}{' (required!)' if name in required else ''}")
    return 0 if passed and not required.intersection(skipped) else 1


if __name__ == "__main__":
    sys.exit(main())
