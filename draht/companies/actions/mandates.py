"""Mandates: offered, accepted, begun and ended."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from draht import outbox
from draht.actors.actions import grant_voice, withdraw_voice
from draht.common import clock
from draht.common.refusal import Refused
from draht.companies.actions.log import note
from draht.companies.actions.texts import text
from draht.companies.events import MandateEnded, MandateOffered, TeamChanged
from draht.companies.models import ABOUT, RECORD, Company, Ending, Mandate, Scope
from draht.companies.rules import (
    LONGEST_MANDATE,
    MOST_MANDATES,
    SPEAKING,
    Right,
    is_outside,
    may_bring_agency,
    running_mandates,
)
from draht.ties.rules import is_hidden


def midnight_before(day: date, zone: str) -> datetime:
    """When a day begins in a time zone."""
    return datetime.combine(day, time.min, ZoneInfo(zone)).astimezone(UTC)


@transaction.atomic
def offer_mandate(
    *,
    company: int,
    caretaker: int,
    by: int,
    scope: Collection[Scope],
    starts: date,
    ends: date,
    subject: str,
    data_kinds: str,
    instructions: str,
    subprocessors: str,
    agency: int | None = None,
    four_eyes: bool = True,
) -> int:
    """Ask somebody outside the team to act for the company from the first of these days to the last, its own time.

    `agency`: the company for which they do it. The last four are the record of the processing. Returns the mandate's
    id. Raises Refused.
    """
    page = Company.objects.select_for_update(no_key=True).get(actor=company)
    begin, end = midnight_before(starts, page.time_zone), midnight_before(ends + timedelta(days=1), page.time_zone)
    if not scope:
        raise Refused(_("Please choose what the mandate is for."), field="scope")
    if not clock.now() < end or ends < starts:
        raise Refused(_("This day is over before the mandate begins."), field="ends")
    if end - begin > LONGEST_MANDATE:
        raise Refused(_("A mandate lasts two years at most. It can be given again."), field="ends")
    if is_hidden(by, caretaker) or not is_outside(caretaker, company):
        raise Refused(_("This member cannot be asked. Whoever is in the team has roles and needs no mandate."))
    open_ones = Mandate.objects.filter(company=company, ended=None)
    if open_ones.filter(caretaker=caretaker).exists():
        raise Refused(_("This member has a mandate or an offer already. End it first."))
    if open_ones.count() >= MOST_MANDATES:
        raise Refused(_("There are many mandates already. Please end one first."))
    if agency == company:
        raise Refused(_("The agency is another company."), field="agency")
    mandate = Mandate.objects.create(
        company_id=company,
        caretaker_id=caretaker,
        agency_id=agency,
        by_id=by,
        scope=" ".join(word.value for word in Scope if word in scope),
        starts=begin,
        ends=end,
        four_eyes=four_eyes,
        subject=_recorded(subject, "subject"),
        data_kinds=_recorded(data_kinds, "data_kinds"),
        instructions=_recorded(instructions, "instructions"),
        subprocessors=_recorded(subprocessors, "subprocessors"),
    )
    note(company=company, member=by, what="mandate offered", whom=caretaker)
    outbox.record(MandateOffered(company=company, member=caretaker, mandate=mandate.id))
    return mandate.id


def _recorded(typed: str, field: str) -> str:
    clean = text(typed, RECORD, field=field)
    if not clean.strip():
        raise Refused(_("The law wants this written down before the mandate begins."), field=field)
    return clean


def _hold(mandate: int) -> Mandate:
    """Let nobody else change this mandate until the transaction ends. Raises Refused if it is over."""
    # The company first, as with roles: nobody joins the team and accepts a mandate in the same moment.
    company = Mandate.objects.filter(id=mandate).values_list("company_id", flat=True).first()
    Company.objects.select_for_update(no_key=True).filter(actor=company).first()
    row = Mandate.objects.select_related("company").filter(id=mandate, ended=None).first()
    if row is None:
        raise Refused(_("This mandate is over."))
    return row


@transaction.atomic
def accept_mandate(*, mandate: int) -> None:
    """The caretaker agrees. It begins at once, or by the clock on its first day. Raises Refused."""
    row = _hold(mandate)
    if row.accepted or row.caretaker_id is None:
        return
    if row.ends <= clock.now():
        raise Refused(_("This mandate is over."))
    if not is_outside(row.caretaker_id, row.company_id):
        raise Refused(_("You are in the team: you need no mandate."))
    if row.agency_id and not may_bring_agency(row.caretaker_id, row.agency_id):
        raise Refused(_("You do not speak for this agency here. Let its owner take you into its team first."))
    Mandate.objects.filter(id=mandate).update(accepted=clock.now())
    note(company=row.company_id, member=row.caretaker_id, what="mandate accepted")
    if row.starts <= clock.now():
        _begin(row)


def _begin(mandate: Mandate) -> None:
    Mandate.objects.filter(id=mandate.id).update(begun=clock.now())
    _give_voice(mandate)
    note(company=mandate.company_id, member=None, what="mandate begun", whom=mandate.caretaker_id)


def _give_voice(mandate: Mandate) -> None:
    """Whoever may write or answer speaks for the company, under the name of the agency or their own, to the second."""
    if mandate.caretaker_id and {Right(word) for word in mandate.scope.split()} & SPEAKING:
        grant_voice(
            speaker=mandate.caretaker_id,
            actor=mandate.company_id,
            agency=mandate.agency_id or mandate.caretaker_id,
            may_publish=not mandate.four_eyes and mandate.company.published is not None,
            until=mandate.ends,
        )


def renew_mandated_voices(*, company: int) -> None:
    """The page was published or withdrawn: whoever speaks under a mandate may do it, or no longer."""
    for mandate in running_mandates().filter(company=company).select_related("company"):
        _give_voice(mandate)


@transaction.atomic
def end_mandate(*, mandate: int, by: int) -> None:
    """End a mandate, or the offer of one, at once: the caretaker or an owner. Raises Refused if it is over."""
    row = _hold(mandate)
    if by == row.caretaker_id:
        _end(row, by, Ending.GIVEN_UP if row.accepted else Ending.DECLINED)
    else:
        _end(row, by, Ending.REVOKED if row.accepted else Ending.TAKEN_BACK)


def _end(mandate: Mandate, by: int | None, ending: Ending) -> None:
    # By the clock, it ended when its term did, however late the clock is.
    moment = mandate.ends if ending is Ending.TERM else clock.now()
    Mandate.objects.filter(id=mandate.id).update(ended=moment, ended_by=by, ending=ending)
    if mandate.begun and mandate.caretaker_id:
        withdraw_voice(speaker=mandate.caretaker_id, actor=mandate.company_id)
        # What somebody of the team looked after goes back to the others; so does a caretaker's.
        outbox.record(TeamChanged(company=mandate.company_id, member=mandate.caretaker_id))
        outbox.record(MandateEnded(company=mandate.company_id, member=mandate.caretaker_id, mandate=mandate.id, by=by))
    note(company=mandate.company_id, member=by, what=f"mandate {ending.value}", whom=mandate.caretaker_id)


def keep_terms() -> None:
    """Begin the mandates whose first day has come, end those whose last day is over. May run twice."""
    begins = Mandate.objects.filter(ended=None, begun=None, starts__lte=clock.now(), ends__gt=clock.now())
    ends = Mandate.objects.filter(ended=None, ends__lte=clock.now())
    for mandate in list(begins.exclude(accepted=None).values_list("id", flat=True)):
        _keep(mandate)
    for mandate in list(ends.values_list("id", flat=True)):
        _keep(mandate)


@transaction.atomic
def _keep(mandate: int) -> None:
    try:
        row = _hold(mandate)
    except Refused:  # somebody ended it in the same moment
        return
    if row.ends <= clock.now():
        _end(row, None, Ending.TERM)
    elif row.accepted and row.begun is None and row.starts <= clock.now():
        _begin(row)


def write_handover(*, mandate: int, words: str) -> None:
    """Write down what whoever comes next must know. Raises Refused if it is too long."""
    Mandate.objects.filter(id=mandate).update(handover=text(words, ABOUT, field="words"))
