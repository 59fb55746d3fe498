"""Planning a giveaway, starting it, calling it off."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from draht.accounts.door import members_only
from draht.actors.queries import ActorLine, lines
from draht.common.answers import SeeOther
from draht.common.refusal import Refused
from draht.giveaways import actions
from draht.giveaways.forms import GiveawayForm, ReasonForm
from draht.giveaways.models import State
from draht.giveaways.plan import Plan, plan_of
from draht.giveaways.rules import TRANSITIONS
from draht.giveaways.views.door import draft_or_404, own_company_or_404, own_or_404
from draht.giveaways.views.refusing import page_of, refuse
from draht.members.viewer import MemberRequest

_READ_AND_WRITE = require_http_methods(["GET", "HEAD", "POST"])


def _builder(request: MemberRequest, form: GiveawayForm, company: int, giveaway: int = 0) -> HttpResponse:
    line: ActorLine = lines([company])[company]
    shown = {"form": form, "company": line, "giveaway": giveaway}
    return render(request, "giveaways/build.html", shown, status=422 if form.errors else 200)


@_READ_AND_WRITE
@members_only
def build(request: MemberRequest, handle: str) -> HttpResponse:
    """Plan a new giveaway."""
    company = own_company_or_404(request, handle)
    form = GiveawayForm(request.POST or None, plan=Plan(title="", promoter=company.imprint))
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.draft_giveaway(company=company.actor_id, plan=form.plan, by=request.viewer.id)
            return SeeOther(page_of(made))
        except Refused as refused:
            refuse(form, refused)
    return _builder(request, form, company.actor_id)


@_READ_AND_WRITE
@members_only
def edit(request: MemberRequest, giveaway: int) -> HttpResponse:
    """Change a draft."""
    draft = draft_or_404(request, giveaway)
    form = GiveawayForm(request.POST or None, plan=plan_of(draft))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_draft(giveaway=giveaway, plan=form.plan)
            return SeeOther(page_of(giveaway))
        except Refused as refused:
            refuse(form, refused)
    return _builder(request, form, draft.company_id, giveaway)


@require_POST
@members_only
def start(request: MemberRequest, giveaway: int) -> HttpResponse:
    """Freeze the terms and let people enter."""
    draft_or_404(request, giveaway)
    try:
        actions.start_giveaway(giveaway=giveaway, by=request.viewer.id)
        messages.success(request, _("The giveaway is open. Its terms do not change any more."))
    except Refused as refused:
        messages.error(request, refused.message)
    return SeeOther(page_of(giveaway))


@_READ_AND_WRITE
@members_only
def delete(request: MemberRequest, giveaway: int) -> HttpResponse:
    """Ask whether it is meant; then throw the draft away."""
    draft = draft_or_404(request, giveaway)
    if request.method != "POST":
        return render(request, "giveaways/delete.html", {"giveaway": draft})
    try:
        actions.delete_draft(giveaway=giveaway, by=request.viewer.id)
        messages.success(request, _("The draft is deleted."))
    except Refused as refused:
        messages.error(request, refused.message)
        return SeeOther(page_of(giveaway))
    return SeeOther(reverse("giveaways:list", kwargs={"handle": draft.company.actor.handle}))


@_READ_AND_WRITE
@members_only
def call_off(request: MemberRequest, giveaway: int) -> HttpResponse:
    """Say why, and end it without a draw."""
    found = own_or_404(request, giveaway)
    if State.CALLED_OFF not in TRANSITIONS[State(found.state)]:
        return SeeOther(page_of(giveaway))
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.call_off(giveaway=giveaway, reason=form.cleaned_data["reason"], by=request.viewer.id)
            messages.success(request, _("The giveaway is called off."))
            return SeeOther(page_of(giveaway))
        except Refused as refused:
            refuse(form, refused)
    shown = {"giveaway": found, "form": form}
    return render(request, "giveaways/call_off.html", shown, status=422 if form.errors else 200)
