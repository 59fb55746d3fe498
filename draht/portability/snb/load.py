"""The whole way in, in the order in which things refer to each other."""

from draht.portability.snb.comments import bring_in_comments_of
from draht.portability.snb.knows import bring_in_knows
from draht.portability.snb.likes import bring_in_likes_of
from draht.portability.snb.names import read_names
from draht.portability.snb.network import Network
from draht.portability.snb.persons import bring_in_persons
from draht.portability.snb.posts import bring_in_posts_of


def load(network: Network) -> None:
    """Bring a network in. Each thousand rows are one transaction with the memory of them, so that a run that was killed
    goes on where it stopped. Forums and memberships are left out: groups will take them."""
    names = read_names(network.folder)
    bring_in_persons(network, names)
    bring_in_knows(network)
    bring_in_posts_of(network, names)
    bring_in_comments_of(network, names)
    bring_in_likes_of(network)
