"""Finds words on a German page that were left in English."""

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from babel import Locale
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings
from django.db.models import CharField, JSONField, TextField

import draht
from draht.companies.regions import REGIONS
from tests.walk.secrets import plain

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%")
UNSPOKEN = re.compile(r"<(script|style|textarea)\b.*?</\1>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
TEXTS = re.compile(r">([^<>]*\w[^<>]*)<")
SPOKEN = re.compile(r"""\b(?:aria-label|title|alt|placeholder)="([^"]*\w[^"]*)\"""")
# Addresses and hashes.
NO_WORDS = re.compile(r"\S*(?:://|@|\.[a-z]{2,})\S*|\b[0-9a-f]{32,}\b")
FEWEST_WORDS = 2


def spoken(page: str) -> set[str]:
    """Everything a page says: its texts and the attributes that are read out."""
    shown = UNSPOKEN.sub("", page)
    found = (*TEXTS.findall(shown), *SPOKEN.findall(shown))
    return {" ".join(html.unescape(text).split()) for text in found}


@cache
def _texts() -> list[tuple[str, str]]:
    """The catalogues of all rooms: English, German."""
    found: list[tuple[str, str]] = []
    for path in sorted(Path(draht.__file__).parent.glob("*/locale/de/LC_MESSAGES/django.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale="de"):
                english = (message.id,) if isinstance(message.id, str) else message.id
                german = (message.string,) if isinstance(message.string, str) else message.string
                found += zip(english, german or (), strict=False)
    return found


@cache
def _english() -> dict[str, list[re.Pattern[str]]]:
    """The English texts of all rooms that read differently in German, by their longest word."""
    german_words = {german for _english_text, german in _texts()}
    found: dict[str, list[re.Pattern[str]]] = defaultdict(list)
    for english, german in _texts():
        said = PLACEHOLDER.sub(" ", re.sub(r"<[^>]*>", " ", english))
        words = re.findall(r"[^\W\d_]{3,}", said)
        if words and english != german and english not in german_words:
            pieces = (re.escape(" ".join(piece.split(" "))) for piece in PLACEHOLDER.split(" ".join(english.split())))
            found[max(words, key=len)].append(re.compile(".+?".join(pieces)))
    return found


@cache
def _alike() -> set[str]:
    """Words that are the same in both languages."""
    return {word for english, german in _texts() if english == german for word in re.findall(r"[^\W\d_]+", english)}


def left_in_english(page: str) -> list[str]:
    """Texts of this German page that are English texts of ours, word for word."""
    found = set()
    for text in spoken(page):
        for word in set(re.findall(r"[^\W\d_]{3,}", text)):
            found |= {text for pattern in _english().get(word, ()) if pattern.fullmatch(text)}
    return sorted(found)


def _columns() -> Iterator[tuple[type, list[str]]]:
    for model in apps.get_models():
        names = [field.name for field in model._meta.fields if isinstance(field, CharField | JSONField | TextField)]
        if names:
            yield model, names


def written_by_people() -> str:
    """Every text in the database, one after the other, and what countries and their parts are called."""
    rows: Iterable[tuple[str, ...]] = (
        row
        for model, names in _columns()
        for row in model._default_manager.values_list(*names)  # type: ignore[attr-defined]
    )
    names = (*Locale("de").territories.values(), *(name for parts in REGIONS.values() for name in parts.values()))
    return plain(" \n ".join([*(str(text) for row in rows for text in row if text), *map(str, names)]))


def _is_told(text: str) -> bool:
    return len([word for word in re.findall(r"[^\W\d_]{3,}", text) if word not in _alike()]) >= FEWEST_WORDS


def said_in_no_language(english: str, german: str, written: str) -> list[str]:
    """Texts that stand on the English and on the German page alike, although nobody wrote them: not translated."""
    found = []
    for text in spoken(english) & spoken(german):
        pieces = NO_WORDS.sub(" ", text.removesuffix(f" · {settings.DRAHT_NAME}")).split(": ")
        if any(_is_told(piece) and plain(piece.rstrip(" .0123456789")) not in written for piece in pieces):
            found.append(text)
    return sorted(found)
