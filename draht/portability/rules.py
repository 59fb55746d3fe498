"""How long an archive stays."""

from datetime import timedelta

# It holds everything about a person: long enough to fetch it, not longer.
TAKEAWAY_STAYS = timedelta(days=1)
# One that has not come by then never will: its job has failed for good.
TAKEAWAY_MAY_TAKE = timedelta(days=2)
