"""Decisions about drafts: who sees, changes, releases and publishes them."""

from draht.companies.rules import Right, own_rights_of, rights_of, running_mandates, waits_for_release
from draht.newsroom.models import Draft, DraftState

# How many drafts of a company may be open, and how often one may be talked about.
MOST_DRAFTS = 100
MOST_WORDS = 100
# How far ahead something may be planned, in days.
LONGEST_PLAN = 366

OPEN = (DraftState.WRITING, DraftState.WAITING, DraftState.RETURNED, DraftState.PLANNED, DraftState.STOPPED)
# What may be published as it stands.
_READY = (DraftState.WRITING, DraftState.PLANNED, DraftState.STOPPED)


def is_own(viewer: int, company: int) -> bool:
    """Whether `viewer` is one of the company's own people who write for it."""
    return Right.WRITE in own_rights_of(viewer, company)


def publishes_alone(viewer: int, company: int) -> bool:
    """Whether what `viewer` writes for the company needs nobody else."""
    return is_own(viewer, company) or (
        Right.WRITE in rights_of(viewer, company) and not waits_for_release(viewer, company)
    )


def is_under_mandate(draft: Draft) -> bool:
    """Whether a caretaker is still at it. Once the mandate is over, it is the company's alone."""
    return draft.mandate_id is not None and running_mandates().filter(id=draft.mandate_id).exists()


def needs_release(draft: Draft) -> bool:
    """Whether one of the company's own people has to look at it first."""
    return is_under_mandate(draft) and draft.mandate is not None and draft.mandate.four_eyes


def may_change(viewer: int, draft: Draft) -> bool:
    """Whether `viewer` may change or withdraw this draft: a caretaker their own, the company's people the company's."""
    if draft.state not in OPEN:
        return False
    if is_under_mandate(draft):
        return viewer == draft.writer_id
    return is_own(viewer, draft.company_id)


def may_release(viewer: int, draft: Draft) -> bool:
    """Whether `viewer` may release or return this draft, if it waits: one of the company's own people who did not write
    it."""
    return needs_release(draft) and viewer != draft.writer_id and is_own(viewer, draft.company_id)


def may_publish(viewer: int, draft: Draft) -> bool:
    """Whether `viewer` may publish or plan this draft as it stands."""
    if needs_release(draft):
        is_read = draft.state in (DraftState.WAITING, DraftState.PLANNED, DraftState.STOPPED)
        return is_read and may_release(viewer, draft)
    return draft.state in _READY and may_change(viewer, draft)


def may_see(viewer: int, draft: Draft) -> bool:
    """Whether `viewer` may see this draft: its writer, and the company's own people once it was laid before them."""
    if viewer == draft.writer_id and Right.WRITE in rights_of(viewer, draft.company_id):
        return True
    is_private = draft.state == DraftState.WRITING and is_under_mandate(draft)
    return not is_private and is_own(viewer, draft.company_id)
