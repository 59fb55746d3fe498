"""Every write about giveaways."""

from draht.giveaways.actions.clearing import clear_giveaway, clear_giveaways
from draht.giveaways.actions.drafts import change_draft, delete_draft, draft_giveaway
from draht.giveaways.actions.drawing import close_giveaway, close_giveaways, draw_winners, tell_of_values
from draht.giveaways.actions.entries import enter, withdraw_entry
from draht.giveaways.actions.running import call_off, start_giveaway
from draht.giveaways.actions.winners import confirm_win, decline_win, pass_on_lapsed

__all__ = [
    "call_off",
    "change_draft",
    "clear_giveaway",
    "clear_giveaways",
    "close_giveaway",
    "close_giveaways",
    "confirm_win",
    "decline_win",
    "delete_draft",
    "draft_giveaway",
    "draw_winners",
    "enter",
    "pass_on_lapsed",
    "start_giveaway",
    "tell_of_values",
    "withdraw_entry",
]
