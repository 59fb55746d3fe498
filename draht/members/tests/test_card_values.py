"""Contact details: typed in any way, kept in one form, shown in the local one."""

import pytest

from draht.common.refusal import Refused
from draht.members.card_values import normal, shown
from draht.members.models import CardKind

SIEGEN = {"street": "Eisenhüttenstraße 12", "postcode": "D-57074", "city": "Siegen", "country": "de"}
SHEFFIELD = {"street": "1 High St", "postcode": "s12he", "city": "Sheffield", "country": "GB"}
SPRINGFIELD = {"street": "1 High St", "postcode": "627011234", "city": "Springfield", "region": "IL", "country": "US"}


@pytest.mark.parametrize(
    ("kind", "typed", "value", "text", "href"),
    [
        (CardKind.PHONE, "0271 388490", "+49271388490", "0271 388490", "tel:+49271388490"),
        (CardKind.PHONE, "+49 (0) 271/38 84 90", "+49271388490", "0271 388490", "tel:+49271388490"),
        (CardKind.MOBILE, "0043 664 1234567", "+436641234567", "+43 664 1234567", "tel:+436641234567"),
        (CardKind.FAX, "0271 388490 x12", "+49271388490;ext=12", "0271 388490 ext. 12", "tel:+49271388490;ext=12"),
        (CardKind.MAIL, "Ada@Example.ORG", "Ada@example.org", "Ada@example.org", "mailto:Ada@example.org"),
        (CardKind.WEB, "example.org/ada", "https://example.org/ada", "example.org/ada", "https://example.org/ada"),
        (CardKind.WEB, "http://müller.de", "http://xn--mller-kva.de", "müller.de", "http://xn--mller-kva.de"),
        (CardKind.BIRTHDAY, "1983-05-19", "1983-05-19", "19 May 1983", ""),
        (CardKind.BIRTHDAY, "--02-29", "--02-29", "29 February", ""),
        (CardKind.OTHER, "  Tor 3,\u202e Halle 7 ", "Tor 3, Halle 7", "Tor 3, Halle 7", ""),
    ],
)
def test_it_keeps_one_normal_form(kind: CardKind, typed: str, value: str, text: str, href: str) -> None:
    found = normal(kind, typed, {})
    assert found.value == value
    assert shown(kind, found.value, found.parts, "en") == (text, href)


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        (SIEGEN, "Eisenhüttenstraße 12\n57074 Siegen"),
        (SHEFFIELD, "1 High St\nSheffield\nS1 2HE\nVereinigtes Königreich"),
        (SPRINGFIELD, "1 High St\nSpringfield, IL 62701-1234\nVereinigte Staaten"),
        (
            {"street": "Ringstraße 1", "postcode": "A-1010", "city": "Wien", "country": "AT"},
            "Ringstraße 1\n1010 Wien\nÖsterreich",
        ),
        ({"city": "Warszawa", "postcode": "00950", "country": "PL"}, "00-950 Warszawa\nPolen"),
        (
            {"street": "Dam 1", "city": "Amsterdam", "postcode": "1012js", "country": "NL"},
            "Dam 1\n1012 JS Amsterdam\nNiederlande",
        ),
    ],
)
def test_it_writes_addresses_as_their_country_does(parts: dict[str, str], lines: str) -> None:
    found = normal(CardKind.ADDRESS, "", parts)
    assert shown(CardKind.ADDRESS, found.value, found.parts, "de").text == lines


@pytest.mark.parametrize(
    ("kind", "typed", "parts", "field"),
    [
        (CardKind.PHONE, "12", {}, "value"),
        (CardKind.PHONE, "call me", {}, "value"),
        (CardKind.MAIL, "ada@", {}, "value"),
        (CardKind.MAIL, "", {}, "value"),
        (CardKind.WEB, "javascript:alert(1)", {}, "value"),
        (CardKind.WEB, "ftp://example.org", {}, "value"),
        (CardKind.WEB, "https://bank.example@evil.example/", {}, "value"),
        (CardKind.BIRTHDAY, "1983-02-30", {}, "day"),
        (CardKind.BIRTHDAY, "2190-01-01", {}, "year"),
        (CardKind.BIRTHDAY, "1883-01-01", {}, "year"),
        (CardKind.ADDRESS, "", {**SIEGEN, "postcode": "5707"}, "postcode"),
        (CardKind.ADDRESS, "", {**SIEGEN, "city": " "}, "city"),
        (CardKind.ADDRESS, "", {**SIEGEN, "country": "XX"}, "country"),
        (CardKind.MESSENGER, "ada", {"service": "icq"}, "service"),
        (CardKind.MESSENGER, "ada", {"service": "matrix"}, "value"),
        (CardKind.OTHER, "x" * 401, {}, "value"),
    ],
)
def test_it_refuses_what_cannot_be_and_names_the_field(
    kind: CardKind, typed: str, parts: dict[str, str], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        normal(kind, typed, parts)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("service", "typed", "text", "href"),
    [
        ("threema", "ab4zcdef", "Threema: AB4ZCDEF", "https://threema.id/AB4ZCDEF"),
        ("telegram", "@ada_lindner", "Telegram: ada_lindner", "https://t.me/ada_lindner"),
        ("matrix", "@ada:wire.example", "Matrix: @ada:wire.example", "https://matrix.to/#/@ada:wire.example"),
        ("whatsapp", "0170 1234567", "WhatsApp: 0170 1234567", "https://wa.me/491701234567"),
        ("signal", "0170 1234567", "Signal: 0170 1234567", "https://signal.me/#p/+491701234567"),
        ("xmpp", "ada@wire.example", "XMPP: ada@wire.example", ""),
    ],
)
def test_it_knows_the_messengers(service: str, typed: str, text: str, href: str) -> None:
    found = normal(CardKind.MESSENGER, typed, {"service": service})
    assert shown(CardKind.MESSENGER, found.value, found.parts, "en") == (text, href)
