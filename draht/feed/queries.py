"""The home feed of a member."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet

from draht.actors.models import Kind, Verb
from draht.actors.queries import LINE, ActorLine, VoiceLine, lines
from draht.common.ids import LARGEST, time_of
from draht.common.prepared import Prepared
from draht.companies.rules import Right, companies_with
from draht.feed.acts import Act, acts_on, newest_acts, seen_before
from draht.posts.models import Post
from draht.posts.queries import PostCard, cards, words_of
from draht.posts.rules import readable_by
from draht.ties.models import Tie, TieKind
from draht.ties.queries import SetAside, set_aside, tied_to

ENTRIES = 20
# Several acts fold into one entry; so many acts fill a page nearly always at the first attempt.
_ACTS = 48
# Posts that are read at a time: a page and the one that tells that there are more. Hardly any is left out.
_POSTS = ENTRIES + 1
_PUBLIC = 8
_TOPICS = 8


class Cause(NamedTuple):
    """The one cause why an entry is in the feed. `kind` is one of the words in `CAUSES`, `act` the id of the act.

    `words` is what a recommendation says in the actor's own words, as HTML.
    """

    kind: str
    actor: ActorLine
    act: int
    words: str = ""

    @property
    def when(self) -> datetime:
        return time_of(self.act)


# From the strongest to the weakest.
CAUSES = (
    "own",
    "contact",
    "follow",
    "membership",
    "contact_recommends",
    "followed_recommends",
    "hashtag",
    "contact_likes",
)


class Entry(NamedTuple):
    """A post in the feed and why it is there. `position` is the id of the act that brought it."""

    position: int
    card: PostCard
    cause: Cause


class Feed(NamedTuple):
    """A stretch of the feed. `older` is where the next one begins (None: there is none), `newest` the latest act."""

    entries: list[Entry]
    older: int | None
    newest: int


def home_feed(viewer: int, *, before: int) -> Feed:
    """The entries below the act `before`, newest first, each post once and with its strongest cause.

    A post by somebody one is tied to stands where it was published, whoever likes or recommends it later. A stranger's
    post stands where the newest act of somebody one is tied to brought it, and does not come again on older pages.
    """
    entries: list[Entry] = []
    newest, cursor, aside = 0, before, set_aside(viewer)
    while len(entries) <= ENTRIES:
        acts, older = newest_acts(viewer, before=cursor, limit=_ACTS, muted=aside.muted)
        newest = newest or (acts[0].id if acts else 0)
        for entry in _entries(viewer, acts, aside, cursor=cursor):
            entries.append(entry)
            if len(entries) > ENTRIES:
                break
        if older is None:
            break
        cursor = older
    shown = entries[:ENTRIES]
    return Feed(shown, older=shown[-1].position if len(entries) > ENTRIES else None, newest=newest)


def count_newer(viewer: int, *, after: int) -> int:
    """How many posts came into the feed after the act `after`, at most a page of them. Own posts do not count."""
    since, muted = min(after, LARGEST - 1) + 1, set_aside(viewer).muted
    acts, _ = newest_acts(viewer, before=LARGEST, since=since, limit=_ACTS, muted=muted)
    return min(len({act.post for act in acts if act.actor != viewer}), ENTRIES)


def causes_of(viewer: int, post: int) -> list[Cause]:
    """Every cause why this post reaches the viewer, the strongest first; none if it does not."""
    shown = cards(viewer, [post])
    if not shown:
        return []
    if shown[0].author.id == viewer:
        return [Cause("own", shown[0].author, post)]
    acts = acts_on(viewer, post)
    actors = lines(act.actor for act in acts if act.actor != shown[0].author.id)
    return sorted((_cause(act, shown[0], actors) for act in acts), key=lambda cause: CAUSES.index(cause.kind))


def topics_of(viewer: int) -> tuple[ActorLine, ...]:
    """Some hashtags that the viewer follows, by name."""
    return tuple(ActorLine(*row) for row in _topic_rows(viewer))


@Prepared
def _topic_rows(viewer: int) -> QuerySet[Any, Any]:
    followed = Tie.objects.filter(source=viewer, kind=TieKind.FOLLOW, target__kind=Kind.HASHTAG)
    return followed.order_by("target__name").values_list(*(f"target__{name}" for name in LINE))[:_TOPICS]


def written_for(viewer: int, voices: Iterable[VoiceLine]) -> tuple[ActorLine, ...]:
    """Of those for whom the viewer speaks, the companies for which they write what somebody else publishes."""
    waiting = [line.actor for line in voices if not line.may_publish]
    allowed = companies_with(viewer, Right.WRITE) if waiting else set()
    return tuple(actor for actor in waiting if actor.id in allowed)


def public_feed() -> list[PostCard]:
    """The newest posts for everybody, for people who are not signed in."""
    return cards(None, Post.objects.filter(readable_by(None)).order_by("-id").values_list("id", flat=True)[:_PUBLIC])


def _entries(viewer: int, acts: list[Act], aside: SetAside, *, cursor: int) -> Iterator[Entry]:
    """The entries that these acts bring, a few posts at a time, so that no more are read than are shown."""
    by_post: dict[int, list[Act]] = {}
    # A post stands at its publication if that is among the acts, else at the newest.
    positions: dict[int, int] = {}
    for act in acts:
        if act.post not in by_post:
            by_post[act.post] = [act]
            positions[act.post] = act.id
        else:
            by_post[act.post].append(act)
            if act.verb == Verb.PUBLISHED:
                positions[act.post] = act.id
    posts = sorted(positions, key=positions.__getitem__, reverse=True)
    for start in range(0, len(posts), _POSTS):
        some = posts[start : start + _POSTS]
        chosen = _chosen(viewer, some, by_post, aside, cursor=cursor)
        # Whoever published is on the card already.
        actors = lines(act.actor for card, act in chosen if act.actor != card.author.id)
        recommended = [(act.post, act.actor) for _, act in chosen if act.verb == Verb.RECOMMENDED]
        words = words_of(recommended, hidden=aside.hidden)
        for card, act in chosen:
            cause = _cause(act, card, actors)
            said = words.get((act.post, act.actor)) if act.verb == Verb.RECOMMENDED else None
            yield Entry(positions[card.id], card, cause._replace(words=said) if said else cause)


def _chosen(
    viewer: int, posts: Iterable[int], by_post: dict[int, list[Act]], aside: SetAside, *, cursor: int
) -> list[tuple[PostCard, Act]]:
    """Those of `posts` that have an entry here, with the act that is its cause."""
    found = cards(viewer, posts, hidden=aside.hidden)
    # Whoever acted here is somebody the viewer is tied to.
    tied = {viewer}.union(act.actor for acts in by_post.values() for act in acts)
    tied |= tied_to(viewer, {card.author.id for card in found} - tied)
    gone = seen_before(viewer, [card.id for card in found if card.author.id not in tied], before=cursor)
    chosen = []
    for card in found:
        acts, author = by_post[card.id], card.author.id
        if author in tied:
            # A post by somebody one is tied to comes in by its publication alone.
            acts = [act for act in acts if act.actor == author and act.verb == Verb.PUBLISHED]
        elif card.id in gone or author in aside.muted:
            continue
        if acts:
            chosen.append((card, _strongest(acts, card)))
    return chosen


_KINDS: dict[tuple[int, int], str] = {
    (Verb.PUBLISHED, 0): "own",
    (Verb.PUBLISHED, TieKind.CONTACT): "contact",
    (Verb.PUBLISHED, TieKind.FOLLOW): "follow",
    (Verb.PUBLISHED, TieKind.MEMBERSHIP): "membership",
    (Verb.RECOMMENDED, TieKind.CONTACT): "contact_recommends",
    (Verb.RECOMMENDED, TieKind.FOLLOW): "followed_recommends",
    (Verb.RECOMMENDED, TieKind.MEMBERSHIP): "followed_recommends",
    (Verb.LIKED, TieKind.CONTACT): "contact_likes",
}


def _kind(act: Act, card: PostCard) -> str:
    kind = _KINDS[act.verb, act.tie]
    # What somebody else wrote and a followed actor "published" stands under that hashtag.
    return "hashtag" if kind == "follow" and act.actor != card.author.id else kind


def _strongest(acts: list[Act], card: PostCard) -> Act:
    """The act to name; of several alike the newest."""
    if len(acts) == 1:
        return acts[0]
    return min(acts, key=lambda act: (CAUSES.index(_kind(act, card)), -act.id))


def _cause(act: Act, card: PostCard, actors: dict[int, ActorLine]) -> Cause:
    return Cause(_kind(act, card), actors.get(act.actor, card.author), act.id)
