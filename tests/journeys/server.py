"""Draht as a host runs it: prepared, served by granian, with a worker, in a folder that is gone afterwards."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from typing import TypeVar

from draht.outbound.tests.servers import Zone

T = TypeVar("T")
START_SECONDS, ANSWER_SECONDS, STOP_SECONDS = 30, 15, 10
DRAHT = [sys.executable, "-m", "draht.config.command"]
LINK = re.compile(r"https?://\S+")


def wait_for(look: Callable[[], T | None], *, seconds: float, what: str) -> T:
    """What `look` finds, as soon as it finds something."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := look():
            return found
        time.sleep(0.05)
    raise AssertionError(f"{what} did not come within {seconds} seconds")


@dataclass(frozen=True)
class Server:
    """A running Draht."""

    address: str
    environment: dict[str, str]
    # What its name server answers; stories add to it.
    zone: Zone

    @property
    def var(self) -> Path:
        """The folder of its data."""
        return Path(self.environment["DRAHT_VAR"])

    def settle(self, story: str) -> dict[str, dict[str, str]]:
        """Let people with this last name live here: by first name, their email, name and handle. See `people.py`."""
        found: dict[str, dict[str, str]] = json.loads(self.runs("tests.journeys.people", story))
        return found

    def runs(self, module: str, *arguments: str) -> str:
        """What a program beside the server prints."""
        command = [sys.executable, "-m", module, *arguments]
        answer = subprocess.run(command, env=self.environment, check=False, capture_output=True, text=True)
        assert answer.returncode == 0, answer.stderr
        return answer.stdout

    def mails_about(self, words: str) -> bool:
        """Whether a mail with these words was sent."""
        mails = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in self.var.glob("mail/*")]
        return any(words in body.get_content() for mail in mails if (body := mail.get_body(("plain",))))

    def link_in_mail(self, to: str) -> str:
        """The first link of the newest mail to this address, as soon as the worker has sent it."""
        return wait_for(lambda: self._link(to), seconds=ANSWER_SECONDS, what=f"a mail to {to}")

    def _link(self, to: str) -> str | None:
        for path in sorted(self.var.glob("mail/*"), key=lambda path: path.stat().st_mtime, reverse=True):
            mail = message_from_bytes(path.read_bytes(), policy=policy.default)
            body = mail.get_body(("plain",))
            if to in str(mail["To"]) and body and (link := LINK.search(body.get_content())):
                return link[0]
        return None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_well(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/health/", timeout=2) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except OSError:
        return False


@contextmanager
def running(zone: Zone, resolver: str, migrated: Path) -> Iterator[Server]:
    """An empty Draht that serves and works; `migrated` is its database."""
    folder, port = Path(tempfile.mkdtemp(prefix="draht-journey-")), _free_port()
    address = f"http://localhost:{port}"
    own = {name: value for name, value in os.environ.items() if not name.startswith(("DRAHT_", "DJANGO_"))}
    environment = own | {
        "DRAHT_VAR": str(folder),
        "DRAHT_DEVELOPMENT": "1",
        "DRAHT_ADDRESS": address,
        "DRAHT_RESOLVER": resolver,
        "DJANGO_SETTINGS_MODULE": "draht.config.settings",
    }
    log = (folder / "log").open("wb")
    children: list[subprocess.Popen[bytes]] = []
    try:
        shutil.copy(migrated, folder / "draht.sqlite3")
        subprocess.run([*DRAHT, "prepare"], env=environment, check=True, stdout=log, stderr=log)
        for command in (["serve", "--port", str(port)], ["work"]):
            child = subprocess.Popen(
                [*DRAHT, *command], env=environment, stdout=log, stderr=log, start_new_session=True
            )
            children.append(child)
        wait_for(lambda: _is_well(address), seconds=START_SECONDS, what="the server")
        yield Server(address, environment, zone)
        troubles = [
            line for line in (folder / "log").read_text().splitlines() if line.startswith(("ERROR", "CRITICAL"))
        ]
        assert not troubles, "\n".join(troubles)
    finally:
        for child in children:
            child.terminate()
        for child in children:
            child.wait(STOP_SECONDS)
        log.close()
        shutil.rmtree(folder, ignore_errors=True)
