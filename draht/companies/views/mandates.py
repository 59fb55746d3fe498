"""Ways in: mandates, for the owners who give them and the caretakers who have them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from draht.accounts.door import members_only
from draht.actors.models import Kind
from draht.actors.queries import by_handle
from draht.common.answers import SeeOther
from draht.common.refusal import Refused
from draht.common.saving import saves
from draht.companies import actions, queries
from draht.companies.door import desk_for
from draht.companies.forms.mandates import HandoverForm, MandateForm
from draht.companies.queries import MandateLine
from draht.companies.rules import Right, may, may_see_mandate
from draht.companies.views.found import address_of
from draht.members.queries import find_members
from draht.members.viewer import MemberRequest


@require_GET
@members_only
def mandates(request: MemberRequest, handle: str) -> HttpResponse:
    """Who acts for the company from outside; the owners find members to ask."""
    page = desk_for(request, handle, Right.MANAGE)
    text = request.GET.get("q", "")[:100].strip()
    team = {line.who.id for line in queries.team(page.line.id)}
    found = find_members(request.viewer.id, text) if text else None
    shown = {
        "page": page,
        "text": text,
        "found": None if found is None else [line for line in found if line.id not in team],
        "mandates": queries.mandates_of(page.line.id),
    }
    return render(request, "companies/_to_mandate.html" if request.htmx else "companies/mandates.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def offer(request: MemberRequest, handle: str, member: str) -> HttpResponse:
    """Ask a member to act for the company."""
    page = desk_for(request, handle, Right.MANAGE)
    who = by_handle(Kind.MEMBER, member)
    if who is None:
        raise Http404
    form = MandateForm(request.POST if request.method == "POST" else None, viewer=request.viewer.id)
    facts = {"company": page.line.id, "caretaker": who.id, "by": request.viewer.id}
    if form.is_bound and saves(form, actions.offer_mandate, **facts):
        messages.success(request, _("%(name)s is asked.") % {"name": who.name})
        return SeeOther(address_of(page, "mandates"))
    shown = {"page": page, "who": who, "form": form, "back": address_of(page, "mandates")}
    return render(request, "companies/mandate_offer.html", shown, status=422 if form.is_bound else 200)


def _mandate(request: MemberRequest, mandate: int) -> MandateLine:
    """A mandate that the viewer may see, else 404: that there is one is nobody else's business."""
    line = queries.mandate_with(mandate)
    if line is None or not may_see_mandate(request.viewer.id, line.row):
        raise Http404
    return line


def _caretakers(request: MemberRequest, mandate: int) -> MandateLine:
    line = _mandate(request, mandate)
    if line.row.caretaker_id != request.viewer.id:
        raise PermissionDenied
    return line


def _back(mandate: int) -> HttpResponse:
    return SeeOther(reverse("companies:mandate", kwargs={"mandate": mandate}))


@require_GET
@members_only
def mandate(request: MemberRequest, mandate: int) -> HttpResponse:
    """What was agreed, and what each side can do about it."""
    return _mandate_page(request, _mandate(request, mandate))


def _mandate_page(request: MemberRequest, line: MandateLine, form: HandoverForm | None = None) -> HttpResponse:
    form = form or HandoverForm(initial={"words": line.row.handover})
    shown = {
        "mandate": line,
        "form": form,
        "is_caretaker": line.row.caretaker_id == request.viewer.id,
        "manages": may(request.viewer.id, line.company.id, Right.MANAGE),
    }
    return render(request, "companies/mandate.html", shown, status=422 if form.errors else 200)


@require_POST
@members_only
def accept(request: MemberRequest, mandate: int) -> HttpResponse:
    """Yes, I will act for this company."""
    line = _caretakers(request, mandate)
    try:
        actions.accept_mandate(mandate=line.id)
        messages.success(request, _("You have accepted the mandate."))
    except Refused as refused:
        messages.error(request, refused.message)
    return _back(mandate)


@require_POST
@members_only
def end(request: MemberRequest, mandate: int) -> HttpResponse:
    """Either side ends it, at once."""
    line = _mandate(request, mandate)
    try:
        actions.end_mandate(mandate=line.id, by=request.viewer.id)
        messages.success(request, _("It is over, from now on."))
    except Refused as refused:
        messages.error(request, refused.message)
    return _back(mandate)


@require_POST
@members_only
def handover(request: MemberRequest, mandate: int) -> HttpResponse:
    """The caretaker leaves words for whoever comes next."""
    line, form = _caretakers(request, mandate), HandoverForm(request.POST)
    if not saves(form, actions.write_handover, mandate=line.id):
        return _mandate_page(request, line, form)
    messages.success(request, _("Saved."))
    return _back(mandate)
