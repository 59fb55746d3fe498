"""Ways in: who works at a company, as its team says and as its people do."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from draht.accounts.door import members_only
from draht.common.answers import SeeOther
from draht.common.paging import read_before
from draht.common.saving import saves
from draht.companies import actions, queries
from draht.companies.door import desk_for
from draht.companies.forms.team import AddressForm
from draht.companies.queries import CompanyDesk
from draht.companies.rules import Right, may_confirm_by_mail
from draht.companies.views.found import address_of
from draht.members.actions import link_employer
from draht.members.models import Station
from draht.members.viewer import MemberRequest

_READ_AND_WRITE = require_http_methods(["GET", "HEAD", "POST"])


# --- the team's side --------------------------------------------------------------------------------------------------


@require_GET
@members_only
def people(request: MemberRequest, handle: str) -> HttpResponse:
    """Who says that they work here, and who does."""
    page = desk_for(request, handle, Right.MANAGE)
    shown = {
        "page": page,
        "claimed": queries.claimed_stations(page.line.id),
        "employed": queries.stations_at(page.line.id, before=read_before(request.GET.get("before"))),
    }
    return render(request, "companies/people.html", shown)


def _station(page: CompanyDesk, station: int) -> Station:
    found = queries.station_at(page.line.id, station)
    if found is None:
        raise Http404
    return found


def _act(request: MemberRequest, handle: str, station: int, action: Callable[..., None], words: str) -> HttpResponse:
    page = desk_for(request, handle, Right.MANAGE)
    action(company=page.line.id, station=_station(page, station), by=request.viewer.id)
    messages.success(request, words)
    return SeeOther(address_of(page, "people"))


@require_POST
@members_only
def confirm(request: MemberRequest, handle: str, station: int) -> HttpResponse:
    """Yes, they work here."""
    return _act(request, handle, station, actions.confirm_employment, _("Confirmed."))


@require_POST
@members_only
def refuse(request: MemberRequest, handle: str, station: int) -> HttpResponse:
    """No, they do not work here."""
    words = _("The station stays in their career, but no longer leads to your page.")
    return _act(request, handle, station, actions.refuse_employment, words)


@_READ_AND_WRITE
@members_only
def end(request: MemberRequest, handle: str, station: int) -> HttpResponse:
    """Ask whether it is meant; then they no longer work here."""
    if request.method == "POST":
        words = _("Ended. Their roles and their voice for the company ended in the same moment.")
        return _act(request, handle, station, actions.end_employment, words)
    page = desk_for(request, handle, Right.MANAGE)
    who = queries.person_of(_station(page, station))
    return render(request, "companies/end.html", {"page": page, "who": who, "back": address_of(page, "people")})


# --- the member's side ------------------------------------------------------------------------------------------------


@_READ_AND_WRITE
@members_only
def employer(request: MemberRequest, station: int) -> HttpResponse:
    """Choose which company's page an employer of mine is."""
    found = queries.own_station(request.viewer.id, station)
    if found is None:
        raise Http404
    if request.method == "POST":
        return _choose(request, found)
    text = request.GET.get("q", found.employer)[:100].strip()
    companies = queries.find_companies(request.viewer.id, text)
    chosen = queries.linked_company(found)
    shown = {"station": found, "text": text, "companies": companies, "chosen": chosen}
    return render(request, "companies/_choices.html" if request.htmx else "companies/employer.html", shown)


def _choose(request: MemberRequest, station: Station) -> HttpResponse:
    handle = request.POST.get("company", "")
    page = queries.company_desk(request.viewer.id, handle) if handle else None
    if handle and page is None:
        raise Http404
    link_employer(member=request.viewer.id, entry=station.id, company=page.line.id if page else None)
    if page is None:
        messages.success(request, _("The station no longer leads to a page."))
        return SeeOther(reverse("members:profile", kwargs={"handle": request.viewer.handle}) + "#section-stations")
    if not station.is_current:
        messages.success(request, _("The station leads to the page of %(name)s now.") % {"name": page.line.name})
        return SeeOther(reverse("members:profile", kwargs={"handle": request.viewer.handle}) + "#section-stations")
    return SeeOther(address_of(page, "employment"))


@_READ_AND_WRITE
@members_only
def employment(request: MemberRequest, handle: str) -> HttpResponse:
    """I say that I work there: how the company confirms it, or how mail at its domain does."""
    page = queries.company_desk(request.viewer.id, handle)
    stations = queries.own_stations(request.viewer.id, page.line.id) if page else []
    if page is None or not stations:
        raise Http404
    unconfirmed = [line.id for line in stations if not line.is_confirmed]
    by_mail = bool(unconfirmed) and may_confirm_by_mail(page.company)
    form = AddressForm(request.POST if request.method == "POST" and by_mail else None)

    def send(address: str) -> None:
        facts = {"company": page.line.id, "member": request.viewer.id, "station": unconfirmed[0]}
        actions.send_letter(to=address, **facts)

    if form.is_bound and saves(form, send):
        messages.success(request, _("The mail is on its way. Its link works for three days."))
        return SeeOther(address_of(page, "employment"))
    shown = {"page": page, "stations": stations, "by_mail": by_mail, "form": form, "own": page.may_manage}
    return render(request, "companies/employment.html", shown, status=422 if form.is_bound else 200)
