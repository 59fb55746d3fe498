"""What companies do when something happened elsewhere. Each may run twice."""

from django.db import transaction

from draht import outbox
from draht.companies import actions
from draht.companies.events import CompanyRenamed
from draht.members.events import StationLeft
from draht.posts.events import CaseMoved, CommentHidden, CommentShown, CriticismStep
from draht.posts.tasks import renew_mentions


def part_with_member(event: StationLeft) -> None:
    """Whoever no longer works there leaves the team."""
    actions.follow_departure(
        company=event.company, member=event.member, station=event.station, was_confirmed=event.was_confirmed
    )


def name_anew(event: CompanyRenamed) -> None:
    """What others wrote calls the company by its new name."""
    renew_mentions.enqueue(event.company)


def log_case(event: CaseMoved) -> None:
    """The log tells what became of criticism."""
    _log(event, f"case {event.state}")


def log_hidden_comment(event: CommentHidden) -> None:
    """The log tells what was hidden."""
    _log(event, "comment hidden")


def log_shown_comment(event: CommentShown) -> None:
    """And what is shown again."""
    _log(event, "comment shown")


@transaction.atomic
def _log(event: CriticismStep, what: str) -> None:
    if outbox.once(f"log {event.act}"):
        by = event.by if event.by != event.company else None
        actions.note(company=event.company, member=by, what=what)
