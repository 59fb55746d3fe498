"""Asking a company, as a member or as a guest."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from draht.accounts.door import members_only, viewer_id
from draht.common.answers import SeeOther
from draht.common.paging import read_before
from draht.common.refusal import Refused
from draht.companies.models import Company
from draht.companies.rules import may_see
from draht.enquiries import actions, limits, queries, rules
from draht.enquiries.forms import AskForm, GuestForm
from draht.enquiries.views.door import company_or_404
from draht.members.viewer import MemberRequest


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, handle: str) -> HttpResponse:
    """Ask a company something. Its own team is led to the inbox."""
    company, viewer = company_or_404(handle), viewer_id(request)
    if not may_see(viewer, company) or (company.published is None and not rules.may_answer(viewer, company.actor_id)):
        raise Http404
    if rules.may_answer(viewer, company.actor_id):
        return redirect("enquiries:inbox", handle=handle)
    if viewer is None:
        return _ask_as_guest(request, company)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            enquiry = actions.ask_company(company=company.actor_id, asker=viewer, **form.cleaned_data)
        except Refused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            messages.success(request, _("Your question is with the company."))
            return SeeOther(reverse("enquiries:enquiry", kwargs={"enquiry": enquiry.id}))
    return _form_page(request, company, form)


def _form_page(request: HttpRequest, company: Company, form: AskForm, status: int = 200) -> HttpResponse:
    shown = {
        "company": company.actor,
        "form": form,
        "promise_hours": queries.desk_of(company.actor_id).promise_hours,
        "figures": queries.answer_figures(company.actor_id),
    }
    return render(request, "enquiries/ask.html", shown, status=422 if form.errors else status)


def _ask_as_guest(request: HttpRequest, company: Company) -> HttpResponse:
    if not rules.guests_may_ask(company.actor_id):
        return render(request, "enquiries/members_only.html", {"company": company.actor})
    form = GuestForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, company, form)
    if limits.is_from_too_busy_a_place(request) or limits.is_too_much_for(request, company.actor_id):
        form.add_error(None, _("Too many questions were sent just now. Please try again in an hour."))
        return _form_page(request, company, form)
    try:
        _take_guests_question(request, company, form)
    except Refused as refused:
        form.add_error(refused.field or None, refused.message)
        return _form_page(request, company, form)
    return SeeOther(reverse("enquiries:sent", kwargs={"handle": company.actor.handle}))


def _take_guests_question(request: HttpRequest, company: Company, form: GuestForm) -> None:
    """Send the link, unless this address got too many. Whoever sees the answer cannot tell one from the other."""
    if not limits.is_written_to_too_often(request, form.cleaned_data["email"].lower()):
        language = get_language() or ""
        actions.ask_company_as_guest(company=company.actor_id, language=language, **form.cleaned_data)


@require_safe
def sent(request: HttpRequest, handle: str) -> HttpResponse:
    """What a guest has to do now: look into the mail."""
    company = company_or_404(handle)
    if not may_see(viewer_id(request), company):
        raise Http404
    return render(request, "enquiries/sent.html", {"company": company.actor})


@require_safe
@members_only
def own(request: MemberRequest) -> HttpResponse:
    """What the viewer asked."""
    page = queries.own_enquiries(request.viewer.id, before=read_before(request.GET.get("before")))
    return render(request, "enquiries/own.html", {"page": page})
