"""The statement behind the feed, without the page around it."""

import time

from draht.bench.people import best_connected, everyday
from draht.bench.report import Figure, percentile
from draht.common.ids import LARGEST
from draht.feed.acts import newest_acts


def feed_acts() -> list[Figure]:
    """How long the newest sixty acts take, for everyday and for the best connected members."""
    figures = []
    for name, members in (("everyday", everyday(limit=500)), ("best connected", best_connected(limit=50))):
        times = []
        for member in members:
            began = time.perf_counter()
            newest_acts(member, before=LARGEST, limit=60, muted=())
            times.append((time.perf_counter() - began) * 1000)
        figures += [
            Figure(f"feed acts, {name}, p50", percentile(times, 0.5), "ms", ""),
            Figure(f"feed acts, {name}, p99", percentile(times, 0.99), "ms", ""),
        ]
    return figures
