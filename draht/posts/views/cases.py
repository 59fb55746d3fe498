"""Criticism below the posts of companies: the page of a case, and hiding a comment with a reason."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from draht.accounts.door import members_only
from draht.common.answers import SeeOther
from draht.common.refusal import Refused
from draht.members.viewer import MemberRequest
from draht.posts import actions, queries, rules
from draht.posts.forms import HidingForm
from draht.posts.models import HouseRule
from draht.posts.views.comments import one_comment
from draht.posts.views.doors import find_post

_DEEDS = {"open": actions.open_case, "solve": actions.solve_case}


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def case(request: MemberRequest, post: int, comment: int) -> HttpResponse:
    """What a case is and how far this one is; either side moves it on."""
    card, line, viewer = find_post(request, post), one_comment(request, post, comment), request.viewer.id
    if line.author is None or not rules.may_open_case(viewer, line.author.id, card.author.id):
        raise Http404
    deed = _DEEDS.get(request.POST.get("deed", ""))
    if deed is not None:
        deed(post=post, comment=comment, by=viewer)
        messages.success(request, _("Everybody who reads the comment sees how far the case is."))
        return SeeOther(_address(post, comment))
    is_answered = line.case is not None and line.case.answered is not None
    may_solve = rules.may_solve_case(viewer, line.author.id, card.author.id, is_answered=is_answered)
    shown = {"card": card, "line": line, "may_solve": may_solve, "is_author": viewer == line.author.id}
    return render(request, "posts/case.html", {**shown, "back": _address(post, comment)})


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def hiding(request: MemberRequest, post: int, comment: int) -> HttpResponse:
    """Hide a comment for a reason out of the house rules, or show it again."""
    card, line, viewer = find_post(request, post), one_comment(request, post, comment), request.viewer.id
    if line.author is None or not rules.may_hide(viewer, line.author.id, card.author.id):
        raise Http404
    if "show" in request.POST:
        actions.show_comment(post=post, comment=comment, by=viewer)
        messages.success(request, _("The comment is shown again."))
        return SeeOther(_address(post, comment))
    form = HidingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            rule, words = HouseRule(form.cleaned_data["rule"]), form.cleaned_data["words"]
            actions.hide_comment(post=post, comment=comment, by=viewer, rule=rule, words=words)
        except Refused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            messages.success(
                request, _("The comment is hidden. Its author is told why and can ask the host to decide.")
            )
            return SeeOther(_address(post, comment))
    shown = {"card": card, "line": line, "form": form, "back": _address(post, comment)}
    shown["text"] = queries.hidden_text(post, comment) if line.hiding else line.html
    return render(request, "posts/hiding.html", shown, status=422 if form.errors else 200)


def _address(post: int, comment: int) -> str:
    return reverse("posts:comment", kwargs={"post": post, "comment": comment}) + f"#comment-{comment}"
