"""What Draht asks of other machines, and what it refuses to."""

import ssl
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

import pytest
from pytest_django import Settings

from draht.outbound import Reach, Unreachable, fetch, texts_of
from draht.outbound.reach import is_public
from draht.outbound.tests.servers import Zone, name_server, web_server

HOST = "rheinseil.example"
ANSWERS = {
    "/small": (200, b"draht"),
    "/large": (200, b"x" * 2000),
    "/elsewhere": (302, b"https://127.0.0.1/"),
    "/slow": (0, b""),
}


@pytest.fixture
def zone(settings: Settings) -> Iterator[Zone]:
    zone: Zone = {(HOST, "A"): ["127.0.0.1"], (HOST, "TXT"): ['"draht=" "one"', '"v=spf1 -all"']}
    with name_server(zone) as address:
        settings.DRAHT_RESOLVER = address
        yield zone


@pytest.fixture
def near(zone: Zone, tmp_path: Path) -> Iterator[Reach]:
    """As far as our own web server, which the real reach would refuse."""
    with web_server(tmp_path, HOST, ANSWERS) as (port, certificate):
        trust = ssl.create_default_context(cafile=str(certificate))
        yield Reach(may_ask=lambda address: address.is_loopback, port=port, trust=trust, seconds=1)


def test_it_reads_the_texts_of_a_name(zone: Zone) -> None:
    assert sorted(texts_of(HOST)) == ["draht=one", "v=spf1 -all"]  # DNS promises no order
    assert texts_of("nobody.example") == []


def test_it_says_when_nobody_can_be_asked(settings: Settings) -> None:
    settings.DRAHT_RESOLVER = "127.0.0.1:1"
    with pytest.raises(Unreachable):
        texts_of(HOST)


def test_it_fetches_a_small_file(near: Reach) -> None:
    assert fetch(f"https://{HOST}/small", reach=near) == b"draht"


@pytest.mark.parametrize(("path", "why"), [("large", "larger"), ("elsewhere", "302"), ("missing", "404")])
def test_it_takes_nothing_else(near: Reach, path: str, why: str) -> None:
    with pytest.raises(Unreachable, match=why):
        fetch(f"https://{HOST}/{path}", reach=near, longest=1000)


def test_it_does_not_wait_for_long(near: Reach) -> None:
    with pytest.raises(Unreachable):
        fetch(f"https://{HOST}/slow", reach=near)


def test_it_asks_nobody_on_this_side_of_the_internet(zone: Zone) -> None:
    with pytest.raises(Unreachable, match="asks nobody"):
        fetch(f"https://{HOST}/small")
    zone[HOST, "A"] = ["93.184.215.14", "10.0.0.1"]
    with pytest.raises(Unreachable, match="asks nobody"):
        fetch(f"https://{HOST}/small")


@pytest.mark.parametrize(
    "address", ["http://{}/", "https://{}:8443/", "https://me@{}/", "file:///etc/passwd", "https:///x"]
)
def test_it_asks_over_plain_https_only(address: str) -> None:
    with pytest.raises(Unreachable, match="plain https"):
        fetch(address.format(HOST))


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("::ffff:10.0.0.1", False),
        ("fd00::1", False),
        ("192.168.1.1", False),
    ],
)
def test_it_knows_public_addresses(address: str, public: bool) -> None:
    assert is_public(ip_address(address)) is public
