"""Who is told of cases, hidden comments and appeals."""

from draht.companies.rules import Right, people_with
from draht.members.queries import hosts
from draht.moderation.events import AppealDecided, AppealMade
from draht.moderation.queries import decided_about
from draht.notifications import actions
from draht.notifications.handlers.telling import tell_of_company
from draht.notifications.models import Kind
from draht.posts import events as posts


def tell_of_case(event: posts.CaseMoved) -> None:
    """Tell the other side of a case that there is news in it."""
    if event.by == event.author:
        for member in people_with(event.company, Right.ANSWER):
            _tell_of_criticism(event, Kind.CASE, member, actor=event.author, company=event.company)
    else:
        _tell_of_criticism(event, Kind.CASE, event.author, actor=event.company)


def tell_of_hiding(event: posts.CommentHidden) -> None:
    """Tell the author that their comment is hidden: from there the way leads to the host."""
    _tell_of_criticism(event, Kind.HIDDEN, event.author, actor=event.company)


def _tell_of_criticism(event: posts.CriticismStep, kind: Kind, member: int, *, actor: int, company: int = 0) -> None:
    actions.give_notice(
        id=event.act,
        recipient=member,
        kinds={kind: event.comment},
        actor=actor,
        object_id=event.act,
        post=event.post,
        comment=event.comment,
        company=company,
    )


def tell_of_appeal(event: AppealMade) -> None:
    """Tell the hosts that somebody waits for a decision."""
    for host in hosts():
        tell_of_company(event.appeal, host, {Kind.APPEAL: event.appeal}, event.author, event.appeal)


def tell_of_appeal_decision(event: AppealDecided) -> None:
    """Tell both sides what the host decided; the other hosts have nothing to do any more."""
    actions.take_back_notice(kind=Kind.APPEAL, actor=event.author, object_id=event.appeal)
    place = decided_about(event.appeal)
    if place is None:
        return
    for member in {event.author, *people_with(event.company, Right.ANSWER)}:
        actions.give_notice(
            id=event.act,
            recipient=member,
            kinds={Kind.APPEAL: event.appeal},
            actor=event.host,
            object_id=event.appeal,
            post=place[0],
            comment=place[1],
            company=0 if member == event.author else event.company,
        )
