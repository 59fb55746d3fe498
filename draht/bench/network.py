"""A synthetic network: contacts that follow a power law, posts, likes, recommendations and hashtags.

Rows go in by plain statements in large batches: 100,000 members with a million posts take minutes. The numbers are
drawn from a seeded generator, so that two runs of one size measure the same network.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from tqdm import tqdm

from draht.actors.models import EVERYBODY, MEMBERS, Kind, Verb
from draht.common import clock
from draht.common.ids import COUNTER_BITS
from draht.ties.models import TieKind

BATCH = 20_000
MEAN_CONTACTS = 40
POSTS_PER_MEMBER = 10
LIKES_PER_MEMBER = 15
HASHTAGS = 2_000
DAYS = 365
# The best connected member of all: what a post by somebody with this many followers costs.
FOLLOWERS_OF_THE_STAR = 50_000

_FIRST = (
    "Anna Bernd Carla Dieter Elif Frank Greta Hakan Ines Jonas Karin Lars Mara Nils Olga Piotr Rosa Sven Tarek Ute"
).split()
_LAST = (
    "Adler Brandt Conrad Demir Engel Fuchs Graf Huber Ivanov Jansen Kraus Lorenz Meyer Nowak Otto Peters Roth".split()
)
_WORDS = (
    "Draht Seil Ziehstein Kupfer Stahl Norm Prüfung Charge Lieferzeit Walzdraht Verzinkung Messe Azubi Ofen Spule "
    "Durchmesser Zugfestigkeit Kabel Litze Rohr Biegen Beize Öl Energie Preis Angebot Muster Anlage Wartung Schicht"
).split()


def insert(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], *, total: int) -> None:
    """Write rows into a table, in large batches; `total` is for the bar alone."""
    marks = ", ".join(["%s"] * len(columns))
    statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}) ON CONFLICT DO NOTHING"
    batch: list[Sequence[Any]] = []
    with tqdm(total=total, desc=table, unit=" rows", unit_scale=True) as bar:
        for row in rows:
            batch.append(row)
            if len(batch) == BATCH:
                _write(statement, batch)
                bar.update(BATCH)
                batch.clear()
        _write(statement, batch)
        bar.update(len(batch))


def _write(statement: str, rows: list[Sequence[Any]]) -> None:
    if rows:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(statement, rows)


class Network:
    """How a network of this many members looks. Ids are counted, so that no table has to be read back."""

    def __init__(self, members: int) -> None:
        """A network of `members` members whose youngest post is a minute old."""
        self.members = members
        self.random = random.Random(members)
        self.now = clock.now() - timedelta(minutes=1)
        self.start = self.now - timedelta(days=DAYS)
        self._first = int((self.start - timedelta(days=1)).timestamp() * 1000) << COUNTER_BITS

    def member(self, number: int) -> int:
        """The id of a member."""
        return self._first + number

    def hashtag(self, number: int) -> int:
        """The id of a hashtag."""
        return self._first + self.members + number

    def fill(self) -> None:
        """Write everything."""
        self._people()
        self._ties()
        self._posts()

    def _moment(self) -> str:
        return str(connection.ops.adapt_datetimefield_value(self.start))

    def _people(self) -> None:
        count, moment, password = self.members, self._moment(), make_password("drahtseil-2026")
        numbers = range(count)

        def name(number: int) -> tuple[str, str]:
            return _FIRST[number % len(_FIRST)], f"{_LAST[number % len(_LAST)]} {number}"

        insert(
            "actors_actor",
            ("id", "kind", "name", "handle", "headline", "avatar", "hue", "created"),
            (
                (
                    self.member(n),
                    Kind.MEMBER,
                    " ".join(name(n)),
                    f"m{n}",
                    "Prüft Draht bei Musterdraht",
                    "",
                    n % 360,
                    moment,
                )
                for n in numbers
            ),
            total=count,
        )
        insert(
            "actors_actor",
            ("id", "kind", "name", "handle", "headline", "avatar", "hue", "created"),
            (
                (self.hashtag(n), Kind.HASHTAG, f"#thema{n}", f"thema{n}", "", "", n % 360, moment)
                for n in range(HASHTAGS)
            ),
            total=HASHTAGS,
        )
        users = columns_of(
            "accounts_user", {"password": password, "created": moment, "language": "en", "is_active": True}
        )
        insert(
            "accounts_user",
            ("id", "email", *users),
            ((self.member(n), f"m{n}@bench.example", *users.values()) for n in numbers),
            total=count,
        )
        rest = columns_of("members_member", {})
        insert(
            "members_member",
            ("actor_id", "user_id", "first_name", "last_name", *rest),
            ((self.member(n), self.member(n), *name(n), *rest.values()) for n in numbers),
            total=count,
        )

    def _ties(self) -> None:
        moment = self._moment()
        draw = self.random

        def partner() -> int:
            # A member's number to the power of three: the first few have very many contacts, most have some.
            return int(self.members * draw.random() ** 3)

        def contacts() -> Iterator[tuple[int, int, int, str]]:
            for one in range(self.members):
                for _ in range(MEAN_CONTACTS // 2):
                    other = partner()
                    if other != one:
                        yield self.member(one), TieKind.CONTACT.value, self.member(other), moment
                        yield self.member(other), TieKind.CONTACT.value, self.member(one), moment
            for follower in range(1, min(self.members, FOLLOWERS_OF_THE_STAR + 1)):
                yield self.member(follower), TieKind.FOLLOW.value, self.member(0), moment
            for one in range(self.members):
                yield self.member(one), TieKind.FOLLOW.value, self.hashtag(draw.randrange(HASHTAGS)), moment

        columns = ("source_id", "kind", "target_id", "since")
        insert("ties_tie", columns, contacts(), total=self.members * (MEAN_CONTACTS + 2))

    def _posts(self) -> None:
        count = self.members * POSTS_PER_MEMBER
        step = int(timedelta(days=DAYS).total_seconds() * 1000 / count * (1 << COUNTER_BITS))
        first = int(self.start.timestamp() * 1000) << COUNTER_BITS
        draw = random.Random(f"posts {self.members}")
        rest = columns_of("posts_post", {"likes": 1}, without=("text", "html", "excerpt"))

        def author(number: int) -> int:
            return self.member((number * 7919) % self.members)

        def posts() -> Iterator[tuple[Any, ...]]:
            for number in range(count):
                words = " ".join(draw.choices(_WORDS, k=40))
                audience = EVERYBODY if number % 3 else MEMBERS
                id = first + number * step
                yield id, author(number), audience, words, f"<p>{words}</p>", words[:120], *rest.values()

        def acts() -> Iterator[tuple[int, int, int, int]]:
            for number in range(count):
                id = first + number * step
                yield author(number), id, Verb.PUBLISHED.value, id
                if number % 5 == 0:
                    yield self.hashtag(draw.randrange(HASHTAGS)), id + 1, Verb.PUBLISHED.value, id
                for like in range(LIKES_PER_MEMBER // POSTS_PER_MEMBER + number % 2):
                    who = self.member(draw.randrange(self.members))
                    yield who, id + step // 2 + like, Verb.LIKED.value, id
                if number % 10 == 0:
                    yield self.member(draw.randrange(self.members)), id + step // 3, Verb.RECOMMENDED.value, id

        columns = ("id", "author_id", "audience_id", "text", "html", "excerpt", *rest)
        insert("posts_post", columns, posts(), total=count)
        insert("actors_activity", ("actor_id", "id", "verb", "object_id"), acts(), total=int(count * 2.8))


def columns_of(table: str, values: dict[str, Any], *, without: Sequence[str] = ()) -> dict[str, Any]:
    """`values`, and what every other column of the table but `without` holds when nothing is said."""
    from django.apps import apps

    model = next(model for model in apps.get_models() if model._meta.db_table == table)
    found = {}
    for field in model._meta.concrete_fields:
        if field.column is None or field.column in without or field.primary_key:
            continue
        if field.column in values:
            found[field.column] = values[field.column]
        elif field.has_default():
            found[field.column] = field.get_db_prep_save(field.get_default(), connection)
        elif field.blank and field.get_internal_type() in ("TextField", "CharField"):
            found[field.column] = ""
    return found
