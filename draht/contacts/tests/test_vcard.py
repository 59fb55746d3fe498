"""What the file of a business card promises (RFC 2426)."""

from datetime import UTC, datetime

import pytest

from draht.contacts import vcard
from draht.members.models import CardGroup, CardKind
from draht.members.queries import CardLine

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def line(kind: CardKind, value: str, *, label: str = "", private: bool = False, **parts: str) -> CardLine:
    group = CardGroup.PRIVATE if private else CardGroup.BUSINESS
    return CardLine(1, group, kind, label or str(kind.label), value, "", "info", value, parts)


def card(*fields: CardLine, last: str = "Vogt", employer: str = "Rheinseil AG") -> str:
    return vcard.card_of(
        uid="1@draht.example",
        first_name="Ines",
        last_name=last,
        employer=employer,
        title="Meisterin",
        fields=fields,
        revised=NOON,
        language="de",
    )


def test_it_writes_a_whole_card_in_version_three() -> None:
    assert card(line(CardKind.MAIL, "ines@mill.example")) == "\r\n".join(
        [
            "BEGIN:VCARD",
            "VERSION:3.0",
            "N:Vogt;Ines;;;",
            "FN:Ines Vogt",
            "UID:1@draht.example",
            "REV:2026-03-02T12:00:00Z",
            "EMAIL;TYPE=INTERNET,WORK:ines@mill.example",
            "ORG:Rheinseil AG",
            "TITLE:Meisterin",
            "END:VCARD",
            "",
        ]
    )


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (line(CardKind.PHONE, "+492371123456"), "TEL;TYPE=VOICE,WORK:+492371123456"),
        (line(CardKind.PHONE, "+492371123456;ext=12"), "TEL;TYPE=VOICE,WORK:+492371123456 ext. 12"),
        (line(CardKind.MOBILE, "+491712345678", private=True), "TEL;TYPE=CELL,HOME:+491712345678"),
        (line(CardKind.FAX, "+492371123457"), "TEL;TYPE=FAX,WORK:+492371123457"),
        (line(CardKind.WEB, "https://draht.example/a,b"), "URL:https://draht.example/a,b"),
        (line(CardKind.BIRTHDAY, "1983-05-19"), "BDAY:1983-05-19"),
        (line(CardKind.BIRTHDAY, "--05-19"), "NOTE:Birthday: --05-19"),
        (line(CardKind.OTHER, "Gate 3; ask for Ines", label="Visit"), "NOTE:Visit: Gate 3\\; ask for Ines"),
        (
            line(CardKind.ADDRESS, "x", street="Hüttenstr. 1, Tor 3", postcode="57072", city="Siegen", country="DE"),
            "ADR;TYPE=WORK:;;Hüttenstr. 1\\, Tor 3;Siegen;;57072;Deutschland",
        ),
        (
            line(CardKind.MESSENGER, "ines@mill.example", service="xmpp"),
            "IMPP;X-SERVICE-TYPE=xmpp;TYPE=WORK:xmpp:ines@mill.example",
        ),
    ],
)
def test_it_writes_each_kind_of_field(field: CardLine, expected: str) -> None:
    assert f"\r\n{expected}\r\n" in card(field)


def test_it_keeps_what_the_owner_calls_a_field() -> None:
    text = card(line(CardKind.PHONE, "+492371123456", label="Workshop"), line(CardKind.WEB, "https://x.example"))
    assert "item1.TEL;TYPE=VOICE,WORK:+492371123456\r\nitem1.X-ABLabel:Workshop\r\nURL:" in text


def test_it_lets_no_text_break_out_of_its_line() -> None:
    text = card(line(CardKind.OTHER, "one\r\nTEL:+49123\nEND:VCARD", label="a;b"), last="Vo\ngt;X", employer="A\\B")
    assert text.count("\r\nEND:VCARD\r\n") == 1
    assert "\nTEL" not in text
    assert "N:Vo\\ngt\\;X;Ines;;;" in text
    assert "ORG:A\\\\B" in text


def test_it_folds_long_lines_without_splitting_a_character() -> None:
    folded = vcard.fold("NOTE:" + "ü€x" * 60)
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == "NOTE:" + "ü€x" * 60
