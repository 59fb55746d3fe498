"""Everything in the foreground, for bin/run: prepare, then web and worker, until ctrl-c or until one of them ends.

Knows no Django, so that the process that only watches stays small.
"""

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import FrameType

STOP_SECONDS = 15
DRAHT = [sys.executable, "-m", "draht.config.command"]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/run", description="Set up and start Draht on this machine.")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on, loopback only (default: 8000)")
    parser.add_argument("--fresh", action="store_true", help="throw the var folder's database and uploads away first")
    parser.add_argument("--empty", action="store_true", help="do not build the demo trade in a new database")
    parser.add_argument("--language", choices=("en", "de"), default="en", help="language of the demo trade")
    return parser.parse_args()


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _throw_away(var: Path) -> None:
    if os.environ.get("DRAHT_DATABASE_URL"):
        sys.exit("--fresh only throws away SQLite; empty your PostgreSQL database yourself.")
    for path in (*var.glob("draht.sqlite3*"), var / "media", var / "mail"):
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def _is_answering(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/health/", timeout=2) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except OSError:
        return False


def _stop(children: list["subprocess.Popen[bytes]"]) -> None:
    for child in children:
        if child.poll() is None:
            child.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + STOP_SECONDS
    for child in children:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()


def _interrupt(signum: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def main() -> int:
    """Start everything; the exit code is 0 after ctrl-c and 1 when a part ended by itself."""
    arguments = _arguments()
    var = Path(os.environ.setdefault("DRAHT_VAR", "var"))
    address = f"http://localhost:{arguments.port}"
    os.environ.setdefault("DRAHT_DEVELOPMENT", "1")
    os.environ.setdefault("DRAHT_ADDRESS", address)
    os.environ.setdefault("DRAHT_LANGUAGE", arguments.language)
    if not _is_free(arguments.port):
        sys.exit(f"Port {arguments.port} is taken. Choose another one: bin/run --port {arguments.port + 1}")
    if arguments.fresh:
        _throw_away(var)
    prepare = [*DRAHT, "prepare", *([] if arguments.empty else ["--demo", arguments.language])]
    signal.signal(signal.SIGTERM, _interrupt)
    children: list[subprocess.Popen[bytes]] = []
    try:
        if code := subprocess.call(prepare):
            return code
        commands = (["serve", "--port", str(arguments.port)], ["work"])
        children += [subprocess.Popen([*DRAHT, *command], start_new_session=True) for command in commands]
        while not _is_answering(address):
            if any(child.poll() is not None for child in children):
                return 1
            time.sleep(0.1)
        print(f"\n  Draht is running at {address}/   (ctrl-c stops it)")
        print(f"  Sign in: {address}/account/login/")
        print(f"  Mail that Draht sends: {address}/dev/mail/\n", flush=True)
        while all(child.poll() is None for child in children):
            time.sleep(0.5)
    except KeyboardInterrupt:
        print("\nStopping …", flush=True)
        return 0
    else:
        print("A part of Draht has ended by itself; stopping the rest.", file=sys.stderr)
        return 1
    finally:
        _stop(children)


if __name__ == "__main__":
    sys.exit(main())
