"""Ways in: how a company shows that the page is its own."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from draht.accounts.door import members_only
from draht.common.answers import SeeOther
from draht.common.refusal import Refused
from draht.common.saving import saves
from draht.companies import actions, queries
from draht.companies.door import page_for
from draht.companies.forms.team import AddressForm, ClaimForm, DomainForm
from draht.companies.letters import Letter, letter_of
from draht.companies.models import ClaimKind, ProofKind
from draht.companies.proofs import FILE_PATH
from draht.companies.queries import CompanyDesk, CompanyPage
from draht.companies.rules import Right
from draht.companies.views.found import address_of
from draht.members.viewer import MemberRequest

_READ_AND_WRITE = require_http_methods(["GET", "HEAD", "POST"])


def _page(request: MemberRequest, page: CompanyPage, **forms: object) -> HttpResponse:
    """The page of all proofs, with the form that was wrong in it."""
    proofs = queries.proofs_of(page.line.id)
    shown = {
        "page": page,
        "proofs": proofs,
        "record": proofs["dns"].record if "dns" in proofs else "",
        "file": f"https://{page.company.domain}{FILE_PATH}" if page.company.domain else "",
        "asked": [
            claim for claim in queries.claims_of(request.viewer.id, page.line.id) if claim.kind == ClaimKind.WORD
        ],
        "domain_form": DomainForm(initial={"domain": page.company.domain}),
        "mail_form": AddressForm(),
        "word_form": ClaimForm(auto_id="id_word_%s"),
        **forms,
    }
    return render(request, "companies/proof.html", shown, status=422 if forms else 200)


@_READ_AND_WRITE
@members_only
def proof(request: MemberRequest, handle: str) -> HttpResponse:
    """All ways to show it, and how each stands; here one names the domain."""
    page = page_for(request, handle, Right.MANAGE)
    if request.method != "POST":
        return _page(request, page)
    form = DomainForm(request.POST)
    if saves(form, actions.set_domain, company=page.line.id, by=request.viewer.id):
        messages.success(request, _("Saved. Now show that the domain is yours, in one of these ways."))
        return SeeOther(address_of(page, "proof"))
    return _page(request, page, domain_form=form)


@require_POST
@members_only
def look(request: MemberRequest, handle: str, kind: str) -> HttpResponse:
    """Look whether the entry or the file is there."""
    page = page_for(request, handle, Right.MANAGE)
    if kind not in (ProofKind.DNS, ProofKind.FILE):
        raise Http404
    try:
        actions.ask_for_proof(company=page.line.id, kind=ProofKind(kind), by=request.viewer.id)
        messages.success(request, _("We are looking. Please open this page again in a minute."))
    except Refused as refused:
        messages.error(request, refused.message)
    return SeeOther(address_of(page, "proof"))


@require_POST
@members_only
def mail(request: MemberRequest, handle: str) -> HttpResponse:
    """Send a link to an address at the domain."""
    page = page_for(request, handle, Right.MANAGE)
    form = AddressForm(request.POST)

    def send(address: str) -> None:
        actions.send_letter(company=page.line.id, member=request.viewer.id, to=address)

    if saves(form, send):
        messages.success(request, _("The mail is on its way. Its link works for three days."))
        return SeeOther(address_of(page, "proof"))
    return _page(request, page, mail_form=form)


@require_POST
@members_only
def word(request: MemberRequest, handle: str) -> HttpResponse:
    """Ask the host for their word."""
    page = page_for(request, handle, Right.MANAGE)
    form = ClaimForm(request.POST, auto_id="id_word_%s")
    facts = {"company": page.line.id, "member": request.viewer.id, "kind": ClaimKind.WORD}
    if saves(form, actions.claim_page, **facts):
        messages.success(request, _("The host is asked."))
        return SeeOther(address_of(page, "proof"))
    return _page(request, page, word_form=form)


@_READ_AND_WRITE
@members_only
def letter(request: MemberRequest, token: str) -> HttpResponse:
    """The link in a mail at the company's domain: whoever asked for it confirms here."""
    found = letter_of(token)
    page = _page_of(request, found) if found else None
    if found is None or page is None:
        return render(request, "companies/letter_gone.html", status=404)
    if request.method != "POST":
        return render(request, "companies/letter.html", {"page": page, "letter": found})
    try:
        words = _take(found)
    except Refused as refused:
        messages.error(request, refused.message)
        return SeeOther(address_of(page))
    messages.success(request, words)
    return SeeOther(address_of(page))


def _page_of(request: MemberRequest, letter: Letter) -> CompanyDesk | None:
    """The company that a link is about, if whoever opens it is who asked for it and it still concerns them."""
    if letter.member != request.viewer.id:
        return None
    page = queries.visible_desk_of(request.viewer.id, letter.company)
    if page is None or page.company.domain != letter.domain:
        return None
    is_right = queries.station_of(letter) if letter.station else page.may_manage
    return page if is_right else None


def _take(letter: Letter) -> str:
    station = queries.station_of(letter)
    if station is not None:
        actions.confirm_employment_by_mail(company=letter.company, station=station)
        return _("It is confirmed that you work here.")
    actions.prove_by_mail(company=letter.company, domain=letter.domain, by=letter.member)
    return _("It is shown that this page is the company’s own.")


# --- claims -----------------------------------------------------------------------------------------------------------


@_READ_AND_WRITE
@members_only
def claim(request: MemberRequest, handle: str) -> HttpResponse:
    """This is our company: ask the host to let me run the page."""
    page = queries.company_desk(request.viewer.id, handle)
    if page is None:
        raise Http404
    form = ClaimForm(request.POST if request.method == "POST" else None)
    facts = {"company": page.line.id, "member": request.viewer.id, "kind": ClaimKind.RUN}
    if form.is_bound and saves(form, actions.claim_page, **facts):
        messages.success(request, _("The host is asked and will answer you here."))
        return SeeOther(reverse("companies:claim", kwargs={"handle": handle}))
    asked = [line for line in queries.claims_of(request.viewer.id, page.line.id) if line.kind == ClaimKind.RUN]
    shown = {"page": page, "form": form, "asked": asked, "back": address_of(page)}
    return render(request, "companies/claim.html", shown, status=422 if form.is_bound else 200)
