"""Who is told of contacts and followers."""

from django.utils import timezone

from draht.common.ids import id_at
from draht.contacts.events import ContactAgreed, ContactRequested, RequestRefused, RequestWithdrawn
from draht.notifications import actions
from draht.notifications.models import Kind
from draht.ties.events import ActorFollowed
from draht.ties.models import TieKind
from draht.ties.queries import tied_since


def tell_of_request(event: ContactRequested) -> None:
    """Tell a member who asks for contact."""
    actions.give_notice(
        id=event.request,
        recipient=event.asked,
        kinds={Kind.REQUEST: event.request},
        actor=event.asker,
        object_id=event.request,
    )


def forget_request(event: RequestWithdrawn) -> None:
    """A request that was taken back was never there."""
    actions.take_back_notice(kind=Kind.REQUEST, actor=event.asker, object_id=event.request)


def tell_of_acceptance(event: ContactAgreed) -> None:
    """Tell the asker; the asked has dealt with the request."""
    actions.mark_read(recipient=event.asked, kind=Kind.REQUEST, object_id=event.request)
    agreed = tied_since(event.asker, TieKind.CONTACT, event.asked)
    if agreed:
        actions.give_notice(
            id=id_at(agreed),
            recipient=event.asker,
            kinds={Kind.ACCEPTANCE: event.request},
            actor=event.asked,
            object_id=event.request,
        )


def close_refused_request(event: RequestRefused) -> None:
    """The asked has dealt with the request; the asker does not learn of it."""
    actions.mark_read(recipient=event.asked, kind=Kind.REQUEST, object_id=event.request)


def tell_of_follow(event: ActorFollowed) -> None:
    """Tell a member who follows them. Those of one day are one group."""
    began = tied_since(event.source, TieKind.FOLLOW, event.target)
    if began:
        actions.give_notice(
            id=id_at(began),
            recipient=event.target,
            kinds={Kind.FOLLOW: timezone.localdate(began).isoformat()},
            actor=event.source,
        )
