"""What every door of a draft begins with."""

from django.http import Http404
from django.urls import reverse

from draht.members.viewer import MemberRequest
from draht.newsroom import queries
from draht.newsroom.models import Draft
from draht.newsroom.rules import may_see


def find_draft(request: MemberRequest, draft: int) -> Draft:
    """A draft that the viewer may see, or 404."""
    found = queries.find_draft(draft)
    if found is None or not may_see(request.viewer.id, found):
        raise Http404
    return found


def address_of(draft: int) -> str:
    """Where a draft is looked at."""
    return reverse("newsroom:draft", kwargs={"draft": draft})
