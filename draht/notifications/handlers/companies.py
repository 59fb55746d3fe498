"""Who is told what a company asks, confirms and decides."""

from draht.common.ids import new_id
from draht.companies import events as companies
from draht.companies.rules import Right, own_people_with
from draht.newsroom import events as newsroom
from draht.newsroom.queries import is_newest_version
from draht.notifications import actions
from draht.notifications.handlers.telling import tell_of_company
from draht.notifications.models import Kind


def tell_of_invitation(event: companies.TeamInvited) -> None:
    """Tell a member which company asks them into its team."""
    kinds = {Kind.TEAM: event.invitation}
    tell_of_company(event.invitation, event.member, kinds, event.company, event.invitation)


def tell_of_employment(event: companies.EmploymentConfirmed) -> None:
    """Tell a member which company confirms that they work there."""
    tell_of_company(event.act, event.member, {Kind.EMPLOYED: event.station}, event.company, event.station)


def tell_of_departure(event: companies.EmploymentEnded) -> None:
    """Remind a member who no longer works somewhere of the business card, once."""
    tell_of_company(event.act, event.member, {Kind.DEPARTED: event.station}, event.company, event.station)


def tell_of_decision(event: companies.ClaimDecided) -> None:
    """Tell a member that the host has decided about a page."""
    tell_of_company(new_id(), event.member, {Kind.DECISION: event.claim}, event.company, event.claim)


def tell_of_mandate(event: companies.MandateOffered) -> None:
    """Tell a member which company offers them a mandate."""
    tell_of_company(event.mandate, event.member, {Kind.MANDATE: event.mandate}, event.company, event.mandate)


def tell_of_end(event: companies.MandateEnded) -> None:
    """Tell who acted under a mandate, and those who give mandates, that it is over; not whoever ended it."""
    told = {event.member: (Kind.ENDED, event.company, 0)}
    for member in own_people_with(event.company, Right.MANAGE):
        told[member] = (Kind.LEFT, event.member, event.company)
    for member, (kind, actor, company) in told.items():
        if member != event.by:
            tell_of_company(new_id(), member, {kind: event.mandate}, actor, event.mandate, company=company)


def tell_of_draft(event: newsroom.DraftWaits) -> None:
    """Tell those of the company who may release a draft that it waits, in its newest version."""
    if not is_newest_version(event.draft, event.version):
        return
    actions.take_back_notice(kind=Kind.DRAFT, actor=event.writer, object_id=event.draft)
    for member in own_people_with(event.company, Right.WRITE):
        kinds = {Kind.DRAFT: event.draft}
        tell_of_company(event.version, member, kinds, event.writer, event.draft, company=event.company)


def tell_of_release(event: newsroom.DraftReleased) -> None:
    """Tell the writer that a draft is released; the others have nothing to do any more."""
    actions.take_back_notice(kind=Kind.DRAFT, actor=event.writer, object_id=event.draft)
    tell_of_company(event.act, event.writer, {Kind.RELEASED: event.draft}, event.company, event.draft)


def tell_of_return(event: newsroom.DraftReturned) -> None:
    """Tell the writer that a draft came back."""
    actions.take_back_notice(kind=Kind.DRAFT, actor=event.writer, object_id=event.draft)
    actions.take_back_notice(kind=Kind.RETURNED, actor=event.company, object_id=event.draft)
    tell_of_company(event.act, event.writer, {Kind.RETURNED: event.draft}, event.company, event.draft)


def tell_of_stop(event: newsroom.DraftStopped) -> None:
    """Tell whoever planned a draft that the clock could not publish it."""
    kinds = {Kind.STOPPED: event.draft}
    tell_of_company(event.act, event.member, kinds, event.company, event.draft, company=event.company)
