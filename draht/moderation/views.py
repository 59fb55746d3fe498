"""Pages of appeals: for whoever makes one, and for the host who decides."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from draht.accounts.door import host_only, members_only
from draht.common.answers import SeeOther
from draht.common.paging import read_before
from draht.common.refusal import Refused
from draht.members.viewer import MemberRequest
from draht.moderation import actions, queries
from draht.moderation.forms import AppealForm, DecisionForm
from draht.moderation.rules import may_appeal


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def appeal(request: MemberRequest, post: int, comment: int) -> HttpResponse:
    """Ask the host to decide about one's own hidden comment, and read the decision."""
    viewer = request.viewer.id
    if not may_appeal(viewer, post, comment):
        raise Http404
    form = AppealForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.make_appeal(post=post, comment=comment, author=viewer, words=form.cleaned_data["words"])
        except Refused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            messages.success(request, _("The host has your appeal. You are told when it is decided."))
            return SeeOther(request.path)
    hiding = queries.hiding_of(post, comment)
    found = queries.appeal_against(hiding, post=post, comment=comment)
    back = reverse("posts:comment", kwargs={"post": post, "comment": comment})
    shown = {"form": form, "hiding": hiding, "line": found, "back": f"{back}#comment-{comment}"}
    return render(request, "moderation/appeal.html", shown, status=422 if form.errors else 200)


@require_safe
@host_only
def desk(request: MemberRequest) -> HttpResponse:
    """The appeals that wait."""
    page = queries.open_appeals(before=read_before(request.GET.get("before")))
    return render(request, "moderation/desk.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@host_only
def decision(request: MemberRequest, appeal: int) -> HttpResponse:
    """Read both sides and decide."""
    line = queries.appeal_with(appeal)
    if line is None:
        raise Http404
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        is_restored = request.POST.get("decision") == "restore"
        try:
            reason = form.cleaned_data["reason"]
            actions.decide_appeal(appeal=appeal, host=request.viewer.id, is_restored=is_restored, reason=reason)
        except Refused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            messages.success(request, _("Decided. Both sides are told."))
            return SeeOther(reverse("moderation:desk"))
    shown = {"line": line, "form": form}
    return render(request, "moderation/decision.html", shown, status=422 if form.errors else 200)
