"""What companies do by the clock."""

from datetime import timedelta

from django_tasks import task

# Once a day, however the hours of the clock fall.
_OLD = timedelta(hours=20)


@task
def look_again() -> None:
    """Look whether the proofs that hold are still there."""
    from draht.common import clock
    from draht.companies import queries
    from draht.companies.looks import look_for_proof

    for company, kind in queries.proofs_to_look_at(before=clock.now() - _OLD):
        look_for_proof.enqueue(company, kind)


@task
def keep_terms() -> None:
    """Begin and end mandates."""
    from draht.companies import actions

    actions.keep_terms()
