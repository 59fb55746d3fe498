"""Ways in: what a company wants to be asked about before it is published."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from draht.accounts.door import members_only
from draht.common import clock
from draht.common.answers import SeeOther
from draht.common.saving import saves
from draht.companies import actions
from draht.companies.door import desk_for
from draht.companies.forms.watch import WatchForm
from draht.companies.rules import Right
from draht.hints.queries import counts_since, watch_of
from draht.members.viewer import MemberRequest

_COUNTED_FOR = timedelta(days=90)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def watch(request: MemberRequest, handle: str) -> HttpResponse:
    """The words that a company watches, what it always publishes, and how often there was a hint."""
    page = desk_for(request, handle, Right.MANAGE)
    company = page.line.id
    form = WatchForm(request.POST if request.method == "POST" else None, initial=watch_of(company)._asdict())
    if form.is_bound and saves(form, actions.watch_words, company=company, by=request.viewer.id):
        messages.success(request, _("Saved. Whoever speaks for the company is asked from now on."))
        return SeeOther(request.path)
    since = timezone.localdate(clock.now() - _COUNTED_FOR)
    shown = {"page": page, "form": form, "counts": counts_since(company, since)}
    return render(request, "companies/watch.html", shown, status=422 if form.is_bound else 200)
