"""Ways in: drafts, for the caretakers who write them and those of the company who release them."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from draht.accounts.door import members_only
from draht.actors.queries import ActorLine
from draht.common.answers import SeeOther
from draht.common.paging import read_before
from draht.common.refusal import Refused
from draht.companies import actions, queries
from draht.companies.door import page_for
from draht.companies.forms.mandates import DraftForm, WordsForm
from draht.companies.models import Draft
from draht.companies.rules import Right, mandate_to_write, may_release, may_revise, may_see_draft, own_rights_of
from draht.companies.views.found import saves
from draht.hints.actions import ask_first
from draht.hints.asking import AGREED, refuse
from draht.hints.queries import hints_on
from draht.members.viewer import MemberRequest
from draht.posts.beside import words_beside

_READ_AND_WRITE = require_http_methods(["GET", "HEAD", "POST"])


@require_GET
@members_only
def drafts(request: MemberRequest, handle: str) -> HttpResponse:
    """What waits for release, as it will look; for a caretaker, their own."""
    page = page_for(request, handle, Right.WRITE)
    viewer, company = request.viewer.id, page.line.id
    writer = None if Right.WRITE in own_rights_of(viewer, company) else viewer
    before = read_before(request.GET.get("before"))
    shown = {
        "page": page,
        "open": queries.open_drafts(company, writer=writer),
        "closed": queries.closed_drafts(company, writer=writer, before=before),
    }
    return render(request, "companies/drafts.html", shown)


@_READ_AND_WRITE
@members_only
def write(request: MemberRequest, handle: str) -> HttpResponse:
    """Write a draft. Whoever may publish alone is sent to where posts are written."""
    page = page_for(request, handle, Right.WRITE)
    mandate = mandate_to_write(request.viewer.id, page.line.id)
    if mandate is None:
        return SeeOther(f"{reverse('posts:publish')}?voice={page.line.id}")
    form = DraftForm(request.POST if request.method == "POST" else None)
    if form.is_bound and _lays_before(request, form, page.line.id, actions.write_draft, mandate=mandate):
        messages.success(request, _("Your draft waits for its release."))
        return SeeOther(reverse("companies:drafts", kwargs={"handle": handle}))
    return _form_page(request, page.line, form, back=reverse("companies:drafts", kwargs={"handle": handle}))


def _form_page(request: MemberRequest, line: ActorLine, form: DraftForm, *, back: str) -> HttpResponse:
    """Where a draft is written, with the company's house rules beside it."""
    shown = {"line": line, "form": form, "back": back, "beside": words_beside([line.id])}
    return render(request, "companies/draft_form.html", shown, status=422 if form.is_bound else 200)


def _lays_before(
    request: MemberRequest, form: DraftForm, company: int, action: Callable[..., object], **facts: Any
) -> bool:
    """Whether the draft now waits; otherwise the form says why not, or what to think about first."""
    if not form.is_valid():
        return False
    try:
        ask_first(actor=company, text=form.cleaned_data["text"], mark=request.POST.get(AGREED, ""))
        action(**facts, **form.cleaned_data)
    except Refused as refused:
        refuse(form, refused)
        return False
    return True


def _draft(request: MemberRequest, draft: int) -> Draft:
    found = queries.find_draft(draft)
    if found is None or not may_see_draft(request.viewer.id, found):
        raise Http404
    return found


def _address(draft: int) -> str:
    return reverse("companies:draft", kwargs={"draft": draft})


@_READ_AND_WRITE
@members_only
def draft(request: MemberRequest, draft: int) -> HttpResponse:
    """A draft as it will look, what was changed in it, and what both sides say."""
    found = _draft(request, draft)
    form = WordsForm(request.POST if request.method == "POST" else None)
    if form.is_bound and saves(form, actions.comment_on_draft, draft=draft, by=request.viewer.id):
        return SeeOther(f"{_address(draft)}#words")
    return _draft_page(request, found, form)


def _draft_page(request: MemberRequest, found: Draft, form: WordsForm) -> HttpResponse:
    line = queries.draft_line(found)
    shown = {
        "draft": line,
        "form": form,
        "hints": hints_on(found.company_id, line.text) if line.state == "waiting" else [],
        "changes": queries.changes(found.id),
        "words": queries.said_about(found.id),
        "may_release": line.state == "waiting" and may_release(request.viewer.id, found),
        "may_revise": may_revise(request.viewer.id, found),
    }
    return render(request, "companies/draft.html", shown, status=422 if form.errors else 200)


@_READ_AND_WRITE
@members_only
def revise(request: MemberRequest, draft: int) -> HttpResponse:
    """Change a draft and lay it before the company again."""
    found = _draft(request, draft)
    if not may_revise(request.viewer.id, found):
        raise PermissionDenied
    line = queries.draft_line(found)
    initial = {"text": line.text, "audience": line.audience}
    form = DraftForm(request.POST if request.method == "POST" else None, initial=initial)
    facts = {"draft": draft, "by": request.viewer.id}
    if form.is_bound and _lays_before(request, form, found.company_id, actions.revise_draft, **facts):
        messages.success(request, _("Your draft waits for its release."))
        return SeeOther(_address(draft))
    return _form_page(request, line.company, form, back=_address(draft))


@require_POST
@members_only
def release(request: MemberRequest, draft: int) -> HttpResponse:
    """Publish it for the company, as it was read."""
    _draft(request, draft)
    try:
        post = actions.release_draft(draft=draft, by=request.viewer.id, version=_version(request))
    except Refused as refused:
        messages.error(request, refused.message)
        return SeeOther(_address(draft))
    messages.success(request, _("Released and published."))
    return SeeOther(reverse("posts:post", kwargs={"post": post}))


def _version(request: HttpRequest) -> int:
    raw = request.POST.get("version", "")
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) <= 19 else 0


@require_POST
@members_only
def give_back(request: MemberRequest, draft: int) -> HttpResponse:
    """Return it to its writer, and say why."""
    found, form = _draft(request, draft), WordsForm(request.POST)
    if not saves(form, actions.return_draft, draft=draft, by=request.viewer.id):
        return _draft_page(request, found, form)
    messages.success(request, _("The draft is returned."))
    return SeeOther(_address(draft))


@require_POST
@members_only
def withdraw(request: MemberRequest, draft: int) -> HttpResponse:
    """The writer takes it back."""
    _draft(request, draft)
    try:
        actions.withdraw_draft(draft=draft, by=request.viewer.id)
        messages.success(request, _("The draft is withdrawn."))
    except Refused as refused:
        messages.error(request, refused.message)
    return SeeOther(_address(draft))
