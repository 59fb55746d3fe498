"""Who is told of giveaways."""

from draht.common.ids import new_id
from draht.giveaways.events import GiveawayCleared, ValueKnown, WinnerDrawn
from draht.giveaways.queries import waiting_winner
from draht.giveaways.rules import builders, is_to_be_drawn
from draht.notifications import actions
from draht.notifications.handlers.telling import tell_of_company
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


def tell_of_value(event: ValueKnown) -> None:
    """Tell those who may draw that the public value can be entered, unless somebody has done so by now."""
    if is_to_be_drawn(event.giveaway):
        for member in builders(event.company):
            kinds = {Kind.VALUE: event.giveaway}
            tell_of_company(new_id(), member, kinds, event.company, event.giveaway, company=event.company)
