"""Ways in: when mail about a company waits."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from draht.accounts.door import members_only
from draht.common.answers import SeeOther
from draht.common.saving import saves
from draht.companies import actions
from draht.companies.door import desk_for
from draht.companies.forms.quiet import QuietForm
from draht.companies.rules import Right
from draht.companies.views.found import address_of
from draht.members.viewer import MemberRequest


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def quiet(request: MemberRequest, handle: str) -> HttpResponse:
    """Set the quiet hours of a company."""
    page = desk_for(request, handle, Right.MANAGE)
    now = {"begins": page.company.quiet_begins, "ends": page.company.quiet_ends}
    form = QuietForm(request.POST if request.method == "POST" else None, initial=now)
    if form.is_bound and saves(form, actions.set_quiet_hours, company=page.line.id, by=request.viewer.id):
        messages.success(request, _("The quiet hours are saved."))
        return SeeOther(address_of(page, "team"))
    return render(request, "companies/quiet.html", {"page": page, "form": form}, status=422 if form.is_bound else 200)
