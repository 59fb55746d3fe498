"""The editorial calendar of a company."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from draht.accounts.door import members_only
from draht.common import clock
from draht.companies.door import desk_for
from draht.companies.rules import Right
from draht.members.viewer import MemberRequest
from draht.newsroom import queries

_EARLIEST, _LATEST = date(2000, 1, 1), date(2200, 1, 1)


def _first_day(asked: str) -> date:
    """The first day of the month asked for, or of this one. 404 for what is none."""
    try:
        first = date.fromisoformat(f"{asked}-01") if asked else timezone.localdate(clock.now()).replace(day=1)
    except ValueError as wrong:
        raise Http404 from wrong
    if not _EARLIEST <= first <= _LATEST:
        raise Http404
    return first


@require_safe
@members_only
def month(request: MemberRequest, handle: str) -> HttpResponse:
    """What was published in a month, what is planned, which giveaways begin and end."""
    page = desk_for(request, handle, Right.WRITE)
    first = _first_day(request.GET.get("month", ""))
    language = translation.get_language() or "en"
    shown = {"page": page, "month": queries.calendar(request.viewer.id, page.line.id, first, language=language)}
    return render(request, "newsroom/calendar.html", shown)
