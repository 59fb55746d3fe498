"""What runs: web, worker, jobs, mail; and whether the pictures are where the database says."""

import json
import smtplib
import urllib.error
import urllib.request
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

import draht
from draht.config.doctor.findings import Finding, ok, warning, wrong
from draht.config.doctor.store import is_reachable
from draht.config.health import QUEUE_SECONDS
from draht.media import queries as media
from draht.outbox import queries as outbox

PATIENCE = 5
_PORT = 8000
_SAMPLE = 200


def web(port: int | None) -> Iterator[Finding]:
    """Whether Draht answers on this machine."""
    port = port or _port_of_address()
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/health/", headers={"Host": urlsplit(settings.DRAHT_ADDRESS).netloc}
    )
    try:
        with _open(request) as answer:
            yield from _health(port, answer.read(10_000))
    except urllib.error.HTTPError as error:
        yield from _health(port, error.read(10_000))
    except urllib.error.URLError as error:
        if isinstance(error.reason, ConnectionRefusedError):
            yield warning(f"Nothing answers on port {port}", "Start it: draht serve (or name its port: --port)")
        else:
            yield wrong(f"Port {port} does not answer: {error.reason}", "Restart draht serve.")
    except (OSError, ValueError) as error:
        yield wrong(f"Port {port} does not speak HTTP: {error}", "Another program has this port: draht serve --port.")


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Stay: another program may answer here."""


def _open(request: urllib.request.Request) -> "urllib.request._UrlopenRet":
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect)
    return opener.open(request, timeout=PATIENCE)


def _port_of_address() -> int:
    parts = urlsplit(settings.DRAHT_ADDRESS)
    return parts.port if parts.port and not settings.BEHIND_PROXY else _PORT


def _health(port: int, body: bytes) -> Iterator[Finding]:
    try:
        said = json.loads(body)
        version, database = said["version"], said["database"]
    except (ValueError, KeyError, TypeError):
        yield wrong(
            f"Something else answers on port {port}", "Stop it, or give Draht another port: draht serve --port."
        )
        return
    if version != draht.__version__:
        yield warning(f"Draht {version} still runs on port {port}", "Restart it after the update.")
    elif database != "ok":
        yield wrong(f"Draht answers on port {port}, but its database does not", "See its log.")
    else:
        yield ok(f"Draht answers on port {port}")


def worker() -> Iterator[Finding]:
    """Whether somebody does the jobs."""
    if not is_reachable():
        return
    alive, age = outbox.workers_alive(), outbox.queue_age()
    if not alive:
        seen = outbox.last_seen()
        since = f" since {timezone.localtime(seen):%Y-%m-%d %H:%M}" if seen else ""
        yield warning(f"No worker has shown itself{since}: no mail, no pictures, nothing by the clock", "draht work")
    elif age > QUEUE_SECONDS:
        yield warning(f"A job has been waiting for {age / 60:.0f} minutes", "Start another worker: draht work")
    else:
        yield ok(f"Workers: {alive}; the longest wait of a job is {age:.0f} s")


def jobs() -> Iterator[Finding]:
    """Whether jobs have failed for good."""
    if not is_reachable():
        return
    failed = outbox.counts()["failed"]
    if failed:
        yield warning(
            f"Jobs that failed for good: {failed:,}", "The host sees why at /host/jobs/ and can retry or drop."
        )
    else:
        yield ok("No job has failed for good")


def mail() -> Iterator[Finding]:
    """Whether the mail server lets Draht in. Nothing is sent."""
    if not settings.SMTP_HOST:
        if settings.DRAHT_DEVELOPMENT:
            yield ok("Mail is stored in the var folder and not sent")
        else:
            yield warning(
                "Mail is stored in the var folder and not sent: nobody can confirm an address", "Set DRAHT_SMTP_HOST."
            )
        return
    name = f"The mail server {settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    try:
        with smtplib.SMTP(settings.EMAIL_HOST, settings.EMAIL_PORT, timeout=PATIENCE) as server:
            if settings.EMAIL_USE_TLS:
                server.starttls()
            if settings.EMAIL_HOST_USER:
                server.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)
            server.noop()
    except smtplib.SMTPAuthenticationError:
        yield wrong(f"{name} refuses the user or the password", "Look at DRAHT_SMTP_USER and DRAHT_SMTP_PASSWORD.")
    except smtplib.SMTPNotSupportedError:
        yield wrong(
            f"{name} does not offer STARTTLS", "Set DRAHT_SMTP_TLS=0 if it is on this machine or in your own net."
        )
    except (OSError, smtplib.SMTPException) as error:
        yield wrong(
            f"{name} does not answer: {error}", "Look at DRAHT_SMTP_HOST and DRAHT_SMTP_PORT, and at firewalls."
        )
    else:
        yield ok(f"{name} lets Draht in")


def pictures() -> Iterator[Finding]:
    """Whether the newest pictures have their files."""
    if not is_reachable():
        return
    lost = media.without_file(newest=_SAMPLE)
    if lost:
        yield wrong(
            f"Of the newest {_SAMPLE} pictures, {len(lost)} have no file, for instance {lost[0]}",
            "Was media/ left out of a backup or a move? Restore it beside the database.",
        )
    else:
        yield ok("The newest pictures have their files")
