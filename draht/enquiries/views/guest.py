"""The private page of a guest's enquiry. Whoever has the link is the guest."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from draht.common.answers import SeeOther
from draht.common.refusal import Refused
from draht.enquiries import actions, queries
from draht.enquiries.forms import AskBackForm
from draht.enquiries.models import Enquiry, State
from draht.enquiries.rules import GUESTS_LAST
from draht.enquiries.views.door import guests_enquiry_or_404


def _back(token: str) -> SeeOther:
    return SeeOther(reverse("enquiries:guest", kwargs={"token": token}))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def guest(request: HttpRequest, token: str) -> HttpResponse:
    """Send the question off, then read the answers. Opening the link alone does nothing: mail scanners do that."""
    found = guests_enquiry_or_404(token)
    if request.method == "POST":
        try:
            actions.confirm_enquiry(enquiry=found.id)
            messages.success(request, _("Your question is with the company."))
        except Refused as refused:
            messages.error(request, refused.message)
        return _back(token)
    if found.state == State.UNCONFIRMED:
        return render(request, "enquiries/confirm.html", {"page": queries.enquiry_page(found)})
    return _page(request, found, token)


def _page(request: HttpRequest, found: Enquiry, token: str, form: AskBackForm | None = None) -> HttpResponse:
    page = queries.enquiry_page(found)
    shown = {
        "page": page,
        "talk": queries.conversation(page, for_team=False),
        "form": form or AskBackForm(),
        "secret": token,
        "kept_days": GUESTS_LAST.days,
    }
    return render(request, "enquiries/guest.html", shown, status=422 if form else 200)


@require_POST
def guest_questions(request: HttpRequest, token: str) -> HttpResponse:
    """Ask back."""
    found, form = guests_enquiry_or_404(token), AskBackForm(request.POST)
    if form.is_valid():
        try:
            actions.ask_back(enquiry=found.id, text=form.cleaned_data["text"])
            return _back(token)
        except Refused as refused:
            form.add_error("text", refused.message)
    return _page(request, found, token, form)


@require_POST
def guest_end(request: HttpRequest, token: str) -> HttpResponse:
    """The guest knows enough."""
    found = guests_enquiry_or_404(token)
    try:
        actions.end_enquiry(enquiry=found.id)
    except Refused as refused:
        messages.error(request, refused.message)
    return _back(token)
