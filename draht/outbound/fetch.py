"""One small file over HTTPS, from nowhere but where it was asked for.

The name is looked up once and the connection made to the very address that was checked, so that a name that answers
differently the second time leads nowhere else. Redirects are not followed.
"""

import http.client
import socket
import ssl
from contextlib import suppress
from threading import Event, Timer
from urllib.parse import urlsplit

from draht.outbound.names import addresses_of
from draht.outbound.reach import PUBLIC, Address, Reach, Unreachable

LONGEST = 64 * 1024
_AGENT = "Draht (checks that a page belongs to this domain)"


def fetch(address: str, *, reach: Reach = PUBLIC, longest: int = LONGEST) -> bytes:
    """The content behind an https address without port, user or fragment. Raises Unreachable.

    Refuses what lies in a private network, is larger than `longest` bytes, takes longer than `reach.seconds`, or leads
    on to another address.
    """
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname or parts.netloc != parts.hostname or parts.fragment:
        raise Unreachable(f"{address} is no plain https address", is_refusal=True)
    host = parts.hostname
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection = http.client.HTTPConnection(host)
    try:
        connection.sock = _connect(host, _checked(host, reach), reach)
        return _read(connection, path, reach, longest)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Unreachable(f"{address}: {error}") from error
    finally:
        connection.close()


def _checked(host: str, reach: Reach) -> Address:
    """The address of a host. One that is not to be asked among several is reason enough to ask none."""
    found = addresses_of(host)
    if not found:
        raise Unreachable(f"{host} has no address")
    if not all(map(reach.may_ask, found)):
        raise Unreachable(f"{host} lies where Draht asks nobody", is_refusal=True)
    return found[0]


def _connect(host: str, address: Address, reach: Reach) -> ssl.SSLSocket:
    plain = socket.create_connection((str(address), reach.port), timeout=reach.seconds)
    try:
        return reach.trust.wrap_socket(plain, server_hostname=host)
    except BaseException:
        plain.close()
        raise


def _read(connection: http.client.HTTPConnection, path: str, reach: Reach, longest: int) -> bytes:
    # A timeout of the socket begins anew with every byte; this one does not.
    is_late = Event()
    over = Timer(reach.seconds, _hang_up, [connection.sock, is_late])
    over.daemon = True
    over.start()
    try:
        headers = {"User-Agent": _AGENT, "Accept-Encoding": "identity", "Connection": "close"}
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        if answer.status != http.HTTPStatus.OK:
            raise Unreachable(f"{connection.host}{path} answers {answer.status}", is_refusal=300 <= answer.status < 400)
        content = answer.read(longest + 1)
    finally:
        over.cancel()
    if is_late.is_set():  # what was read until then looks like the whole
        raise Unreachable(f"{connection.host}{path} takes longer than {reach.seconds} s")
    if len(content) > longest:
        raise Unreachable(f"{connection.host}{path} is larger than {longest} bytes", is_refusal=True)
    return content


def _hang_up(sock: socket.socket, is_late: Event) -> None:
    is_late.set()
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
