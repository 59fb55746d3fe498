"""How far Draht may reach, and that it could not."""

import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address

Address = IPv4Address | IPv6Address


class Unreachable(Exception):
    """Nothing could be had: the message says why, for logs; `is_refusal` that asking again would not help."""

    def __init__(self, message: str, *, is_refusal: bool = False) -> None:
        super().__init__(message)
        self.is_refusal = is_refusal


def is_public(address: Address) -> bool:
    """Whether an address belongs to the internet at large, not to this machine, its network or nobody."""
    inner = getattr(address, "ipv4_mapped", None) or address
    return bool(inner.is_global) and not inner.is_multicast


@dataclass(frozen=True)
class Reach:
    """Which addresses are asked, at which port, whose certificates are trusted, and how long all of it may take."""

    may_ask: Callable[[Address], bool] = is_public
    port: int = 443
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    seconds: float = 10


PUBLIC = Reach()
