"""What stands beside the composer when somebody speaks for a company, such as its house rules.

Rooms above know it; they say so with `show` when they start.
"""

from collections.abc import Callable, Collection, Mapping

from markupsafe import Markup

# Takes actors, returns safe HTML for those that have something to say.
Source = Callable[[Collection[int]], Mapping[int, Markup]]
_SOURCES: list[Source] = []


def show(source: Source) -> None:
    """Let another room say something to whoever speaks for an actor."""
    _SOURCES.append(source)


def words_beside(actors: Collection[int]) -> dict[int, Markup]:
    """What whoever speaks for these actors should have before their eyes. No query for none."""
    found: dict[int, Markup] = {}
    for source in _SOURCES if actors else ():
        for actor, words in source(actors).items():
            found[actor] = found.get(actor, Markup()) + words
    return found
