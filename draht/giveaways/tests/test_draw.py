"""The draw, the winners, the proof, and the stand-alone program."""

import hashlib
import hmac
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from draht.common import clock
from draht.common.refusal import Refused
from draht.conftest import Persona
from draht.giveaways import actions, recompute
from draht.giveaways.models import Draw, Entry, Giveaway, Outcome, State, Win
from draht.giveaways.queries import drawing, giveaway_page, proof_of
from draht.giveaways.queries.drawing import WORDS
from draht.giveaways.tests.factories import DRAWN, LISTED, VALUE, closed, drawn, entered, started
from draht.outbox.worker import run_until_idle


@pytest.fixture
def giveaway(ada: Persona, people: list[Persona], company: int) -> int:
    """One that is drawn: eight entrants, three prizes."""
    giveaway = started(company, ada.id)
    entered(giveaway, people)
    closed(giveaway)
    drawn(giveaway, ada.id)
    return giveaway


def proof(giveaway: int) -> dict[str, Any]:
    """What is published, as a reader gets it."""
    read: dict[str, Any] = json.loads(json.dumps(proof_of(Giveaway.objects.get(id=giveaway))))
    return read


def winners(giveaway: int) -> list[tuple[int, int, str]]:
    rows = Win.objects.filter(giveaway=giveaway).order_by("place")
    return [(row.place, row.prize, row.outcome) for row in rows]


def member_of(giveaway: int, place: int) -> int:
    entry = Win.objects.get(giveaway=giveaway, place=place).entry
    assert entry
    member: int = entry.member_id
    return member


