"""People publish, comment, answer, like and recommend; some of it they say for their company."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from draht.actors.models import EVERYBODY, MEMBERS
from draht.demo.stage import Stage, Step
from draht.demo.trade import HOST, Praise, Remark, Thread
from draht.posts import actions as posts
from draht.ties.rules import is_contact

_FOR_EVERYBODY = 0.3
_MOST_LIKES_AMONG_CONTACTS = 12


class Conversation:
    """A post and what was said to it."""

    def __init__(self, stage: Stage, thread: Thread) -> None:
        self._stage, self._thread = stage, thread
        self._post = self._reads = 0
        self._comments: dict[int, int] = {}

    def steps(self) -> Iterator[Step]:
        """The post, then everything that follows from it."""
        stage, thread = self._stage, self._thread
        start = stage.calendar.moment(thread.day, thread.clock)
        yield stage.step(start, self._publish)
        for place, moment in enumerate(stage.calendar.talk(thread)):
            yield stage.step(moment, self._comment, place)
            for key in stage.web.nods(thread, place):
                later = self._after(moment, f"nod {place} {key}", days=1)
                yield stage.step(later, self._nod, key, place)
        for key in self._applauding():
            yield stage.step(self._after(start, f"like {key}", days=5), self._like, key)
        for praise, later in zip(thread.praise, self._times_of_praise(start), strict=True):
            yield stage.step(later, self._recommend, praise)

    def _after(self, moment: datetime, what: str, *, days: int) -> datetime:
        chance = Random(f"{self._thread.where} {what}")
        return self._stage.calendar.after(moment, chance, longest=timedelta(days=days))

    def _times_of_praise(self, start: datetime) -> list[datetime]:
        """One after the other: who comes later may have it from who came before."""
        first = start + timedelta(minutes=15)
        return sorted(self._after(first, f"praise {praise.author}", days=3) for praise in self._thread.praise)

    def _applauding(self) -> list[str]:
        """Those who would like it, and are in by then."""
        joined = self._stage.joined
        return [key for key in self._stage.web.applause(self._thread) if joined[key] > self._thread.day]

    def _audience(self) -> int:
        """Some small talk is for contacts only: where all who talk are contacts by now, and nobody passes it on.

        What a company says, it says to everybody.
        """
        thread, author = self._thread, self._stage.id(self._thread.author)
        if thread.speaks_for:
            return EVERYBODY
        talking = {self._stage.id(remark.author) for remark in thread.talk} - {author}
        is_small = thread.likes <= _MOST_LIKES_AMONG_CONTACTS and not thread.praise and thread.author != HOST
        if is_small and all(is_contact(author, other) for other in talking):
            return author
        is_open = Random(f"audience {thread.where}").random() < _FOR_EVERYBODY
        return EVERYBODY if is_open else MEMBERS

    def _voice(self, said: Thread | Remark) -> tuple[int, int | None]:
        """Who says it, and by whose hand, if it is a company."""
        person = self._stage.id(said.author)
        return (self._stage.companies[said.speaks_for], person) if said.speaks_for else (person, None)

    # --- acts ---

    def _publish(self) -> None:
        author, writer = self._voice(self._thread)
        text = self._stage.said(self._thread.text)
        self._reads = self._audience()
        self._post = posts.publish_post(author=author, writer=writer, text=text, audience=self._reads)

    def _comment(self, place: int) -> None:
        remark = self._thread.talk[place]
        author, writer = self._voice(remark)
        self._comments[place] = posts.write_comment(
            author=author,
            writer=writer,
            post=self._post,
            text=self._stage.said(remark.text),
            answered=self._comments[remark.answers] if remark.answers is not None else 0,
        )

    def _nod(self, key: str, place: int) -> None:
        posts.like_comment(actor=self._stage.id(key), post=self._post, comment=self._comments[place])

    def _like(self, key: str) -> None:
        actor, author = self._stage.id(key), self._stage.id(self._thread.author)
        if self._reads != author or is_contact(author, actor):
            posts.like_post(actor=actor, post=self._post)

    def _recommend(self, praise: Praise) -> None:
        words = self._stage.said(praise.words)
        posts.recommend_post(actor=self._stage.id(praise.author), post=self._post, words=words)
