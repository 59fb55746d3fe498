"""One enquiry: what its asker and the team do on its page."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from draht.accounts.door import members_only
from draht.common.answers import SeeOther
from draht.common.refusal import Refused
from draht.enquiries import actions, queries
from draht.enquiries.forms import AnswerForm, AskBackForm, AssignForm, NoteForm
from draht.enquiries.models import TEXT, Enquiry
from draht.enquiries.placeholders import fill_in
from draht.enquiries.views.door import enquiry_or_404, own_enquiry_or_404, work_or_404
from draht.hints.actions import ask_first
from draht.hints.asking import AGREED, refuse
from draht.members.viewer import MemberRequest


def _back(enquiry: Enquiry) -> SeeOther:
    return SeeOther(reverse("enquiries:enquiry", kwargs={"enquiry": enquiry.id}))


@require_safe
@members_only
def enquiry(request: MemberRequest, enquiry: int) -> HttpResponse:
    """The conversation, with what its reader may do: the team's desk or the asker's page."""
    found, handles = enquiry_or_404(request, enquiry)
    return _work_page(request, found) if handles else _askers_page(request, found)


def _askers_page(request: MemberRequest, found: Enquiry, form: AskBackForm | None = None) -> HttpResponse:
    page = queries.enquiry_page(found)
    shown = {
        "page": page,
        "talk": queries.conversation(page, for_team=False),
        "form": form or AskBackForm(),
    }
    return render(request, "enquiries/enquiry.html", shown, status=422 if form else 200)


def _work_page(request: MemberRequest, found: Enquiry, status: int = 200, **forms: Any) -> HttpResponse:
    """The team's page of an enquiry, with forms that came back if there are any."""
    page = queries.enquiry_page(found, request.viewer.id)
    shown = {
        "page": page,
        "talk": queries.conversation(page, for_team=True),
        "notes": queries.notes(found.id),
        "answer_form": AnswerForm(saved=queries.saved_answers(found.company_id), prefix="answer"),
        "note_form": NoteForm(prefix="note"),
        "assign_form": AssignForm(
            team=queries.team_lines(found.company_id), initial={"member": found.assigned_id or ""}
        ),
    }
    return render(request, "enquiries/work.html", shown | forms, status=status)


# --- the asker --------------------------------------------------------------------------------------------------------


@require_POST
@members_only
def questions(request: MemberRequest, enquiry: int) -> HttpResponse:
    """Ask back."""
    found, form = own_enquiry_or_404(request, enquiry), AskBackForm(request.POST)
    if form.is_valid():
        try:
            actions.ask_back(enquiry=found.id, text=form.cleaned_data["text"])
            return _back(found)
        except Refused as refused:
            form.add_error("text", refused.message)
    return _askers_page(request, found, form)


@require_POST
@members_only
def end(request: MemberRequest, enquiry: int) -> HttpResponse:
    """The asker knows enough."""
    found = own_enquiry_or_404(request, enquiry)
    actions.end_enquiry(enquiry=found.id)
    return _back(found)


# --- the team ---------------------------------------------------------------------------------------------------------


@require_POST
@members_only
def answers(request: MemberRequest, enquiry: int) -> HttpResponse:
    """Answer for the company; or put a saved answer into what is being written."""
    found = work_or_404(request, enquiry)
    form = AnswerForm(request.POST, saved=queries.saved_answers(found.company_id), prefix="answer")
    if request.POST.get("act") == "insert":
        return _work_page(request, found, answer_form=_with_saved(request, found, form))
    if form.is_valid():
        try:
            text = form.cleaned_data["text"]
            ask_first(actor=found.company_id, text=text, mark=request.POST.get(AGREED, ""))
            actions.answer_enquiry(enquiry=found.id, by=request.viewer.id, text=text)
            messages.success(request, _("The answer is on its way."))
            return _back(found)
        except Refused as refused:
            refuse(form, refused)
    return _work_page(request, found, 422, answer_form=form)


def _with_saved(request: MemberRequest, found: Enquiry, form: AnswerForm) -> AnswerForm:
    """The form with what was typed, and the chosen saved answer after it."""
    form.is_valid()
    typed, chosen = form.data.get(form.add_prefix("text"), "").strip(), form.cleaned_data.get("saved")
    saved = queries.saved_answer(found.company_id, chosen) if chosen else None
    page = queries.enquiry_page(found, request.viewer.id)
    words = {"name": page.who.name, "company": page.company.name, "me": request.viewer.name}
    parts = (typed, fill_in(saved.text, **words) if saved else "")
    text = "\n\n".join(part for part in parts if part)[:TEXT]
    return AnswerForm(saved=queries.saved_answers(found.company_id), prefix="answer", initial={"text": text})


@require_POST
@members_only
def notes(request: MemberRequest, enquiry: int) -> HttpResponse:
    """Note something for the team."""
    found, form = work_or_404(request, enquiry), NoteForm(request.POST, prefix="note")
    if form.is_valid():
        try:
            actions.write_note(enquiry=found.id, by=request.viewer.id, text=form.cleaned_data["text"])
            return _back(found)
        except Refused as refused:
            form.add_error("text", refused.message)
    return _work_page(request, found, 422, note_form=form)


@require_POST
@members_only
def assignment(request: MemberRequest, enquiry: int) -> HttpResponse:
    """Say who of the team looks after it."""
    found = work_or_404(request, enquiry)
    form = AssignForm(request.POST, team=queries.team_lines(found.company_id))
    if form.is_valid():
        try:
            actions.assign_enquiry(enquiry=found.id, by=request.viewer.id, member=form.cleaned_data["member"])
            return _back(found)
        except Refused as refused:
            form.add_error("member", refused.message)
    return _work_page(request, found, 422, assign_form=form)


_CLOSING = {"reopen": actions.reopen_enquiry, "dismiss": actions.dismiss_enquiry}


@require_POST
@members_only
def closure(request: MemberRequest, enquiry: int) -> HttpResponse:
    """Close it, say that it asks nothing, or open it again."""
    found = work_or_404(request, enquiry)
    try:
        _CLOSING.get(request.POST.get("act", ""), actions.close_enquiry)(enquiry=found.id)
    except Refused as refused:
        messages.error(request, refused.message)
    return _back(found)
