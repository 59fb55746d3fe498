"""One draft: as it will look, what was changed in it, what both sides say, and what becomes of it."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from draht.accounts.door import members_only
from draht.common.answers import SeeOther
from draht.common.refusal import Refused
from draht.common.saving import saves
from draht.hints.queries import hints_on
from draht.members.viewer import MemberRequest
from draht.newsroom import actions, queries
from draht.newsroom.forms import MINUTES, PlanForm, WordsForm
from draht.newsroom.models import Draft, DraftState
from draht.newsroom.rules import may_change, may_publish, may_release
from draht.newsroom.views.found import address_of, find_draft
from draht.posts.beside import questions_beside


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def draft(request: MemberRequest, draft: int) -> HttpResponse:
    """A draft and what can be done with it; words about it."""
    found = find_draft(request, draft)
    form = WordsForm(request.POST if request.method == "POST" else None)
    if form.is_bound and saves(form, actions.comment_on_draft, draft=draft, by=request.viewer.id):
        return SeeOther(f"{address_of(draft)}#words")
    return _page(request, found, words=form)


def _page(
    request: MemberRequest, found: Draft, *, words: WordsForm | None = None, plan: PlanForm | None = None
) -> HttpResponse:
    line, viewer = queries.draft_line(found), request.viewer.id
    is_ready = may_publish(viewer, found)
    answers = {name: str(answer) for name, answer in found.answers.items()}
    planned = timezone.localtime(found.planned).strftime(MINUTES) if found.planned else ""
    shown = {
        "draft": line,
        "preview": queries.preview(line),
        "form": words or WordsForm(),
        "plan": plan or PlanForm(initial={"planned": planned}),
        "asked": questions_beside(viewer, [found.company_id], answers, {}),
        "hints": hints_on(found.company_id, line.whole) if is_ready else [],
        "changes": queries.changes(found.id),
        "words": queries.said_about(found.id),
        "may_publish": is_ready,
        "may_return": found.state == DraftState.WAITING and may_release(viewer, found),
        "may_change": may_change(viewer, found),
    }
    has_errors = any(form and form.errors for form in (words, plan))
    return render(request, "newsroom/draft.html", shown, status=422 if has_errors else 200)


@require_POST
@members_only
def publish(request: MemberRequest, draft: int) -> HttpResponse:
    """Publish it as it was read: now, or at the moment typed."""
    found, form = find_draft(request, draft), PlanForm(request.POST)
    at: datetime | None = None
    if form.is_valid():
        at = form.cleaned_data["planned"] if "later" in request.POST else None
        if "later" in request.POST and at is None:
            form.add_error("planned", _("Please choose a moment."))
    if form.errors:
        return _page(request, found, plan=form)
    try:
        post = actions.publish_draft(draft=draft, by=request.viewer.id, version=form.cleaned_data["version"], at=at)
    except Refused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.message)
        return _page(request, found, plan=form)
    if post is None:
        messages.success(request, _("Planned. It comes out by itself."))
        return SeeOther(address_of(draft))
    messages.success(request, _("Published."))
    return SeeOther(reverse("posts:post", kwargs={"post": post}))


@require_POST
@members_only
def give_back(request: MemberRequest, draft: int) -> HttpResponse:
    """Return it to its writer, and say why."""
    found, form = find_draft(request, draft), WordsForm(request.POST)
    if not saves(form, actions.return_draft, draft=draft, by=request.viewer.id):
        return _page(request, found, words=form)
    messages.success(request, _("The draft is returned."))
    return SeeOther(address_of(draft))


@require_POST
@members_only
def unplan(request: MemberRequest, draft: int) -> HttpResponse:
    """It does not come out by itself."""
    return _does(request, draft, actions.unplan_draft, _("It is not planned any more."))


@require_POST
@members_only
def withdraw(request: MemberRequest, draft: int) -> HttpResponse:
    """Give it up."""
    return _does(request, draft, actions.withdraw_draft, _("The draft is withdrawn."))


def _does(request: MemberRequest, draft: int, action: Callable[..., None], done: str) -> HttpResponse:
    find_draft(request, draft)
    try:
        action(draft=draft, by=request.viewer.id)
        messages.success(request, done)
    except Refused as refused:
        messages.error(request, refused.message)
    return SeeOther(address_of(draft))
