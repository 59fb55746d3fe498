"""What a team agreed about its enquiries."""

from typing import NamedTuple

from draht.actors.queries import ActorLine, lines
from draht.companies.rules import Right, people_with
from draht.enquiries.models import Desk, SavedAnswer


class SavedLine(NamedTuple):
    """A saved answer."""

    id: int
    title: str
    text: str


def desk_of(company: int) -> Desk:
    """How the company wants its enquiries handled; what holds by itself where it said nothing."""
    return Desk.objects.filter(company=company).first() or Desk(company_id=company)


def saved_answers(company: int) -> list[SavedLine]:
    """The saved answers of a team, by title."""
    rows = SavedAnswer.objects.filter(company=company).order_by("title", "id")
    return [SavedLine(*row) for row in rows.values_list("id", "title", "text")]


def saved_answer(company: int, id: int) -> SavedLine | None:
    """One of them."""
    row = SavedAnswer.objects.filter(company=company, id=id).values_list("id", "title", "text").first()
    return SavedLine(*row) if row else None


def team_lines(company: int) -> list[ActorLine]:
    """Those of the team who answer, by name."""
    return sorted(lines(people_with(company, Right.ANSWER)).values(), key=lambda line: line.name)
