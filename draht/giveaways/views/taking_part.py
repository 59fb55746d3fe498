"""Entering, withdrawing, and answering when one has won."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from draht.accounts.door import members_only
from draht.common.answers import SeeOther
from draht.common.refusal import Refused
from draht.giveaways import actions, queries
from draht.giveaways.forms import ConfirmForm, EntryForm
from draht.giveaways.views.door import started_or_404
from draht.giveaways.views.pages import show_giveaway
from draht.giveaways.views.refusing import page_of, refuse
from draht.members.viewer import MemberRequest


@require_POST
@members_only
def enter(request: MemberRequest, giveaway: int) -> HttpResponse:
    """Take part."""
    found = started_or_404(request, giveaway)
    form = EntryForm(request.POST, question=found.question)
    if form.is_valid():
        try:
            actions.enter(giveaway=giveaway, member=request.viewer.id, answer=form.cleaned_data["answer"])
            messages.success(request, _("You take part."))
            return SeeOther(page_of(giveaway))
        except Refused as refused:
            refuse(form, refused)
    return show_giveaway(request, found, form)


@require_POST
@members_only
def withdraw(request: MemberRequest, giveaway: int) -> HttpResponse:
    """Take no part after all."""
    started_or_404(request, giveaway)
    try:
        actions.withdraw_entry(giveaway=giveaway, member=request.viewer.id)
        messages.success(request, _("You no longer take part. Your entry is deleted."))
    except Refused as refused:
        messages.error(request, refused.message)
    return SeeOther(page_of(giveaway))


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def win(request: MemberRequest, giveaway: int) -> HttpResponse:
    """Accept the prize, and say how it arrives."""
    page = queries.giveaway_page(request.viewer.id, started_or_404(request, giveaway))
    if page.answer_until is None:
        return SeeOther(page_of(giveaway))
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.confirm_win(giveaway=giveaway, member=request.viewer.id, **form.cleaned_data)
            messages.success(request, _("The prize is yours. The promoter sees how it reaches you."))
            return SeeOther(page_of(giveaway))
        except Refused as refused:
            refuse(form, refused)
    return render(request, "giveaways/win.html", {"page": page, "form": form}, status=422 if form.errors else 200)


@require_POST
@members_only
def decline(request: MemberRequest, giveaway: int) -> HttpResponse:
    """Leave the prize to the next."""
    started_or_404(request, giveaway)
    try:
        actions.decline_win(giveaway=giveaway, member=request.viewer.id)
        messages.success(request, _("The prize goes to the next in the order. Nobody learns that it was yours."))
    except Refused as refused:
        messages.error(request, refused.message)
    return SeeOther(page_of(giveaway))
