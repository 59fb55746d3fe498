"""Ways in: beginning a page, editing it section by section, publishing it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from draht.accounts.door import members_only
from draht.common.answers import SeeOther
from draht.common.refusal import Refused
from draht.common.saving import saves
from draht.companies import actions, queries
from draht.companies.door import page_for
from draht.companies.editors import EDITORS
from draht.companies.forms.page import AnotherForm, BeginForm, CompanyForm, LogoForm, PlaceForm
from draht.companies.queries import CompanyPage
from draht.companies.rules import Right
from draht.companies.sections import Section
from draht.companies.views.found import address_of
from draht.members.viewer import MemberRequest

_READ_AND_WRITE = require_http_methods(["GET", "HEAD", "POST"])


@_READ_AND_WRITE
@members_only
def begin(request: MemberRequest) -> HttpResponse:
    """Begin the page of a company, unless it has one already."""
    typed = request.POST.get("name", "") if request.method == "POST" else ""
    same = queries.pages_called(request.viewer.id, typed)
    form = (AnotherForm if same else BeginForm)(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        facts = {"name": form.cleaned_data["name"], "headline": form.cleaned_data["headline"]}
        try:
            company = actions.create_company(by=request.viewer.id, **facts)
        except Refused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            messages.success(request, _("Your page has begun. Only you see it until you publish it."))
            return SeeOther(reverse("companies:page", kwargs={"handle": company.actor.handle}))
    return render(request, "companies/begin.html", {"form": form, "same": same}, status=422 if form.is_bound else 200)


def _section(name: str) -> Section:
    try:
        return Section(name)
    except ValueError:
        raise Http404 from None


def _saved(request: MemberRequest, page: CompanyPage, section: Section, words: str) -> HttpResponse:
    """The section as it is now: the part, or the page at this place. The focus goes to its edit link."""
    if request.htmx:
        fresh = queries.page_of_company(request.viewer.id, page.line.id)
        shown = {"page": fresh, "section": section, "own": True, "fresh": True, "announce": words}
        return render(request, "companies/_section.html", shown)
    messages.success(request, words)
    return SeeOther(f"{address_of(page)}#section-{section}")


def _form(
    request: MemberRequest, page: CompanyPage, section: Section, form: CompanyForm, title: str, **more: Any
) -> HttpResponse:
    """The form of a section: in its place on the page, or on a page of its own."""
    shown = {"page": page, "section": section, "form": form, "title": title, "back": address_of(page), **more}
    template = "companies/_form.html" if request.htmx else "companies/form.html"
    return render(request, template, shown, status=422 if form.is_bound else 200)


@require_GET
@members_only
def shown_section(request: MemberRequest, handle: str, section: str) -> HttpResponse:
    """A section as it is when nobody edits it: where "Cancel" leads."""
    page = page_for(request, handle, Right.EDIT)
    name = _section(section)
    if not request.htmx:
        return SeeOther(f"{address_of(page)}#section-{name}")
    return render(request, "companies/_section.html", {"page": page, "section": name, "own": True})


@_READ_AND_WRITE
@members_only
def edit(request: MemberRequest, handle: str, section: str) -> HttpResponse:
    """Edit a section, or add a place."""
    page = page_for(request, handle, Right.EDIT)
    name = _section(section)
    if name == Section.PLACES:
        return _add_place(request, page)
    editor = EDITORS[name]
    form = editor.form(request.POST if request.method == "POST" else None, initial=editor.read(page))
    if form.is_bound and saves(form, editor.save, company=page.line.id, by=request.viewer.id):
        return _saved(request, page, name, _("Saved."))
    return _form(request, page, name, form, str(name.label))


def _add_place(request: MemberRequest, page: CompanyPage) -> HttpResponse:
    form = PlaceForm(request.POST if request.method == "POST" else None)
    if form.is_bound and saves(form, actions.add_place, company=page.line.id, by=request.viewer.id):
        return _saved(request, page, Section.PLACES, _("Added."))
    return _form(request, page, Section.PLACES, form, _("Add a place"))


@_READ_AND_WRITE
@members_only
def place(request: MemberRequest, handle: str, entry: int) -> HttpResponse:
    """Change a place."""
    page = page_for(request, handle, Right.EDIT)
    facts = queries.place_facts(page.line.id, entry)
    if facts is None:
        raise Http404
    form = PlaceForm(request.POST if request.method == "POST" else None, initial=facts)
    if form.is_bound and saves(form, actions.change_place, company=page.line.id, by=request.viewer.id, entry=entry):
        return _saved(request, page, Section.PLACES, _("Saved."))
    return _form(request, page, Section.PLACES, form, _("Edit a place"), entry=entry)


@require_POST
@members_only
def remove_place(request: MemberRequest, handle: str, entry: int) -> HttpResponse:
    """Take a place out."""
    page = page_for(request, handle, Right.EDIT)
    actions.remove_place(company=page.line.id, by=request.viewer.id, entry=entry)
    return _saved(request, page, Section.PLACES, _("Removed."))


@_READ_AND_WRITE
@members_only
def logo(request: MemberRequest, handle: str) -> HttpResponse:
    """Upload a logo."""
    page = page_for(request, handle, Right.EDIT)
    form = LogoForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    company = page.line.id

    def save(picture: Any) -> None:
        actions.set_logo(company=company, by=request.viewer.id, upload=picture)

    if form.is_bound and saves(form, save):
        messages.success(request, _("The logo is on the page."))
        return SeeOther(address_of(page))
    shown = {"form": form, "page": page, "back": address_of(page)}
    return render(request, "companies/logo.html", shown, status=422 if form.is_bound else 200)


@require_POST
@members_only
def remove_logo(request: MemberRequest, handle: str) -> HttpResponse:
    """Delete the logo."""
    page = page_for(request, handle, Right.EDIT)
    actions.remove_logo(company=page.line.id, by=request.viewer.id)
    messages.success(request, _("The logo is deleted."))
    return SeeOther(address_of(page))


@require_POST
@members_only
def publish(request: MemberRequest, handle: str) -> HttpResponse:
    """Let everybody see the page."""
    page = page_for(request, handle, Right.MANAGE)
    try:
        actions.publish_page(company=page.line.id, by=request.viewer.id)
        messages.success(request, _("The page is published."))
    except Refused as refused:
        messages.error(request, refused.message)
    return SeeOther(address_of(page))


@require_POST
@members_only
def withdraw(request: MemberRequest, handle: str) -> HttpResponse:
    """Let only the team see the page."""
    page = page_for(request, handle, Right.MANAGE)
    actions.withdraw_page(company=page.line.id, by=request.viewer.id)
    messages.success(request, _("Only the team sees the page now."))
    return SeeOther(address_of(page))
