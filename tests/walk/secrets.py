"""What may not be told to everybody, and a way to find it on a page however it is written there."""

import html
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

NUMBERS = re.compile(r"(?:\+|\b|%2B)\d(?:[\d\s()./–-]|%20)*\d")
WORDS = re.compile(r"[^\W_]+")
PLAIN = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Secret:
    """Something that only some may read: `seen_by` are the ids of actors."""

    what: str
    text: str
    seen_by: frozenset[int]


@dataclass(frozen=True)
class Number:
    """A phone number that only some may read, by its national digits."""

    what: str
    digits: str
    seen_by: frozenset[int]


def plain(text: str) -> str:
    """The words alone, in lower case, so that markup, entities and spaces make no difference."""
    without_tags = re.sub(r"<[^>]*>", " ", text)
    return PLAIN.sub(" ", html.unescape(without_tags).casefold()).strip()


class Vault:
    """All secrets, found fast: each by its longest word, each number by its last digits."""

    def __init__(self, secrets: Iterable[Secret], numbers: Iterable[Number]) -> None:
        """Put them in order."""
        self._by_word: dict[str, list[tuple[str, Secret]]] = defaultdict(list)
        for secret in secrets:
            if form := plain(secret.text):
                self._by_word[max(form.split(), key=len)].append((form, secret))
        self._by_digits: dict[str, list[Number]] = defaultdict(list)
        for number in numbers:
            self._by_digits[number.digits[-7:]].append(number)

    def told(self, page: str, viewer: int | None) -> list[str]:
        """What this page tells although its viewer may not know it."""
        # Attributes count too: mailto:, titles, JSON, values of controls.
        raw = html.unescape(page)
        found = set()
        if suspicions := self._by_word.keys() & set(WORDS.findall(raw.casefold())):
            texts = f" {plain(page)} {PLAIN.sub(' ', raw.casefold())} "
            found = {
                f"{secret.what}: {form[:80]}"
                for word in suspicions
                for form, secret in self._by_word[word]
                if viewer not in secret.seen_by and f" {form} " in texts and not self._is_known(word, form, viewer)
            }
        for written in NUMBERS.findall(raw):
            digits = re.sub(r"%20|\D", "", written.replace("%2B", "+"))
            same = [number for number in self._by_digits.get(digits[-7:], ()) if digits.endswith(number.digits)]
            if not any(viewer in number.seen_by for number in same):
                found |= {f"{number.what}: {written}" for number in same}
        return sorted(found)

    def _is_known(self, word: str, form: str, viewer: int | None) -> bool:
        """Whether the viewer may know the same words from somebody else, such as the address of a shared office."""
        return any(viewer in other.seen_by for text, other in self._by_word[word] if text == form)
