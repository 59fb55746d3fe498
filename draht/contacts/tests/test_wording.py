"""What a request may and may not say."""

import pytest

from draht.contacts.wording import Carried, carried_by

PASS = [
    "",
    "Wir haben uns auf der wire 2026 am Stand 10B22 über Ziehsteine unterhalten.",
    "DIN EN 10270-1, 0,15 mm 2024",
    "DIN EN 10270-1:2017-09 und EN 10264-2:2012",
    "Federstahldraht SH 0,80 mm, 1.4310, Charge 471108, 12 t pro Monat",
    "Preis 1.250,00 EUR/t, Kupfer LME 9.412 USD, Zuschlag 2,35 %",
    "Copper at 9,412.50 USD per tonne, premium 120-150, delivery 03/2026",
    "We met at wire on 13.04.2026 at 14:30, hall 11, booth A42.",
    "Treffen am 2026-05-12 um 10:00 Uhr in Halle 9, Stand 9A38-2",
    "Ihr Vortrag war gut.Es ging um Patentieren bei 560 °C und 1.800 N/mm².",
    "I liked your talk.It was about 7x19 rope, 1x7 1860/1770.",
    "z.B. Ziehstein Nr. 4711-0815, u.a. für 5,50 mm Walzdraht, d.h. C82D2",
    "Los 2024 0031 0007, Losgröße 25.000 kg, 350 000 m Litze, Ø 0,050 mm",
    "Artikel 100 200 300, Kabel NYM-J 5x2,5 mm² 0,6/1 kV",
    "H07V-K 1x1,5 mm² VDE 0285-525-2-31, 450/750 V, IEC 60227",
    "ISO 9001:2015, UL 1581, AWG 24 (0.205 mm²), 20.000 Biegezyklen",
    "Herr Dr. K. de Vries hat mir von Ihnen erzählt.",
    "On that point: in Iserlohn we draw 0.02 mm at 12 m/s. Are you at home in this, too?",
    "Der Punkt ist: De Gruyter verlegt das Buch.",
    "Sie suchen 2 Auszubildende (m/w/d) zum 01.08.2026 in 58636 Iserlohn?",
    "Ofen 0815, Linie 3-4, 0,80-1,20 mm, 2,5-3,0 t",
    "0 1 2 3 sind unsere Linien",
    "Rm 1770-1960 N/mm2; Zn 250 g/m2",
    "Mein Angebot vom 12.03.2025 (Nr. 2025-03-0412) passt vielleicht.",
    "Node.js or .NET? For the MES at our mill.",
]
REFUSE = [
    ("Mehr auf https://ziehstein.example/angebot", Carried.LINK),
    ("HTTP://draht.example", Carried.LINK),
    ("see www.draht-shop.xy", Carried.LINK),
    ("see www . draht . com", Carried.LINK),
    ("siehe ziehsteine-meier.de", Carried.LINK),
    ("SIEHE ZIEHSTEINE-MEIER.DE!", Carried.LINK),
    ("have a look at shop.wire.co.uk.", Carried.LINK),
    ("see example dot com", Carried.LINK),
    ("our page is example (dot) com", Carried.LINK),
    ("firma punkt de", Carried.LINK),
    ("firma[.]de", Carried.LINK),
    ("example .com", Carried.LINK),
    ("example. com", Carried.LINK),
    ("bit.ly/3abc", Carried.LINK),
    ("example\u200b.com", Carried.LINK),
    ("ｅｘａｍｐｌｅ．ｃｏｍ", Carried.LINK),
    ("meier@firma.de", Carried.MAIL),
    ("meier @ firma . de", Carried.MAIL),
    ("meier (at) firma.de", Carried.MAIL),
    ("meier [at] firma [dot] com", Carried.MAIL),
    ("meier at firma dot com", Carried.MAIL),
    ("meier ät firma punkt de", Carried.MAIL),
    ("Rufen Sie an: 02371 123456", Carried.PHONE),
    ("Rufen Sie an: 02371/12 34 56", Carried.PHONE),
    ("0171 2345678", Carried.PHONE),
    ("01712345678", Carried.PHONE),
    ("+49 171 2345678", Carried.PHONE),
    ("+49 (0) 2371 123456", Carried.PHONE),
    ("0049 171 2345678", Carried.PHONE),
    ("+44 20 7946 0958", Carried.PHONE),
    ("0 1 7 1 2 3 4 5 6 7 8", Carried.PHONE),
    ("0-1-7-1-2-3-4-5-6-7-8", Carried.PHONE),
    ("(0171) 2345678", Carried.PHONE),
]


@pytest.mark.parametrize("text", PASS)
def test_it_lets_the_words_of_the_trade_pass(text: str) -> None:
    assert carried_by(text, region="DE") is None


@pytest.mark.parametrize(("text", "carried"), REFUSE)
def test_it_finds_addresses_however_they_are_written(text: str, carried: Carried) -> None:
    assert carried_by(text, region="DE") == carried
