"""Comment on posts."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from draht.accounts.door import members_only, viewer_id
from draht.common.answers import SeeOther
from draht.common.paging import read_before
from draht.common.refusal import Refused
from draht.hints.asking import refuse
from draht.members.viewer import MemberRequest
from draht.posts import actions, queries
from draht.posts.forms import CommentForm
from draht.posts.rules import Deed
from draht.posts.views.doors import ask_before, author_chosen, back_to_part, check_pace, find_post, voices_below
from draht.posts.views.posts import conversation


def _thread(request: HttpRequest, post: int, comment: int) -> queries.Thread:
    before = read_before(request.GET.get("before"))
    found = queries.thread_page(viewer_id(request), post, comment, before=before)
    if found is None:
        raise Http404
    return found


def one_comment(request: HttpRequest, post: int, comment: int) -> queries.CommentLine:
    """A comment that whoever looks may see."""
    find_post(request, post)
    thread = _thread(request, post, comment)
    for line in (thread.comment, *thread.comment.answers):
        if line.id == comment and line.author is not None:
            return line
    raise Http404


@require_POST
@members_only
def write(request: MemberRequest, post: int) -> HttpResponse:
    """Comment on a post or answer a comment."""
    card = find_post(request, post)
    form = CommentForm(request.POST)
    if form.is_valid():
        answered = form.cleaned_data["answered"] or 0
        try:
            check_pace(request.viewer.id, Deed.COMMENT, field="text")
            author = author_chosen(request, form.cleaned_data["voice"])
            ask_before(request, author, form.cleaned_data["text"])
            comment = actions.write_comment(
                author=author,
                post=post,
                text=form.cleaned_data["text"],
                answered=answered,
                draft=form.cleaned_data["draft"],
                writer=request.viewer.id,
            )
        except Refused as refused:
            refuse(form, refused)
        else:
            saved = f"draft:comment-{post}-{answered}"
            messages.success(request, _("Your comment is written."), extra_tags=saved)
            if request.htmx:
                return conversation(request, find_post(request, post), CommentForm())
            return SeeOther(_address(post, comment) if answered else f"{_post_address(post)}#comment-{comment}")
    return conversation(request, card, form)


@require_safe
def thread(request: HttpRequest, post: int, comment: int) -> HttpResponse:
    """One comment with its answers: the lasting address of each of them."""
    card = find_post(request, post)
    found = _thread(request, post, comment)
    shown = {"card": card, "thread": found, "form": CommentForm(), "voices": voices_below(request, card)}
    return render(request, "posts/thread.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def edit(request: MemberRequest, post: int, comment: int) -> HttpResponse:
    """Change one's own comment, or one of a company for which one speaks."""
    card = find_post(request, post)
    text = queries.comment_text(request.viewer.id, post, comment)
    if text is None:
        raise Http404
    form = CommentForm(request.POST or None, initial={"text": text})
    if request.method == "POST" and form.is_valid():
        try:
            text = form.cleaned_data["text"]
            actions.edit_comment(post=post, comment=comment, text=text, by=request.viewer.id)
        except Refused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            messages.success(request, _("Your comment is changed."), extra_tags=f"draft:edit-comment-{comment}")
            return SeeOther(_address(post, comment))
    shown = {"card": card, "form": form, "comment": comment, "back": _address(post, comment)}
    return render(request, "posts/edit_comment.html", shown, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def delete(request: MemberRequest, post: int, comment: int) -> HttpResponse:
    """Ask whether it is meant; then delete a comment that one may edit."""
    line = one_comment(request, post, comment)
    if not line.may_edit:
        raise Http404
    if request.method != "POST":
        return render(request, "posts/delete_comment.html", {"line": line, "back": _address(post, comment)})
    actions.delete_comment(post=post, comment=comment, by=request.viewer.id)
    messages.success(request, _("Your comment is deleted."))
    return SeeOther(f"{_post_address(post)}#comments")


def _post_address(post: int) -> str:
    return reverse("posts:post", kwargs={"post": post})


def _address(post: int, comment: int) -> str:
    return reverse("posts:comment", kwargs={"post": post, "comment": comment}) + f"#comment-{comment}"


def _respond(request: MemberRequest, post: int, comment: int, act: Callable[..., None]) -> HttpResponse:
    act(actor=request.viewer.id, post=post, comment=comment)
    if request.htmx:
        return render(request, "posts/_comment_acts.html", {"line": one_comment(request, post, comment)})
    return back_to_part(request, f"comment-{comment}", _address(post, comment))


@require_POST
@members_only
def like(request: MemberRequest, post: int, comment: int) -> HttpResponse:
    """Like a comment."""
    if not one_comment(request, post, comment).may_like:
        raise PermissionDenied
    check_pace(request.viewer.id, Deed.LIKE)
    return _respond(request, post, comment, actions.like_comment)


@require_POST
@members_only
def unlike(request: MemberRequest, post: int, comment: int) -> HttpResponse:
    """Take the like of a comment back."""
    one_comment(request, post, comment)
    return _respond(request, post, comment, actions.unlike_comment)
