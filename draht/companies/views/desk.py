"""Ways in for the host: who has a right to which page."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from draht.accounts.door import host_only
from draht.common.answers import SeeOther
from draht.common.paging import read_before
from draht.common.saving import saves
from draht.companies import actions, queries
from draht.companies.forms.team import DecisionForm
from draht.members.viewer import MemberRequest


@require_GET
@host_only
def desk(request: MemberRequest) -> HttpResponse:
    """What waits for a decision."""
    page = queries.open_claims(before=read_before(request.GET.get("before")))
    return render(request, "companies/desk.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@host_only
def decision(request: MemberRequest, claim: int) -> HttpResponse:
    """Say yes or no, with a reason."""
    found = queries.claim_with(claim)
    if found is None:
        raise Http404
    row, line = found
    form = DecisionForm(request.POST if request.method == "POST" else None)
    is_accepted = request.POST.get("decision") == "accept"
    if form.is_bound and saves(form, actions.decide_claim, claim=row, is_accepted=is_accepted):
        messages.success(request, _("Decided. Who asked is told."))
        return SeeOther(reverse("companies:desk"))
    shown = {"form": form, "claim": line, "team": queries.team(line.company.id)}
    return render(request, "companies/decision.html", shown, status=422 if form.is_bound else 200)
