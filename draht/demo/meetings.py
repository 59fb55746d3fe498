"""People ask each other for contact, follow, keep their distance, and note what they want to remember."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import timedelta
from random import Random

from draht.actors.actions import hashtags
from draht.contacts import actions as contacts
from draht.contacts.models import Ground
from draht.demo.cards import released
from draht.demo.stage import LAST_CONTACT, Stage, Step
from draht.demo.trade import Note, Request, Text
from draht.demo.web import Acquaintance, Pair
from draht.richtext import canonical_tag
from draht.ties import actions as ties

_TOPICS_FOLLOWED, _MUTED, _BLOCKED = 60, 30, 29


class Meetings:
    """Everything between two people."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._requests: dict[Pair, int] = {}

    def steps(self) -> Iterator[Step]:
        """Contacts, then what stands beside them."""
        for known in self._stage.web.acquaintances():
            yield from self._acquaintance(known)
        for request in self._stage.trade.requests:
            yield from self._request(request)
        yield from self._ties()
        yield from self._bookkeeping()

    # --- contacts ---

    def _acquaintance(self, known: Acquaintance) -> Iterator[Step]:
        stage, pair = self._stage, (known.asker, known.asked)
        chance = Random(f"contact {pair}")
        both_in = min(stage.joined[known.asker], stage.joined[known.asked]) - 1
        later = int(chance.random() ** 2.5 * both_in * 0.8)
        moment = stage.calendar.some_time(max(LAST_CONTACT, both_in - later), chance)
        yield stage.step(moment, self._ask, pair, known.ground, known.detail, known.text)
        yield stage.step(stage.calendar.after(moment, chance, longest=timedelta(days=4)), self._accept, pair)

    def _request(self, request: Request) -> Iterator[Step]:
        stage, pair = self._stage, (request.source, request.target)
        chance = Random(f"by hand {pair}")
        moment = stage.calendar.some_time(request.day, chance)
        yield stage.step(moment, self._ask, pair, request.ground, request.detail, request.text)
        endings: dict[str, Callable[[Pair], object]] = {
            "accepted": self._accept,
            "declined": self._decline,
            "pitch": self._report,
            "withdrawn": self._withdraw,
        }
        if request.state in endings:
            later = stage.calendar.after(moment, chance, longest=timedelta(days=2))
            yield stage.step(later, endings[request.state], pair)

    def _ask(self, pair: Pair, ground: str, detail: Text, text: Text) -> None:
        asker, asked = pair
        self._requests[pair] = contacts.ask_for_contact(
            asker=self._stage.id(asker),
            asked=self._stage.id(asked),
            ground=Ground(ground),
            detail=self._stage.said(detail),
            text=self._stage.said(text),
            fields=self._given(asker, asked),
        ).id

    def _accept(self, pair: Pair) -> None:
        asker, asked = pair
        fields = self._given(asked, asker)
        contacts.accept_request(request=self._requests[pair], asked=self._stage.id(asked), fields=fields)

    def _decline(self, pair: Pair) -> None:
        contacts.decline_request(request=self._requests[pair], asked=self._stage.id(pair[1]))

    def _report(self, pair: Pair) -> None:
        contacts.report_pitch(request=self._requests[pair], asked=self._stage.id(pair[1]))

    def _withdraw(self, pair: Pair) -> None:
        contacts.withdraw_request(request=self._requests[pair], asker=self._stage.id(pair[0]))

    def _given(self, owner: str, to: str) -> list[int]:
        """The fields of their card that one gives to another."""
        fields, people = self._stage.fields[owner], self._stage.trade.people
        return [fields[key] for key in released(people[owner], people[to], list(fields))]

    # --- following, and keeping away ---

    def _ties(self) -> Iterator[Step]:
        stage, trade = self._stage, self._stage.trade
        for key, topics in trade.topics.items():
            words = topics[0] if stage.language == "de" else topics[1]
            moment = stage.calendar.moment(min(_TOPICS_FOLLOWED, stage.joined[key] - 1), "12:15")
            yield stage.step(moment, self._follow_topics, key, words)
        for source, target in trade.follows:
            day = max(min(stage.joined[source], stage.joined[target]) - 9, 1)
            yield stage.step(stage.calendar.moment(day, "12:40"), self._tie, ties.follow, source, target)
        for source, target in trade.muted:
            yield stage.step(stage.calendar.moment(_MUTED, "11:00"), self._tie, ties.mute, source, target)
        for source, target in trade.blocked:
            yield stage.step(stage.calendar.moment(_BLOCKED, "11:00"), self._tie, ties.block, source, target)

    def _tie(self, tie: Callable[..., None], source: str, target: str) -> None:
        tie(source=self._stage.id(source), target=self._stage.id(target))

    def _follow_topics(self, key: str, words: tuple[str, ...]) -> None:
        for topic in hashtags(canonical_tag(word) for word in words):
            ties.follow(source=self._stage.id(key), target=topic)

    # --- what people keep for themselves ---

    def _bookkeeping(self) -> Iterator[Step]:
        stage, trade = self._stage, self._stage.trade
        yesterday = stage.calendar.moment(1, "16:00")
        for note in trade.notes:
            yield stage.step(yesterday, self._write_note, note)
        tags: dict[Pair, list[Text]] = defaultdict(list)
        for sorting in trade.sorting:
            for contact in sorting.contacts:
                tags[sorting.owner, contact].append(sorting.tag)
        for pair, words in tags.items():
            yield stage.step(yesterday, self._sort, pair, words)

    def _write_note(self, note: Note) -> None:
        owner, contact = self._stage.id(note.owner), self._stage.id(note.contact)
        contacts.write_note(owner=owner, contact=contact, text=self._stage.said(note.text))

    def _sort(self, pair: Pair, words: list[Text]) -> None:
        tags = [self._stage.said(word) for word in words]
        contacts.set_tags(owner=self._stage.id(pair[0]), contact=self._stage.id(pair[1]), tags=tags)
