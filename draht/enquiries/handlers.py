"""What enquiries do when something happened. Each may run twice."""

from draht.companies.events import TeamChanged
from draht.enquiries import actions
from draht.enquiries.events import WaitEnded
from draht.enquiries.rules import may_answer
from draht.members.events import MemberLeft


def count_answer(event: WaitEnded) -> None:
    """The figures of the team are others now."""
    actions.count_figures(company=event.company)


def release_work_of(event: TeamChanged) -> None:
    """Whoever does not answer any more looks after nothing."""
    if not may_answer(event.member, event.company):
        actions.drop_assignments(company=event.company, member=event.member)


def forget_questions_of(event: MemberLeft) -> None:
    """Whoever left takes their questions along."""
    actions.delete_enquiries_of(asker=event.member)
