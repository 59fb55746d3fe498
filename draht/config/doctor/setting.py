"""Settings that contradict each other. Values that cannot be read at all stop Draht before any command."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings

from draht.config.doctor.findings import Finding, ok, warning, wrong

_LOCAL = ("localhost", "127.0.0.1", "::1")
_SHORTEST_KEY = 32


def contradictions() -> Iterator[Finding]:
    """What does not go together."""
    found = [*_address(), *_safety(), *_mail()]
    yield from found
    if not found:
        yield ok(f"Settings: {settings.DRAHT_ADDRESS}, sign-up {settings.DRAHT_SIGN_UP}")


def _is_public() -> bool:
    return urlsplit(settings.DRAHT_ADDRESS).hostname not in _LOCAL


def _address() -> Iterator[Finding]:
    address = settings.DRAHT_ADDRESS
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/"):
        yield wrong(
            f"DRAHT_ADDRESS={address} is not the address of a front page",
            "Write it as https://draht.example.org, without a path.",
        )
        return
    if not _is_served(parts.hostname):
        yield wrong(
            f"DRAHT_HOSTS does not contain {parts.hostname}, so Draht refuses what comes to its own address",
            f"Set DRAHT_HOSTS={','.join([parts.hostname, *settings.ALLOWED_HOSTS])}",
        )
    if "*" in settings.ALLOWED_HOSTS:
        yield wrong("DRAHT_HOSTS=* answers under any name, and mail could link to it", "Name your hosts.")
    if _is_public() and parts.scheme == "http":
        yield wrong(
            f"DRAHT_ADDRESS={address} is public but not encrypted",
            "Put a reverse proxy with HTTPS before Draht (docs/running/proxy.md) and write https://.",
        )
    if parts.scheme == "https" and not settings.BEHIND_PROXY:
        yield wrong(
            "DRAHT_ADDRESS begins with https://, but Draht does not know of the proxy: forms will be refused",
            "Set DRAHT_BEHIND_PROXY=1 if your proxy sets X-Forwarded-Proto and X-Forwarded-For.",
        )
    if parts.scheme == "http" and settings.BEHIND_PROXY:
        yield wrong(
            "DRAHT_BEHIND_PROXY=1 implies HTTPS, but DRAHT_ADDRESS begins with http://: nobody stays signed in",
            "Write https:// in DRAHT_ADDRESS, or set DRAHT_BEHIND_PROXY=0.",
        )


def _is_served(host: str) -> bool:
    names = [f"[{host}]" if ":" in host else host, "*"]
    return any(
        allowed in names or (allowed.startswith(".") and f".{host}".endswith(allowed))
        for allowed in settings.ALLOWED_HOSTS
    )


def _safety() -> Iterator[Finding]:
    if settings.DRAHT_DEVELOPMENT and _is_public():
        yield wrong(
            "DRAHT_DEVELOPMENT=1 lets anybody sign in as anybody of the demo trade and read all mail",
            "Set DRAHT_DEVELOPMENT=0 wherever others can reach Draht.",
        )
    if len(settings.SECRET_KEY) < _SHORTEST_KEY:
        yield wrong(
            f"DRAHT_SECRET_KEY has fewer than {_SHORTEST_KEY} characters and can be guessed",
            "Leave it empty: Draht makes one and keeps it in the var folder.",
        )


def _mail() -> Iterator[Finding]:
    if settings.SMTP_HOST and settings.DEFAULT_FROM_EMAIL.rstrip(">").endswith("@localhost"):
        yield warning(
            f"DRAHT_MAIL_FROM={settings.DEFAULT_FROM_EMAIL} is no address that others can answer to",
            "Set it to an address of your domain, such as Draht <draht@example.org>.",
        )
