"""Other processes while they are measured: started, watched through /proc, ended."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DRAHT = [sys.executable, "-m", "draht.config.command"]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def family(pid: int) -> list[int]:
    """This process and all that it has started."""
    children = [
        int(child) for task in Path(f"/proc/{pid}/task").glob("*/children") for child in task.read_text().split()
    ]
    return [pid, *(member for child in children for member in family(child))]


def cpu_seconds(pid: int) -> float:
    """CPU time that a process and all that it has started have used so far."""
    ticks = 0
    for member in family(pid):
        fields = Path(f"/proc/{member}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def pss_megabytes(pid: int) -> float:
    """Memory of a process and all that it has started; what is shared is counted by shares."""
    kilobytes = 0
    for member in family(pid):
        lines = Path(f"/proc/{member}/smaps_rollup").read_text().splitlines()
        kilobytes += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return kilobytes / 1024


@contextmanager
def running(command: list[str], *, replace: dict[str, str] | None = None) -> Iterator["subprocess.Popen[bytes]"]:
    """A process in a session of its own, ended afterwards. `replace` is its environment, if not this one."""
    process = subprocess.Popen(command, env=replace, start_new_session=True, stdout=sys.stderr)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wait_for_port(port: int, *, seconds: float = 60) -> None:
    """Return when somebody listens."""
    until = time.monotonic() + seconds
    while True:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
