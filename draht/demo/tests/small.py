"""A small part of the demo trade that hangs together, for tests that have no time for all of it."""

from dataclasses import replace

from draht.demo.reading import load
from draht.demo.trade import MENTION, Remark, Thread, Trade

_PEOPLE = (
    "ada ben cem dora emil mo tarek hartmut mateusz luca_b nilguen matteo_k holger jonas miriam_s rico heike_l corinne "
    "merle jana_k steffen_a"
)


def small_trade(more: str = "") -> Trade:
    """The personas, some of their contacts (and `more`), and what these have said to each other."""
    trade = load()
    keys = set(f"{_PEOPLE} {more}".split())

    def among(*some: str) -> bool:
        return set(some) <= keys

    return replace(
        trade,
        people={key: person for key, person in trade.people.items() if key in keys},
        threads=tuple(small for thread in trade.threads if (small := _small(thread, keys))),
        requests=tuple(request for request in trade.requests if among(request.source, request.target)),
        circles={
            key: tuple(one for one in circle if one in keys) for key, circle in trade.circles.items() if key in keys
        },
        notes=tuple(note for note in trade.notes if among(note.owner, note.contact)),
        sorting=tuple(
            replace(sorting, contacts=tuple(one for one in sorting.contacts if one in keys))
            for sorting in trade.sorting
            if sorting.owner in keys
        ),
        topics={key: topics for key, topics in trade.topics.items() if key in keys},
        follows=tuple(pair for pair in trade.follows if among(*pair)),
        muted=tuple(pair for pair in trade.muted if among(*pair)),
        blocked=tuple(pair for pair in trade.blocked if among(*pair)),
        changes=tuple(change for change in trade.changes if change[0] in keys),
    )


def _small(thread: Thread, keys: set[str]) -> Thread | None:
    """The thread as far as only these people speak and are named; None if it is somebody else's."""
    if not {thread.author, *MENTION.findall(thread.text.de)} <= keys:
        return None
    kept: dict[int, Remark] = {}
    for place, remark in enumerate(thread.talk):
        is_left_alone = remark.answers is not None and remark.answers not in kept
        if {remark.author, *MENTION.findall(remark.text.de)} <= keys and not is_left_alone:
            above = None if remark.answers is None else list(kept).index(remark.answers)
            kept[place] = replace(remark, answers=above)
    praise = tuple(praise for praise in thread.praise if praise.author in keys)
    return replace(thread, talk=tuple(kept.values()), praise=praise)
