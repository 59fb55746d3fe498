"""Reads about giveaways."""

from draht.giveaways.queries.drawing import Drawing, drawing
from draht.giveaways.queries.finding import company_with, giveaway_with
from draht.giveaways.queries.pages import (
    GiveawayLine,
    GiveawayPage,
    current_giveaways,
    giveaway_page,
    giveaways_of,
    waiting_winner,
)
from draht.giveaways.queries.proof import proof_of
from draht.giveaways.queries.team import (
    Handover,
    TakingPart,
    Turn,
    answers_to,
    handovers,
    newest_giveaways,
    open_wins,
    turns_between,
)

__all__ = [
    "Drawing",
    "GiveawayLine",
    "GiveawayPage",
    "Handover",
    "TakingPart",
    "Turn",
    "answers_to",
    "company_with",
    "current_giveaways",
    "drawing",
    "giveaway_page",
    "giveaway_with",
    "giveaways_of",
    "handovers",
    "newest_giveaways",
    "open_wins",
    "proof_of",
    "turns_between",
    "waiting_winner",
]
