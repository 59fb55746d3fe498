"""Who knows whom in the demo trade."""

from collections import Counter
from itertools import combinations

import pytest

from draht.contacts.wording import carried_by
from draht.demo.cards import Cards, mail_of
from draht.demo.reading import load
from draht.demo.trade import Trade
from draht.demo.web import Web


@pytest.fixture(scope="module")
def trade() -> Trade:
    """What lies in `trade/`."""
    return load()


@pytest.fixture(scope="module")
def web(trade: Trade) -> Web:
    """Drawn from it."""
    return Web(trade)


def test_is_drawn_the_same_every_time(trade: Trade, web: Web) -> None:
    assert web.contacts == Web(trade).contacts
    assert web.acquaintances() == Web(trade).acquaintances()


def test_gives_everybody_somebody_and_ada_many(trade: Trade, web: Web) -> None:
    counts = {key: len(web.contacts[key]) for key in trade.people}
    assert min(counts.values()) >= 2
    assert 40 <= counts["ada"] <= 50
    assert sum(count <= 5 for count in counts.values()) >= 8


def test_clusters_like_real_contacts(trade: Trade, web: Web) -> None:
    """Two contacts of somebody know each other far more often than two people by chance."""
    closed = tried = 0
    for circle in web.contacts.values():
        for one, other in combinations(sorted(circle), 2):
            tried += 1
            closed += other in web.contacts[one]
    pairs = len(trade.people) * (len(trade.people) - 1) / 2
    by_chance = sum(map(len, web.contacts.values())) / 2 / pairs
    assert closed / tried > 3 * by_chance


def test_hangs_together(trade: Trade, web: Web) -> None:
    """Nearly everybody is reached from Ada over contacts."""
    found, edge = {"ada"}, ["ada"]
    while edge:
        edge = [other for one in edge for other in web.contacts[one] if other not in found]
        edge = list(dict.fromkeys(edge))
        found.update(edge)
    assert len(found) >= len(trade.people) - 3


def test_keeps_ada_and_cem_apart(web: Web) -> None:
    assert "cem" not in web.contacts["ada"]
    assert not web.contacts["ada"] & web.contacts["cem"]


def test_knows_whom_notes_and_tags_are_about(trade: Trade, web: Web) -> None:
    for note in trade.notes:
        assert note.contact in web.contacts[note.owner], note
    for sorting in trade.sorting:
        assert set(sorting.contacts) <= web.contacts[sorting.owner], sorting


def test_asks_in_many_words_without_addresses(trade: Trade, web: Web) -> None:
    texts = Counter(known.text.de for known in web.acquaintances() if known.text.de)
    assert len(texts) > 150
    for known in web.acquaintances():
        for text in (known.text.de, known.text.en):
            assert len(text) <= 300
            assert "{" not in text
            assert carried_by(text, region="DE") is None, text


def test_deals_every_number_once(trade: Trade) -> None:
    cards = Cards(trade)
    numbers = [
        field.value
        for person in trade.people.values()
        for field in cards.of(person)
        if field.kind in ("phone", "mobile") and field.parts is None
    ]
    assert len(numbers) == len(set(numbers))
    assert len({mail_of(person, trade) for person in trade.people.values()}) == len(trade.people)
