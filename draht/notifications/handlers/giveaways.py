"""Who is told of giveaways."""

from draht.giveaways.events import GiveawayCleared, WinnerDrawn
from draht.giveaways.queries import waiting_winner
from draht.notifications import actions
from draht.notifications.models import Kind


def tell_of_win(event: WinnerDrawn) -> None:
    """Tell a winner that a prize waits for their answer."""
    winner = waiting_winner(event.win)
    if winner:
        actions.give_notice(
            id=event.win,
            recipient=winner,
            kinds={Kind.WIN: event.giveaway},
            actor=event.company,
            object_id=event.giveaway,
        )


def forget_wins(event: GiveawayCleared) -> None:
    """Who won is deleted with the other data of the giveaway."""
    actions.take_back_notice(kind=Kind.WIN, actor=event.company, object_id=event.giveaway)
