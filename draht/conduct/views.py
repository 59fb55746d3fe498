"""Ways in: the house rules of a company, for those who act for it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from draht.accounts.door import members_only
from draht.common.answers import SeeOther
from draht.common.refusal import Refused
from draht.common.saving import saves
from draht.companies.door import desk_for
from draht.companies.queries import CompanyDesk
from draht.companies.rules import Right
from draht.conduct import actions, queries
from draht.conduct.forms import RulesForm
from draht.conduct.models import RulesVersion
from draht.conduct.ready import ready_set
from draht.members.viewer import MemberRequest


def _address(handle: str) -> str:
    return reverse("conduct:rules", kwargs={"handle": handle})


def _version(page: CompanyDesk, version: int) -> RulesVersion:
    """One version of the company's house rules, or 404."""
    found = queries.version_of(page.line.id, version)
    if found is None:
        raise Http404
    return found


@require_safe
@members_only
def rules(request: MemberRequest, handle: str) -> HttpResponse:
    """The house rules that hold, whether the reader has acknowledged them, and for owners, who has."""
    page = desk_for(request, handle)
    company, current = page.line.id, queries.current_version(page.line.id)
    shown = {
        "page": page,
        "rules": queries.shown(current) if current else None,
        "is_done": current is not None and queries.has_acknowledged(request.viewer.id, current.id),
        "readers": queries.readers(company, current.id) if current and page.may_manage else None,
        "earlier": queries.other_versions(company, current.id) if current else [],
    }
    return render(request, "conduct/rules.html", shown)


@require_safe
@members_only
def version(request: MemberRequest, handle: str, version: int) -> HttpResponse:
    """House rules that held earlier."""
    page = desk_for(request, handle)
    found = _version(page, version)
    if found == queries.current_version(page.line.id):
        return SeeOther(_address(handle))
    return render(request, "conduct/version.html", {"page": page, "rules": queries.shown(found)})


@require_POST
@members_only
def acknowledge(request: MemberRequest, handle: str, version: int) -> HttpResponse:
    """One button: I have read this version."""
    found = _version(desk_for(request, handle), version)
    try:
        actions.acknowledge_rules(version=found, by=request.viewer.id)
        messages.success(request, _("Thank you. It is noted that you know the house rules."))
    except Refused as refused:
        messages.error(request, refused.message)
    return SeeOther(_address(handle))


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def write(request: MemberRequest, handle: str) -> HttpResponse:
    """Change the house rules, or begin with the ready set."""
    page = desk_for(request, handle, Right.MANAGE)
    current = queries.current_version(page.line.id)
    prefilled = current.text if current else ready_set()
    form = RulesForm(request.POST if request.method == "POST" else None, initial={"text": prefilled})
    facts = {"company": page.line.id, "by": request.viewer.id}
    if form.is_bound and saves(form, actions.write_rules, **facts):
        messages.success(request, _("The house rules hold from now on. The whole team is asked to read them."))
        return SeeOther(_address(handle))
    shown = {"page": page, "form": form, "is_first": current is None}
    return render(request, "conduct/write.html", shown, status=422 if form.is_bound else 200)
