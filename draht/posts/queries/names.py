"""Names in what third people wrote: a block hides them too."""

from collections.abc import Callable, Collection

from draht import richtext
from draht.actors.queries import lines
from draht.ui.nav import actor_href


def without_names_of(hidden: Collection[int]) -> Callable[[str], str]:
    """What takes these actors' names out of stored HTML; it changes nothing when nobody is hidden."""
    if not hidden:
        return str
    addresses = frozenset(actor_href(line) for line in lines(hidden).values())
    return lambda html: richtext.without_mentions(html, addresses)
