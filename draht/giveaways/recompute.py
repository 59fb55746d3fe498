"""Recompute the draw of a giveaway of Draht from its published proof.

    python3 recompute.py proof.json
    python3 recompute.py proof.json --salt SALT --entry ENTRY

The first says whether the published winners follow from the terms, the list of entrants, the secret and the public
value, and names their marks; the second also finds your own place, with two figures that the page of the giveaway
shows you.
The answer is 0 if everything holds, 1 if not.

It needs Python 3.11 and nothing else: no network, no package, no database. Draht itself draws with the same functions.
The format and the algorithm are described in docs/api/giveaway-proof.md of Draht.
"""

import argparse
import hashlib
import hmac
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

FORMAT = "draht-giveaway-proof-1"
ALGORITHM = "draht-draw-1"
# A prize whose winner ended like this went to the next in the order.
PASSED_ON = frozenset({"declined", "lapsed"})


class Ticket(NamedTuple):
    """An entrant's place in the order: by ticket, then by mark. Both are 64 hexadecimal digits."""

    ticket: str
    mark: str


class Check(NamedTuple):
    """Something that must hold, whether it does, and the figure it came to."""

    name: str
    holds: bool
    figure: str


def canonical(value: object) -> bytes:
    """JSON with sorted keys and no spaces, in UTF-8: the same bytes for the same content."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def sha256(content: bytes) -> str:
    """SHA-256 (FIPS 180-4) in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def mark_of(salt: str, entry: str) -> str:
    """What stands for an entrant in the published list: the salted hash of the entry's number."""
    return sha256(f"{salt}:{entry}".encode())


def lines_of(words: Iterable[str]) -> bytes:
    """One word per line, each line ended."""
    return "".join(f"{word}\n" for word in words).encode()


def seed_of(*, terms: str, entrants: str, secret: str, value: str) -> str:
    """The seed of the draw, from the hashes of terms and list, the revealed secret and the public value."""
    return sha256(lines_of((terms, entrants, secret, value)))


def order_of(seed: str, marks: Iterable[str]) -> list[Ticket]:
    """Everybody in the order of the draw: HMAC-SHA256 (RFC 2104) of each mark with the seed as key, ascending."""
    key = bytes.fromhex(seed)
    return sorted(Ticket(hmac.new(key, mark.encode(), hashlib.sha256).hexdigest(), mark) for mark in marks)


def prize_at(counts: Sequence[int], place: int) -> int | None:
    """The number of the prize that this place wins (both count from 1); None if there are fewer prizes."""
    for number, count in enumerate(counts, start=1):
        if place <= count:
            return number
        place -= count
    return None


def checks(proof: dict[str, Any]) -> list[Check]:
    """Everything that must hold of a proof. Raises KeyError, TypeError or ValueError for what is no proof of a draw."""
    terms, draw = proof["terms"], proof["terms"]["draw"]
    marks, secret = proof["entrants"], proof["secret"]
    if proof["format"] != FORMAT or draw["algorithm"] != ALGORITHM:
        raise ValueError("an unknown format or algorithm")
    if secret is None:
        raise ValueError("not drawn yet")
    terms_hash, list_hash, commitment = sha256(canonical(terms)), sha256(lines_of(marks)), sha256(secret.encode())
    seed = seed_of(terms=terms_hash, entrants=list_hash, secret=secret, value=proof["value"])
    closed, typed, value_from = proof["closed"], proof["typed"], draw["value_from"]
    return [
        Check("the terms have the published hash", terms_hash == proof["terms_sha256"], terms_hash),
        Check("the secret is the one that the terms commit to", commitment == draw["commitment"], commitment),
        Check("the list of entrants has the published hash", list_hash == proof["entrants_sha256"], list_hash),
        Check("the list is sorted and names nobody twice", marks == sorted(set(marks)), f"{len(marks)} entrants"),
        Check("the list was fixed after the end of entry", terms["closes"] <= closed, f"{terms['closes']} <= {closed}"),
        Check("the list was fixed before the public value", closed < value_from, f"{closed} < {value_from}"),
        Check("the value was entered when it could be known", value_from <= typed, f"{value_from} <= {typed}"),
        Check("the seed is the published one", seed == proof["seed"], seed),
        _winners(proof, order_of(seed, marks)),
    ]


def _winners(proof: dict[str, Any], order: list[Ticket]) -> Check:
    """The winners are the first of the order; whoever came later took over a prize that was passed on."""
    counts = [prize["count"] for prize in proof["terms"]["prizes"]]
    winners, at_first = proof["winners"], min(sum(counts), len(order))
    by_place, taken = {winner["place"]: winner for winner in winners}, set[int]()
    name = "the winners follow from the order"
    if len(winners) < at_first or len(by_place) < len(winners):
        return Check(name, False, f"{len(winners)} winners")
    for place, winner in enumerate(winners, start=1):
        if place > len(order) or winner["place"] != place or winner["mark"] != order[place - 1].mark:
            return Check(name, False, f"place {place}")
        before = winner["instead_of"]
        if place <= at_first:
            expected = prize_at(counts, place) if before is None else None
        elif before in taken or before not in by_place or by_place[before]["outcome"] not in PASSED_ON:
            expected = None
        else:
            taken.add(before)
            expected = by_place[before]["prize"]
        if expected is None or winner["prize"] != expected:
            return Check(name, False, f"place {place}")
    return Check(name, True, f"{len(winners)} winners")


# --- as a program -----------------------------------------------------------------------------------------------------


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _tell_winners(proof: dict[str, Any]) -> None:
    prizes = proof["terms"]["prizes"]
    for winner in proof["winners"]:
        _say(f"{winner['place']:>6}  {winner['mark']}  {prizes[winner['prize'] - 1]['what']} ({winner['outcome']})")


def _tell_own_place(proof: dict[str, Any], salt: str, entry: str) -> bool:
    mark = mark_of(salt, entry)
    places = [ticket.mark for ticket in order_of(proof["seed"], proof["entrants"])]
    is_there = mark in places
    place = f"place {places.index(mark) + 1} of {len(places)}" if is_there else "NOT IN THE LIST"
    _say(f"your mark {mark}: {place}")
    return is_there


def main(arguments: Sequence[str] | None = None) -> int:
    """Check a proof, say what was found, and return the exit status."""
    parser = argparse.ArgumentParser(description="Recompute the draw of a giveaway from its published proof.")
    parser.add_argument("proof", type=Path, help="the file that the page of the giveaway offers")
    parser.add_argument("--salt", help="your salt, to find your own place")
    parser.add_argument("--entry", help="the number of your entry, to find your own place")
    asked = parser.parse_args(arguments)
    try:
        proof = json.loads(asked.proof.read_text(encoding="utf-8"))
        found = checks(proof)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        _say(f"This is no proof of a draw: {error}")
        return 1
    for check in found:
        _say(f"{'ok' if check.holds else 'WRONG':>6}  {check.name}: {check.figure}")
    holds = all(check.holds for check in found)
    if holds:
        _tell_winners(proof)
    if holds and asked.salt and asked.entry:
        holds = _tell_own_place(proof, asked.salt, asked.entry)
    _say("Everything holds." if holds else "SOMETHING DOES NOT HOLD.")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
