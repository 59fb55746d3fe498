"""A small load generator: some connections kept alive, each asks again as soon as it was answered.

Plain sockets, because a client library would cost more than the measured pages. Bounded in time, loopback only.
"""

import socket
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle

CONNECTIONS = 4


@dataclass(frozen=True)
class Load:
    """What came of it. `latencies` in seconds, sorted."""

    requests: int
    seconds: float
    latencies: list[float]

    @property
    def per_second(self) -> float:
        """Answered requests per second."""
        return self.requests / self.seconds

    def percentile(self, share: float) -> float:
        """The latency in milliseconds below which this share of the requests was answered."""
        return self.latencies[min(len(self.latencies) - 1, int(len(self.latencies) * share))] * 1000


class UnexpectedAnswer(Exception):
    """The server said something other than 200: a benchmark of errors measures nothing."""


def _request(path: str, cookie: str) -> bytes:
    cookies = f"Cookie: draht={cookie}\r\n" if cookie else ""
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: en\r\n{cookies}\r\n".encode()


def _answer(connection: socket.socket) -> None:
    """Read one whole answer."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += _more(connection)
    head, body = data.split(b"\r\n\r\n", 1)
    if not head.startswith(b"HTTP/1.1 200"):
        raise UnexpectedAnswer(head.split(b"\r\n", 1)[0].decode())
    length = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
    missing = length - len(body)
    while missing > 0:
        missing -= len(_more(connection))


def _more(connection: socket.socket) -> bytes:
    data = connection.recv(262_144)
    if not data:
        raise UnexpectedAnswer("the server hung up")
    return data


def _ask(port: int, requests: Iterator[bytes], until: float, latencies: list[float], faults: list[Exception]) -> None:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while (began := time.perf_counter()) < until:
                connection.sendall(next(requests))
                _answer(connection)
                latencies.append(time.perf_counter() - began)
    except (OSError, UnexpectedAnswer) as fault:
        faults.append(fault)


def measure(port: int, path: str, *, cookies: Sequence[str] = ("",), seconds: float) -> Load:
    """Ask for `path` for so many seconds, in turn with each of these session cookies."""
    requests = [_request(path, cookie) for cookie in cookies]
    latencies: list[list[float]] = [[] for _ in range(CONNECTIONS)]
    faults: list[Exception] = []
    began = time.perf_counter()
    threads = [
        threading.Thread(
            target=_ask,
            args=(port, cycle(requests[start::CONNECTIONS] or requests), began + seconds, latencies[start], faults),
        )
        for start in range(CONNECTIONS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]
    everything = sorted(latency for some in latencies for latency in some)
    return Load(len(everything), time.perf_counter() - began, everything)
