"""Jobs about insights."""

from django_tasks import task

from draht.companies.rules import published
from draht.insights import actions


@task(priority=-5)
def count_company(company: int, months: int) -> None:
    """Count a company's months."""
    actions.count_company(company=company, months=months)


@task(priority=-5)
def count_companies() -> None:
    """Each company by itself, so that one does not hold up the others: this month and the last."""
    for company in published().values_list("actor_id", flat=True):
        count_company.enqueue(company, 2)


@task(priority=-5)
def rebuild_trail(post: int) -> None:
    """Make a trail anew."""
    actions.rebuild_trail(post=post)
