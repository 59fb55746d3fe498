"""The team's inbox, what it agreed, and its saved answers."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from draht.accounts.door import members_only
from draht.common.answers import SeeOther
from draht.common.paging import read_before
from draht.common.refusal import Refused
from draht.enquiries import actions, queries, rules
from draht.enquiries.forms import DeskForm, SavedAnswerForm
from draht.enquiries.queries import Shelf
from draht.enquiries.views.door import desk_or_404
from draht.members.viewer import MemberRequest


@require_safe
@members_only
def inbox(request: MemberRequest, handle: str) -> HttpResponse:
    """What the team has to answer, and what it answered."""
    company, asked = desk_or_404(request, handle), request.GET.get("shelf", "")
    shelf = Shelf(asked) if asked in list(Shelf) else Shelf.OPEN
    start = read_before(request.GET["start"]) if "start" in request.GET else None
    shown = {
        "company": company.actor,
        "shelf": shelf,
        "shelves": Shelf,
        "page": queries.inbox(company.actor_id, request.viewer.id, shelf, start=start),
        "figures": queries.answer_figures(company.actor_id),
        "may_arrange": rules.may_arrange(request.viewer.id, company.actor_id),
    }
    return render(request, "enquiries/inbox.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def desk(request: MemberRequest, handle: str) -> HttpResponse:
    """What the company promises to those who ask, and who is the deputy: for its owners."""
    company = desk_or_404(request, handle)
    if not rules.may_arrange(request.viewer.id, company.actor_id):
        raise PermissionDenied
    settled, team = queries.desk_of(company.actor_id), queries.team_lines(company.actor_id)
    form = DeskForm(request.POST if request.method == "POST" else None, desk=settled, team=team)
    if request.method == "POST" and form.is_valid():
        try:
            actions.arrange_desk(company=company.actor_id, by=request.viewer.id, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return SeeOther(reverse("enquiries:inbox", kwargs={"handle": handle}))
        except Refused as refused:
            form.add_error(refused.field or None, refused.message)
    shown = {"company": company.actor, "form": form}
    return render(request, "enquiries/desk.html", shown, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def saved_answers(request: MemberRequest, handle: str) -> HttpResponse:
    """The saved answers, and a form for one more."""
    company = desk_or_404(request, handle)
    form = SavedAnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_answer(company=company.actor_id, **form.cleaned_data)
            return SeeOther(reverse("enquiries:saved_answers", kwargs={"handle": handle}))
        except Refused as refused:
            form.add_error(refused.field or None, refused.message)
    shown = {"company": company.actor, "form": form, "saved": queries.saved_answers(company.actor_id)}
    return render(request, "enquiries/saved_answers.html", shown, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def saved_answer(request: MemberRequest, handle: str, saved: int) -> HttpResponse:
    """Write a saved answer anew."""
    company = desk_or_404(request, handle)
    known = queries.saved_answer(company.actor_id, saved)
    if known is None:
        raise Http404
    form = SavedAnswerForm(request.POST if request.method == "POST" else None, initial=known._asdict())
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_answer(company=company.actor_id, id=known.id, **form.cleaned_data)
            return SeeOther(reverse("enquiries:saved_answers", kwargs={"handle": handle}))
        except Refused as refused:
            form.add_error(refused.field or None, refused.message)
    shown = {"company": company.actor, "form": form, "known": known}
    return render(request, "enquiries/saved_answer.html", shown, status=422 if form.errors else 200)


@require_POST
@members_only
def delete_saved_answer(request: MemberRequest, handle: str, saved: int) -> HttpResponse:
    """Delete a saved answer."""
    company = desk_or_404(request, handle)
    actions.delete_saved_answer(company=company.actor_id, id=saved)
    messages.success(request, _("The saved answer is deleted."))
    return SeeOther(reverse("enquiries:saved_answers", kwargs={"handle": handle}))
