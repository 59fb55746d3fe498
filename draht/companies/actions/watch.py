"""What a company wants to be asked about before it is published."""

from django.db import transaction

from draht.companies.actions.log import note
from draht.hints.actions import set_watch


@transaction.atomic
def watch_words(*, company: int, by: int, words: str, known: str) -> None:
    """Choose the words to be asked about, and what is always published. Raises Refused."""
    set_watch(actor=company, words=words, known=known)
    note(company=company, member=by, what="watch")