def run(proof: dict[str, Any] | str, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """The program as people run it: alone, without our packages, outside of our folders."""
    program, file = folder / "recompute.py", folder / "proof.json"
    program.write_text(Path(recompute.__file__).read_text(encoding="utf-8"), encoding="utf-8")
    file.write_text(proof if isinstance(proof, str) else json.dumps(proof), encoding="utf-8")
    command = [sys.executable, "-I", "-S", str(program), str(file), *more]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


# --- drawing ----------------------------------------------------------------------------------------------------------


def test_it_takes_the_value_once_and_only_after_the_list_is_public(ada: Persona, cem: Persona, company: int) -> None:
    giveaway = started(company, ada.id)
    entered(giveaway, [cem])
    with pytest.raises(Refused, match="after the list"):
        drawn(giveaway, ada.id)
    closed(giveaway)
    with clock.at(LISTED), pytest.raises(Refused, match="cannot be known yet"):
        actions.draw_winners(giveaway=giveaway, value=VALUE, source="x", by=ada.id)
    drawn(giveaway, ada.id)
    with pytest.raises(Refused, match="entered once"):
        drawn(giveaway, ada.id, value="another")
    assert Draw.objects.get().value == VALUE


def test_it_does_not_draw_from_a_list_that_was_fixed_too_late(ada: Persona, cem: Persona, company: int) -> None:
    giveaway = started(company, ada.id)
    entered(giveaway, [cem])
    with clock.at(DRAWN):
        actions.close_giveaways()
    with pytest.raises(Refused, match="too late"):
        drawn(giveaway, ada.id)
    actions.call_off(giveaway=giveaway, reason="We were late.", by=ada.id)


def test_it_does_not_draw_once_the_data_are_gone(ada: Persona, cem: Persona, company: int) -> None:
    giveaway = started(company, ada.id)
    entered(giveaway, [cem])
    closed(giveaway)
    with clock.at(datetime(2026, 12, 15, 9, 0, tzinfo=UTC)), pytest.raises(Refused, match="deleted has come"):
        actions.draw_winners(giveaway=giveaway, value=VALUE, source="x", by=ada.id)


def test_it_draws_nobody_when_nobody_entered(ada: Persona, company: int) -> None:
    giveaway = started(company, ada.id)
    closed(giveaway)
    drawn(giveaway, ada.id)
    assert winners(giveaway) == []
    assert drawing(Giveaway.objects.get(id=giveaway)).holds


def test_it_gives_each_prize_as_often_as_there_are_some(giveaway: int) -> None:
    assert winners(giveaway) == [(1, 1, "open"), (2, 2, "open"), (3, 2, "open")]


def test_it_draws_what_the_documented_steps_say(giveaway: int) -> None:
    """Written down once more from the documentation, without the functions that draw."""
    told = proof(giveaway)
    text = json.dumps(told["terms"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    terms = hashlib.sha256(text.encode()).hexdigest()
    listed = hashlib.sha256("".join(mark + "\n" for mark in told["entrants"]).encode()).hexdigest()
    seed = hashlib.sha256(f"{terms}\n{listed}\n{told['secret']}\n{told['value']}\n".encode()).hexdigest()
    tickets = {m: hmac.new(bytes.fromhex(seed), m.encode(), "sha256").hexdigest() for m in told["entrants"]}
    first = sorted(told["entrants"], key=lambda mark: tickets[mark])[:3]
    assert [winner["mark"] for winner in told["winners"]] == first
    assert told["seed"] == seed
    for entry in Entry.objects.all():
        assert hashlib.sha256(f"{entry.salt}:{entry.id}".encode()).hexdigest() in told["entrants"]


def test_it_draws_the_same_as_ever() -> None:
    """Figures computed with sha256sum and openssl: who changes the algorithm must give it another name."""
    marks = sorted(recompute.mark_of(f"{number:032x}", str(number)) for number in range(1, 6))
    seed = recompute.seed_of(terms="a" * 64, entrants=recompute.sha256(recompute.lines_of(marks)), secret="b" * 64,
                             value="1 2 3 4 5 6")  # fmt: skip
    assert seed == "dec6ad73a18b1b7d06000148f099ebc069f42808393bd27c349e904836bb1cb7"
    assert [ticket.mark[:8] for ticket in recompute.order_of(seed, marks)] == [
        "51bb6eeb",
        "99cea33d",
        "1a77601a",
        "6ac0bf7e",
        "215f20dd",
    ]


# --- winners ----------------------------------------------------------------------------------------------------------


def test_it_passes_a_prize_on_when_a_winner_declines_or_does_not_answer(giveaway: int) -> None:
    with clock.at(DRAWN + timedelta(days=1)):
        actions.confirm_win(giveaway=giveaway, member=member_of(giveaway, 1), reach="By post")
        actions.decline_win(giveaway=giveaway, member=member_of(giveaway, 2))
    with clock.at(DRAWN + timedelta(days=7)):
        actions.pass_on_lapsed()
    assert winners(giveaway) == [
        (1, 1, "confirmed"),
        (2, 2, "declined"),
        (3, 2, "lapsed"),
        (4, 2, "open"),
        (5, 2, "open"),
    ]
    assert [win.instead_of for win in Win.objects.order_by("place")] == [None, None, None, 2, 3]
    assert drawing(Giveaway.objects.get(id=giveaway)).holds
    with clock.at(DRAWN + timedelta(days=7)), pytest.raises(Refused, match="no prize"):
        actions.confirm_win(giveaway=giveaway, member=member_of(giveaway, 3), reach="Too late")


def test_it_passes_a_prize_on_when_a_winner_leaves(giveaway: int) -> None:
    Entry.objects.filter(member=member_of(giveaway, 1)).delete()
    with clock.at(DRAWN):
        actions.pass_on_lapsed()
    assert winners(giveaway)[0] == (1, 1, "lapsed")
    assert winners(giveaway)[3] == (4, 1, "open")


def test_it_passes_a_prize_on_until_nobody_is_left(ada: Persona, people: list[Persona], company: int) -> None:
    giveaway = started(company, ada.id)
    entered(giveaway, people[:4])
    closed(giveaway)
    drawn(giveaway, ada.id)
    for place in (1, 4):
        with clock.at(DRAWN):
            actions.decline_win(giveaway=giveaway, member=member_of(giveaway, place))
    assert winners(giveaway) == [(1, 1, "declined"), (2, 2, "open"), (3, 2, "open"), (4, 1, "declined")]
    assert drawing(Giveaway.objects.get(id=giveaway)).holds


def test_it_names_nobody_who_did_not_agree(giveaway: int, cem: Persona) -> None:
    with clock.at(DRAWN):
        actions.confirm_win(giveaway=giveaway, member=member_of(giveaway, 1), reach="By post", shows_name=True)
        actions.confirm_win(giveaway=giveaway, member=member_of(giveaway, 2), reach="By post")
    page = giveaway_page(cem.id, Giveaway.objects.get(id=giveaway))
    assert page.wins[0].name.startswith("Person")
    assert [win.name for win in page.wins[1:]] == ["", ""]
    assert "name" not in json.dumps(proof(giveaway)["winners"])


# --- after the date ---------------------------------------------------------------------------------------------------


def test_it_can_be_recomputed_after_the_data_are_gone(giveaway: int, tmp_path: Path) -> None:
    with clock.at(DRAWN):
        for place in (1, 2, 3):
            actions.confirm_win(giveaway=giveaway, member=member_of(giveaway, place), reach="By post", shows_name=True)
    run_until_idle()
    before = proof(giveaway)
    with clock.at(datetime(2026, 12, 15, 9, 0, tzinfo=UTC)):
        actions.clear_giveaways()
    run_until_idle()
    assert proof(giveaway) == before
    assert run(before, tmp_path).returncode == 0
    assert not Entry.objects.exists()
    assert not Win.objects.exclude(entry=None, reach="", shows_name=False).exists()
    assert Giveaway.objects.get(id=giveaway).state == State.CLEARED


# --- the program ------------------------------------------------------------------------------------------------------


def test_the_program_recomputes_the_winners_from_the_published_file(
    giveaway: int, people: list[Persona], tmp_path: Path
) -> None:
    published = people[0].client().get(f"/giveaways/{giveaway}/proof.json").content.decode()
    entry = Entry.objects.get(member=people[0].id)
    done = run(published, tmp_path, "--salt", entry.salt, "--entry", str(entry.id))
    assert done.returncode == 0, done.stdout + done.stderr
    for win in Win.objects.filter(giveaway=giveaway):
        assert win.mark in done.stdout
    assert f"your mark {recompute.mark_of(entry.salt, str(entry.id))}: place " in done.stdout
    assert run(published, tmp_path, "--salt", entry.salt, "--entry", "1").returncode == 1


@pytest.mark.parametrize(
    "where",
    [
        ("terms", "title"),
        ("terms", "eligible"),
        ("terms_sha256",),
        ("entrants", 0),
        ("entrants", 7),
        ("entrants_sha256",),
        ("secret",),
        ("value",),
        ("seed",),
        ("winners", 0, "mark"),
    ],
)
def test_the_program_sees_one_changed_byte(giveaway: int, tmp_path: Path, where: tuple[str | int, ...]) -> None:
    told = proof(giveaway)
    inside: Any = told
    for key in where[:-1]:
        inside = inside[key]
    text = inside[where[-1]]
    inside[where[-1]] = ("0" if text[0] != "0" else "1") + text[1:]
    done = run(told, tmp_path)
    assert done.returncode == 1
    assert "WRONG" in done.stdout


def _swapped(told: dict[str, Any]) -> None:
    told["winners"][0]["mark"], told["winners"][1]["mark"] = told["winners"][1]["mark"], told["winners"][0]["mark"]


def _without_the_first(told: dict[str, Any]) -> None:
    del told["winners"][0]


def _another_prize(told: dict[str, Any]) -> None:
    told["winners"][2]["prize"] = 1


def _one_more(told: dict[str, Any]) -> None:
    mark = recompute.order_of(told["seed"], told["entrants"])[3].mark
    told["winners"].append({"place": 4, "mark": mark, "prize": 1, "instead_of": 1, "outcome": "open"})


def _closed_late(told: dict[str, Any]) -> None:
    told["closed"] = told["terms"]["draw"]["value_from"]


def _typed_early(told: dict[str, Any]) -> None:
    told["typed"] = told["closed"]


CHANGES = [_swapped, _without_the_first, _another_prize, _one_more, _closed_late, _typed_early]


@pytest.mark.parametrize("change", CHANGES)
def test_the_program_sees_what_does_not_follow(
    giveaway: int, tmp_path: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    told = proof(giveaway)
    change(told)
    assert run(told, tmp_path).returncode == 1


@pytest.mark.parametrize("nonsense", ["", "[]", "{}", '{"format": "draht-giveaway-proof-1", "terms": {}}', "\x00"])
def test_the_program_says_what_is_no_proof(tmp_path: Path, nonsense: str) -> None:
    done = run(nonsense, tmp_path)
    assert done.returncode == 1
    assert "no proof of a draw" in done.stdout
    assert not done.stderr


def test_the_program_says_when_nothing_is_drawn_yet(ada: Persona, company: int, tmp_path: Path) -> None:
    done = run(proof(started(company, ada.id)), tmp_path)
    assert done.returncode == 1
    assert "not drawn yet" in done.stdout


def test_every_check_has_words_on_the_page(giveaway: int) -> None:
    assert {check.name for check in recompute.checks(proof(giveaway))} == WORDS.keys()
    assert set(recompute.PASSED_ON) == {Outcome.DECLINED, Outcome.LAPSED}
