"""Like and recommend posts."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from draht.accounts.door import members_only
from draht.common.answers import SeeOther
from draht.common.refusal import Refused
from draht.members.viewer import MemberRequest
from draht.posts import actions, queries
from draht.posts.forms import WordsForm
from draht.posts.rules import Deed
from draht.posts.views.doors import back_to_part, check_pace, find_post


def _acts(request: MemberRequest, post: int) -> HttpResponse:
    """The row of acts, or without script the page it stands on."""
    if request.htmx:
        return render(request, "posts/_acts.html", {"card": find_post(request, post)})
    return back_to_part(request, f"post-{post}", reverse("posts:post", kwargs={"post": post}))


@require_POST
@members_only
def like(request: MemberRequest, post: int) -> HttpResponse:
    """Like a post."""
    if not find_post(request, post).may_like:
        raise PermissionDenied
    check_pace(request.viewer.id, Deed.LIKE)
    actions.like_post(actor=request.viewer.id, post=post)
    return _acts(request, post)


@require_POST
@members_only
def unlike(request: MemberRequest, post: int) -> HttpResponse:
    """Take a like back."""
    find_post(request, post)
    actions.unlike_post(actor=request.viewer.id, post=post)
    return _acts(request, post)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def recommend(request: MemberRequest, post: int) -> HttpResponse:
    """Pass a post on to one's own contacts, with one's own words."""
    card = find_post(request, post)
    if not card.may_recommend:
        raise PermissionDenied(_("This post cannot be recommended."))
    form = WordsForm(request.POST or None, initial={"words": queries.own_words(request.viewer.id, post) or ""})
    if request.method == "POST" and form.is_valid():
        try:
            check_pace(request.viewer.id, Deed.RECOMMENDATION, field="words")
            actions.recommend_post(actor=request.viewer.id, post=post, words=form.cleaned_data["words"])
        except Refused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            messages.success(request, _("You recommend this post now."), extra_tags=f"draft:recommend-{post}")
            return SeeOther(reverse("posts:post", kwargs={"post": post}))
    return render(request, "posts/recommend.html", {"card": card, "form": form}, status=422 if form.errors else 200)


@require_POST
@members_only
def withdraw(request: MemberRequest, post: int) -> HttpResponse:
    """Take a recommendation back."""
    find_post(request, post)
    actions.withdraw_recommendation(actor=request.viewer.id, post=post)
    messages.success(request, _("You no longer recommend this post."))
    return SeeOther(reverse("posts:post", kwargs={"post": post}))
