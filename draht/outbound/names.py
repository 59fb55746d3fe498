"""What the domain name system says, asked of the resolver of this machine or of the one that the host names."""

from ipaddress import ip_address

import dns.exception
import dns.resolver
from django.conf import settings

from draht.outbound.reach import Address, Unreachable

_SECONDS = 5.0


def _resolver() -> dns.resolver.Resolver:
    named: str = settings.DRAHT_RESOLVER
    resolver = dns.resolver.Resolver(configure=not named)
    if named:
        host, _, port = named.rpartition(":") if named.count(":") == 1 or "]" in named else (named, "", "")
        resolver.nameservers = [host.strip("[]")]
        resolver.port = int(port or 53)
    resolver.lifetime = _SECONDS
    return resolver


def _ask(name: str, kind: str) -> dns.resolver.Answer | None:
    try:
        return _resolver().resolve(name, kind, search=False)
    except (dns.resolver.NoAnswer, dns.resolver.NXDOMAIN):
        return None
    except (dns.exception.DNSException, OSError, ValueError) as error:
        raise Unreachable(f"{kind} of {name}: {error}") from error


def texts_of(name: str) -> list[str]:
    """The TXT records of a name, each put together from its parts. Raises Unreachable if nobody could be asked."""
    found = _ask(name, "TXT")
    return [b"".join(record.strings).decode("utf-8", "replace") for record in found or ()]


def addresses_of(name: str) -> list[Address]:
    """The addresses of a host, IPv4 first: it is reached from everywhere. Raises Unreachable."""
    return [ip_address(record.to_text()) for kind in ("A", "AAAA") for record in _ask(name, kind) or ()]
