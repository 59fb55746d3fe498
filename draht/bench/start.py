"""How quickly a fresh installation answers, and what it weighs."""

import os
import shutil
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from draht.bench.processes import free_port, pss_megabytes, running
from draht.bench.report import Figure

GOAL_MEGABYTES = 200
PATIENCE_SECONDS = 120


def _wait_until_well(port: int) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError("Draht did not come up.")


def fresh_installation() -> list[Figure]:
    """An empty installation on SQLite: two starts, and the memory of web, worker and the process that watches."""
    folder = Path(tempfile.mkdtemp(prefix="draht-bench-"))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DRAHT_")}
    figures = []
    try:
        for name in ("first start", "second start"):
            port = free_port()
            command = [sys.executable, "-m", "draht.config.up", "--empty", "--port", str(port)]
            began = time.perf_counter()
            with running(command, replace=environment | {"DRAHT_VAR": str(folder)}) as process:
                _wait_until_well(port)
                figures.append(Figure(f"{name}, until /health/ is well", time.perf_counter() - began, "s", ""))
                for page in ("/", "/account/login/"):
                    urllib.request.urlopen(f"http://127.0.0.1:{port}{page}", timeout=10).read()
                memory = pss_megabytes(process.pid)
        well = memory < GOAL_MEGABYTES
        figures.append(Figure("memory of everything (PSS)", memory, "MB", f"< {GOAL_MEGABYTES}", well))
    finally:
        shutil.rmtree(folder)
    return figures
