"""Who works there: what members say of their stations, and what the company says to it."""

from django.db import transaction

from draht import outbox
from draht.common.ids import new_id
from draht.common.refusal import Refused
from draht.companies.actions.log import note
from draht.companies.actions.team import exchange_roles
from draht.companies.events import EmploymentConfirmed, EmploymentEnded
from draht.companies.models import TeamInvitation
from draht.members import actions as members
from draht.members.models import Station


def _confirm(station: Station, company: int, entry: int) -> None:
    members.confirm_station(entry=station.id)
    event = EmploymentConfirmed(company=company, member=station.member_id, station=station.id, act=entry)
    outbox.record(event)


@transaction.atomic
def confirm_employment(*, company: int, station: Station, by: int) -> None:
    """The company says: yes, they work here."""
    if station.confirmed is None:
        _confirm(station, company, note(company=company, member=by, what="employed", whom=station.member_id))


@transaction.atomic
def confirm_employment_by_mail(*, company: int, station: Station) -> None:
    """Somebody reads mail at the company's domain: they work there."""
    if station.confirmed is None:
        _confirm(station, company, note(company=company, member=station.member_id, what="mail employed"))


@transaction.atomic
def refuse_employment(*, company: int, station: Station, by: int) -> None:
    """The company says: they do not work here. The station stays as the member wrote it, without the page."""
    note(company=company, member=by, what="not employed", whom=station.member_id)
    members.link_employer(member=station.member_id, entry=station.id, company=None)


@transaction.atomic
def end_employment(*, company: int, station: Station, by: int) -> None:
    """The company says: they no longer work here. Roles and voice go at once, their stations here become past."""
    entry = note(company=company, member=by, what="ended", whom=station.member_id)
    for one in Station.objects.filter(member=station.member_id, employer_actor=company, to_year=None):
        members.end_station(entry=one.id)
    _part(company, station.member_id)
    outbox.record(EmploymentEnded(company=company, member=station.member_id, station=station.id, act=entry))


@transaction.atomic
def follow_departure(*, company: int, member: int, station: int, was_confirmed: bool) -> None:
    """A member no longer says that they work there: what they may do for the page ends, unless another of their
    stations is there, too. May run twice."""
    if Station.objects.filter(member=member, employer_actor=company, to_year=None).exists():
        return
    if _part(company, member):
        note(company=company, member=None, what="gone", whom=member)
    if was_confirmed:
        outbox.record(EmploymentEnded(company=company, member=member, station=station, act=new_id()))


def _part(company: int, member: int) -> bool:
    """Take somebody out of the team. False if they were not in it, or must stay: a page must not be nobody's."""
    TeamInvitation.objects.filter(company=company, member=member).delete()
    try:
        return exchange_roles(company, member, ())
    except Refused:
        note(company=company, member=None, what="kept", whom=member)
        return False
