"""What the budget of open requests promises, simulated day by day."""

import random
from collections import Counter
from datetime import timedelta
from itertools import takewhile

import pytest

from draht.contacts.budget import (
    ACCEPTANCES_COUNT_FOR,
    LEAST,
    MOST,
    PITCHES_COUNT_FOR,
    PITCHES_TOGETHER,
    REFUSALS_COUNT_FOR,
    START,
    WITHDRAWN_HOLDS,
    Record,
    budget_of,
)
from draht.contacts.rules import LASTS


class Person:
    """Somebody who sends requests; keeps the same counts as `queries.record_of`, in days."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.day = 0
        self.sent: list[tuple[int, str, int]] = []  # day sent, what it comes to, day that happens

    def send(self, *, acceptance: float, pitch: float, withdraws: bool = False) -> bool:
        if not budget_of(self.record()).left:
            return False
        drawn = self.chance.random()
        if drawn < acceptance:
            self.sent.append((self.day, "accepted", self.day + self.chance.randint(0, 10)))
        elif drawn < acceptance + pitch:
            self.sent.append((self.day, "pitch", self.day + self.chance.randint(0, 3)))
        else:
            fate = "withdrawn" if withdraws else "refused"
            self.sent.append((self.day, fate, self.day + (1 if withdraws else self.chance.randint(0, 60))))
        return True

    def record(self) -> Record:
        counts: Counter[str] = Counter()
        lasts = LASTS.days
        pitches = [s for s in self.sent if s[1] == "pitch" and s[2] <= self.day and self.age(s[2], PITCHES_COUNT_FOR)]
        together = len(pitches) >= PITCHES_TOGETHER
        for sent, fate, day in self.sent:
            happened, ended = day <= self.day, sent + lasts <= self.day
            if fate == "accepted" and happened:
                counts["accepted"] += self.age(day, ACCEPTANCES_COUNT_FOR)
            elif fate == "withdrawn" and happened:
                counts["withdrawn"] += self.day < min(day + WITHDRAWN_HOLDS.days, sent + lasts)
            elif not ended:
                counts["open"] += 1
            elif not (fate == "pitch" and together):
                counts["refused"] += self.age(sent + lasts, REFUSALS_COUNT_FOR)
        return Record(pitches=len(pitches) if together else 0, **counts)

    def age(self, day: int, limit: timedelta) -> bool:
        return self.day - day < limit.days


@pytest.mark.parametrize("acceptance", [0.6, 0.7, 0.8])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_never_stops_an_honest_networker(acceptance: float, seed: int) -> None:
    person = Person(seed)
    for day in range(270):
        person.day = day
        for _ in range(5 if day % 7 < 5 else 0):
            assert person.send(acceptance=acceptance, pitch=0.005), f"stopped on day {day}: {person.record()}"


@pytest.mark.parametrize("pitch", [0.05, 0.2])
@pytest.mark.parametrize("withdraws", [False, True])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_stops_a_collector_within_a_day_and_goes_on_doing_so(pitch: float, withdraws: bool, seed: int) -> None:
    person = Person(seed)
    sent_by_day = []
    for day in range(180):
        person.day = day
        tries = (person.send(acceptance=0.1, pitch=pitch, withdraws=withdraws) for _ in range(100))
        # Whoever is refused once is refused for the rest of that day: nothing has changed since.
        sent_by_day.append(sum(takewhile(bool, tries)))
    assert sent_by_day[0] < 45
    assert max(sent_by_day) < 45
    assert sum(sent_by_day[1:]) / 179 < 4  # of the hundred a day they try


def test_it_recovers_with_acceptance_and_shrinks_with_refusals_and_pitches() -> None:
    assert budget_of(Record()).limit == START
    assert budget_of(Record(accepted=3)).limit > START
    assert budget_of(Record(refused=3)).limit < START
    assert budget_of(Record(pitches=1)).limit < budget_of(Record(refused=1)).limit


def test_it_always_leaves_a_little_and_has_an_end() -> None:
    assert budget_of(Record(refused=500, pitches=50)).limit == LEAST
    assert budget_of(Record(accepted=5000)).limit == MOST
    assert budget_of(Record(open=MOST + 5)).left == 0


def test_it_counts_withdrawn_requests_as_places_taken_for_a_while() -> None:
    assert budget_of(Record(open=3, withdrawn=4)).left == START - 7
