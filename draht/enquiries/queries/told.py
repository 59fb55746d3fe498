"""Who is to be told of what happens to an enquiry. Asked when the telling happens, so that it is still true."""

from collections.abc import Collection

from django.db.models import Q

from draht.companies.models import Role, TeamRole
from draht.companies.rules import Right, companies_with, may, people_with
from draht.enquiries.models import Desk, Enquiry, Outcome, Stage, State, Wait
from draht.posts.queries.publicly import said_in_public


def asker_of(enquiry: int) -> int | None:
    """The member who asked; None for a guest, or if the enquiry is gone."""
    return Enquiry.objects.filter(id=enquiry).values_list("asker_id", flat=True).first()


def told_of_question(enquiry: int) -> list[int]:
    """Whom of the team a question concerns: whoever looks after the enquiry, else all who answer."""
    row = Enquiry.objects.filter(id=enquiry, state=State.OPEN).values_list("company_id", "assigned_id").first()
    return _answerers(*row) if row else []


def _answerers(company: int, assigned: int | None) -> list[int]:
    return [assigned] if assigned and may(assigned, company, Right.ANSWER) else people_with(company, Right.ANSWER)


def told_of_missed_answer(wait: int, stage: int) -> list[int]:
    """Whom of the team the clock tells at this stage that somebody still waits; nobody once they do not."""
    found = Wait.objects.filter(id=wait, outcome=Outcome.WAITING).exclude(enquiry=None)
    row = found.values_list("company_id", "enquiry__assigned_id").first()
    if row is None:
        return []
    company, assigned = row
    if stage == Stage.ANSWERERS:
        return _answerers(company, assigned)
    deputy = Desk.objects.filter(company=company).values_list("deputy_id", flat=True).first()
    if stage == Stage.DEPUTY and deputy and may(deputy, company, Right.ANSWER):
        return [deputy]
    return _owners(company)


def titles_for(viewer: int, enquiries: Collection[int]) -> dict[int, str]:
    """What these enquiries are called, those alone that the viewer asked or handles. Two queries,
    and those of `said_in_public`."""
    handled = companies_with(viewer, Right.ANSWER)
    found = Enquiry.objects.filter(Q(asker=viewer) | Q(company__in=handled), id__in=enquiries)
    rows = list(found.values_list("id", "subject", "excerpt", "post_id", "comment_id"))
    public = said_in_public(viewer, [row[3:] for row in rows if row[3]])
    sent = {id: subject or excerpt for id, subject, excerpt, post, _ in rows if not post}
    return sent | {row[0]: public[row[3:]].excerpt for row in rows if row[3:] in public}


def _owners(company: int) -> list[int]:
    owners = TeamRole.objects.filter(company=company, role=Role.OWNER)
    return sorted(owners.values_list("member_id", flat=True))
