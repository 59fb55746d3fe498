"""What is found in a text, and what a trade writes every day without a hint."""

import pytest

from draht.hints.finding import hints_in
from draht.hints.models import HintKind

FOUND = {
    HintKind.IBAN: [
        "Bitte auf DE89 3704 0044 0532 0130 00 überweisen.",
        "DE89370400440532013000",
        "IBAN AT61 1904 3002 3457 3201 DANKE",
        "Konto: CH93 0076 2011 6238 5295 7.",
        "Pay to GB82 WEST 1234 5698 7654 32, please.",
        "NL91 ABNA 0417 1643 00",
    ],
    HintKind.PHONE: [
        "Rufen Sie Frau Berg an: 0171 2345678.",
        "+49 271 1234567",
        "Tel. 0271 / 123 45 67, nach zehn",
        "Seine Nummer ist 0043 1 5880012.",
        "mobile +41 79 123 45 67",
        "(02351) 180 44 55 ist seine Durchwahl",
    ],
    HintKind.MAIL: [
        "Schreiben Sie an k.berg@kunde.example.",
        "uwe+draht@firma.example hat zugesagt",
        "Mail to nobody@sub.domain.example, please.",
    ],
    HintKind.BIRTH: [
        "Frau Berg, geb. 12.03.1968, ist in Elternzeit.",
        "geboren am 1. März 1971 in Altena",
        "born on 12 March 1968",
        "Geburtsdatum: 1968-03-12",
        "date of birth: 3 May 1990",
    ],
    HintKind.INTERNAL: [
        "Streng vertraulich: das neue Werk",
        "Nur für den internen Gebrauch!",
        "confidential draft of the price list",
        "For internal use: the new shifts",
        "Bitte nicht weiterleiten.",
        "Das ist unser Einkaufspreis.",
        "Aus der internen Kalkulation abgeschrieben",
        "Not for publication.",
        "Passwort: Kupfer123",
        "our profit margin is thin",
    ],
}
PASS = [
    "Federdraht SH nach DIN EN 10270-1, 0,5 bis 4 mm, Charge 0271 1234567",
    "ISO 15630-1:2019, Nr. 02351180",
    "Bestellung 4500123456, Artikel 0 815 4711 23",
    "3,5 t in KW 12, Termin 12.03.2026, 07:30–16:15",
    "Kupfer bei 8.412,50 €/t, Zink bei 2.690",
    "@nele-drexler hat recht. Danke an alle.",
    "Interne Schulungen machen wir freitags, die interne Lunkerprüfung auch.",
    "Das Passwort für gute Laune ist Kaffee.",
    "Marge? Im Drahthandel wenig.",
    "Wir sind 1968 gegründet, geboren in Altena.",
    "DE10 und DE20 sind unsere Ziehlinien.",
    "Der Einkaufspreis steht im Vertrag.",
    "HRB 12077, USt-IdNr. DE123456789",
    "1.000.000 m in 24 Stunden, 40 m/s",
    "EN 50575, CPR B2ca-s1a,d1,a1",
]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FOUND.items() for text in texts])
def test_it_finds_what_should_be_asked_about(kind: HintKind, text: str) -> None:
    assert kind in {hint.kind for hint in hints_in(text, region="DE")}


@pytest.mark.parametrize("text", PASS)
def test_the_words_of_a_trade_pass(text: str) -> None:
    assert hints_in(text, region="DE") == []


def test_a_company_watches_its_own_words() -> None:
    hints = hints_in("Das Projekt nordlicht, der Stand des Nordlichts, Nordlichter", region="DE", watched=["Nordlicht"])
    assert [hint.found for hint in hints] == ["nordlicht", "Nordlichts", "Nordlichter"]


def test_what_is_always_public_is_not_asked_about() -> None:
    text = "Zentrale: 0271 1234567 und info@draht.example"
    known = ["+49 271 1234567", "0271/1234567", "INFO@draht.example"]
    assert hints_in(text, region="DE", known=known) == []
