"""What a member does in the teams of companies: who asks whom into them, the inbox, the log.

Questions, notes and the log tell of others: of these goes out that the member wrote or did something, and when.
"""

from collections.abc import Iterator

from draht.companies.models import LogEntry, TeamInvitation
from draht.companies.queries import own_invitations
from draht.conduct.models import RulesVersion
from draht.enquiries.models import Desk, Enquiry, Message, Note
from draht.portability.export.values import Values, ident, moment_of


def asked_into_teams(id: int) -> list[Values]:
    """Which companies ask the member into their team; those that the member blocked are silent here as well."""
    return [
        {"company": line.who.name, "asked": moment_of(line.id), "roles": [role.value for role in line.roles]}
        for line in own_invitations(id)
    ]


def asked_others(id: int) -> list[Values]:
    """For which companies the member asked somebody into the team who has not answered; whom stays here."""
    rows = TeamInvitation.objects.filter(by=id).select_related("company__actor").order_by("id")
    return [{"company": row.company.actor.name, "asked": moment_of(row.id), "roles": row.roles} for row in rows]


def deputy_of(id: int) -> list[str]:
    """The companies that tell the member when an answer is due, by name."""
    names = Desk.objects.filter(deputy=id).order_by("company__actor__name")
    return list(names.values_list("company__actor__name", flat=True))


def house_rules_written(id: int) -> list[Values]:
    """House rules that the member put into force for companies, oldest first."""
    rows = RulesVersion.objects.filter(by=id).select_related("company__actor").order_by("id")
    return [{"company": row.company.actor.name, "in_force": moment_of(row.id), "text": row.text} for row in rows]


def inbox(id: int) -> Iterator[Values]:
    """inbox.json: answers and notes that the member wrote for companies, then what waits for them now."""
    for what, model in (("answer", Message), ("note", Note)):
        rows = (
            model.objects.filter(writer=id).order_by("id").values_list("id", "enquiry", "enquiry__company__actor__name")
        )
        for written, enquiry, company in rows.iterator():
            yield _work(what, enquiry, company, written)
    given = Enquiry.objects.filter(assigned=id).order_by("id").values_list("id", "company__actor__name")
    for enquiry, company in given.iterator():
        yield _work("assignment", enquiry, company)


def _work(what: str, enquiry: int, company: str, written: int = 0) -> Values:
    return {
        "what": what,
        "enquiry": ident(enquiry),
        "company": company,
        "written": moment_of(written) if written else None,
    }


def page_log(id: int) -> Iterator[Values]:
    """page_log.json, oldest first: what the log of a company says that the member did, without what it was done to."""
    rows = LogEntry.objects.filter(member=id).order_by("id").values_list("id", "company__actor__name", "what")
    for entry, company, what in rows.iterator():
        yield {"company": company, "done": moment_of(entry), "what": what}
