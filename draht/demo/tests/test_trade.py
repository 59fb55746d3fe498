"""The demo trade as it is written down: whole, in both languages, and big enough to feel like one."""

from dataclasses import replace

import pytest

from draht.demo.flaws import flaws
from draht.demo.reading import load
from draht.demo.rhythm import Calendar
from draht.demo.trade import LANGUAGES, PERSONAS, Text, Thread, Trade


@pytest.fixture(scope="module")
def trade() -> Trade:
    """What lies in `trade/`."""
    return load()


def test_has_no_flaw(trade: Trade) -> None:
    assert list(flaws(trade)) == []


def test_is_a_whole_trade(trade: Trade) -> None:
    assert len(trade.people) >= 150
    assert len(trade.firms) >= 25
    assert len(trade.threads) >= 250
    assert sum(len(thread.talk) for thread in trade.threads) >= 900
    assert sum(person.about is not None for person in trade.people.values()) >= 90


def test_spreads_over_a_year_and_ends_today(trade: Trade) -> None:
    days = {thread.day for thread in trade.threads}
    assert min(days) == 0
    assert 240 <= max(days) <= 250
    assert len([day for day in days if day <= 110]) >= 95


def test_ten_companies_have_news_in_each_month_of_a_year(trade: Trade) -> None:
    months: dict[str, set[int]] = {}
    for thread in trade.threads:
        if thread.speaks_for:
            months.setdefault(thread.speaks_for, set()).add(thread.day // Calendar.days_of(1))
    assert sum(said >= set(range(12)) for said in months.values()) >= 10


def test_lets_everybody_say_something(trade: Trade) -> None:
    heard = {thread.author for thread in trade.threads}
    heard |= {remark.author for thread in trade.threads for remark in thread.talk}
    assert trade.people.keys() - heard == set()


def test_tells_the_personas_fully(trade: Trade) -> None:
    for key in PERSONAS:
        person = trade.people[key]
        assert None not in (person.headline, person.about, person.looking, person.offering)
        assert len(person.stations) >= 3


def test_keeps_ada_and_cem_strangers(trade: Trade) -> None:
    assert not set(trade.circles["ada"]) & set(trade.circles["cem"])
    assert "cem" not in trade.circles["ada"]


def test_has_two_requests_waiting_for_ada(trade: Trade) -> None:
    waiting = [request for request in trade.requests if request.target == "ada" and request.state == "open"]
    assert len(waiting) == 2


def test_speaks_german_in_german_and_english_in_english(trade: Trade) -> None:
    """Long texts give themselves away by their small words."""
    small = {
        "de": set("der die das und ist nicht ein wir ich hat mit für auf den bei".split()),
        "en": set("the and is of not a we i has with for on to it at".split()),
    }
    for thread in trade.threads:
        for language in LANGUAGES:
            other = "en" if language == "de" else "de"
            words = thread.text[language].lower().split()
            if len(words) >= 25:
                own = sum(word in small[language] for word in words)
                assert own > sum(word in small[other] for word in words), thread.where


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"author": "nobody"}, "nobody is called nobody"),
        ({"text": Text("Hallo {@nobody}", "Hello")}, "nobody is called nobody"),
        ({"text": Text("Hallo", "")}, "a text is missing"),
        ({"clock": "25:00"}, "no such time"),
        ({"text": Text("x" * 5_001, "Hello")}, "too long"),
    ],
)
def test_finds_what_is_wrong(trade: Trade, changed: dict[str, object], complaint: str) -> None:
    thread: Thread = replace(trade.threads[0], **changed)  # type: ignore[arg-type]
    assert any(complaint in flaw for flaw in flaws(replace(trade, threads=(thread,))))


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"speaks_for": "nowhere"}, "nowhere has no page"),
        ({"author": "mo"}, "mo does not speak for brennecke"),
        # She is in the team, but recruits.
        ({"author": "gisela"}, "gisela does not speak for brennecke"),
        ({"day": 1000}, "speaks for brennecke only since day"),
    ],
)
def test_finds_who_cannot_speak_for_a_company(trade: Trade, changed: dict[str, object], complaint: str) -> None:
    news = next(thread for thread in trade.threads if thread.speaks_for == "brennecke")
    wrong: Thread = replace(news, talk=(), **changed)  # type: ignore[arg-type]
    assert any(complaint in flaw for flaw in flaws(replace(trade, threads=(wrong,))))


def test_finds_who_cannot_answer_for_a_company(trade: Trade) -> None:
    news = next(thread for thread in trade.threads if thread.speaks_for == "brennecke")
    wrong = replace(news, talk=(replace(news.talk[0], speaks_for="brennecke"),))
    assert any("does not speak for brennecke" in flaw for flaw in flaws(replace(trade, threads=(wrong,))))


def test_gives_companies_something_to_say(trade: Trade) -> None:
    news = [thread for thread in trade.threads if thread.speaks_for]
    assert len({thread.speaks_for for thread in news}) >= 8
    assert len(news) >= 35
    assert any(remark.speaks_for for thread in news for remark in thread.talk)
    assert sum(len(thread.praise) >= 6 for thread in news) >= 3


def test_finds_the_same_text_said_twice(trade: Trade) -> None:
    twin = replace(trade.threads[0], where="a twin")
    assert any("says the same" in flaw for flaw in flaws(replace(trade, threads=(*trade.threads, twin))))
