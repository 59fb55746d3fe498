"""Write, read, edit and delete posts."""

from collections.abc import Sequence

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from draht.accounts.door import members_only, viewer_id
from draht.common.answers import SeeOther
from draht.common.ids import LARGEST
from draht.common.paging import read_before
from draht.common.refusal import Refused
from draht.hints.asking import AGREED, refuse
from draht.media.queries import PictureLine
from draht.members.viewer import MemberRequest, voices_in
from draht.posts import actions, queries
from draht.posts.actions.texts import render_text
from draht.posts.beside import answers_given, keep_answers, questions_beside, words_beside
from draht.posts.forms import CommentForm, EditArticleForm, EditForm, PostForm, audience_id
from draht.posts.rules import Deed
from draht.posts.sharing import post_data
from draht.posts.uploads import take_pictures
from draht.posts.views.doors import ask_before, author_chosen, check_pace, find_post, voices_below
from draht.ui.structured import as_script_text


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def publish(request: MemberRequest) -> HttpResponse:
    """Publish a post, or show how it will look."""
    if request.method != "POST":
        wish = {"audience": request.session.get("audience", "members"), "voice": request.GET.get("voice", "")}
        form = PostForm(initial=wish)
        return _compose(request, form, ())
    form = PostForm(request.POST)
    is_whole = form.is_valid()
    pictures, trouble = take_pictures(request)
    for reason in trouble:
        form.add_error("pictures", reason)
    if is_whole and not trouble and {"publish", AGREED} & request.POST.keys():
        try:
            return _publish(request, form, pictures)
        except Refused as refused:
            refuse(form, refused)
    return _compose(request, form, pictures)


def _publish(request: MemberRequest, form: PostForm, pictures: Sequence[PictureLine]) -> HttpResponse:
    viewer, typed = request.viewer.id, form.cleaned_data
    check_pace(viewer, Deed.POST, field="text")
    author = author_chosen(request, typed["voice"])
    ask_before(request, author, typed["text"])
    answers = answers_given(viewer, author, request.POST)
    with transaction.atomic():
        post = actions.publish_post(
            author=author,
            text=typed["text"],
            audience=audience_id(typed["audience"], author),
            pictures=pictures,
            draft=typed["draft"],
            writer=viewer,
        )
        keep_answers(author, post, answers)
    request.session["audience"] = typed["audience"]
    messages.success(request, _("Your post is published."), extra_tags=f"draft:post-{viewer}")
    if any(not picture.alt for picture in pictures):
        messages.info(request, _("Some pictures have no description yet. You can add it with “Edit”."))
    return SeeOther(reverse("posts:post", kwargs={"post": post}))


def _compose(request: MemberRequest, form: PostForm, pictures: Sequence[PictureLine]) -> HttpResponse:
    """The page on which a post is written, with everything typed so far."""
    text = form["text"].value() or ""
    preview = ""
    if form.is_bound and not form.errors:
        preview = mark_safe(render_text(text, author=request.viewer.id).html)  # noqa: S308 - that is what it is for
    voices = voices_in(request)
    actors = [line.actor.id for line in voices]
    shown = {
        "form": form,
        "pictures": pictures,
        "preview": preview,
        "voices": voices,
        "beside": words_beside(actors),
        "asked": questions_beside(
            request.viewer.id, actors, request.POST, {name: [*map(str, found)] for name, found in form.errors.items()}
        ),
    }
    return render(request, "posts/compose.html", shown, status=422 if form.errors else 200)


@require_safe
def show(request: HttpRequest, post: int) -> HttpResponse:
    """A post and the conversation below it."""
    card = find_post(request, post)
    return conversation(request, card, CommentForm())


def conversation(
    request: HttpRequest, card: queries.PostCard, form: CommentForm, *, part: bool = False
) -> HttpResponse:
    """The page of a post, or only the conversation below it. An error in the form is shown where it was typed."""
    answering = str(form["answered"].value() or "") if form.is_bound else request.GET.get("answer", "")
    before = read_before(request.GET.get("before"))
    after = read_before(request.GET["after"]) if "after" in request.GET else 0
    here = f"&before={before}" if before != LARGEST else f"&after={after}" if after else ""
    article = queries.long_text(viewer_id(request), card.id) if card.title else None
    structured = post_data(card, settings.DRAHT_ADDRESS, article.html if article else "")
    comments = queries.comments_page(viewer_id(request), card.id, before=before, after=after)
    shown = {
        "card": card,
        "article": article,
        "site": settings.DRAHT_ADDRESS,
        "structured": as_script_text(structured),
        "comments": comments,
        "form": form,
        "answering": answering,
        "here": here,
        "voices": voices_below(request, card),
    }
    page = "posts/_comments.html" if request.htmx else "posts/post.html"  # type: ignore[attr-defined]
    return render(request, page, shown, status=422 if form.is_bound and form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def edit(request: MemberRequest, post: int) -> HttpResponse:
    """Change one's own post, or one of a company for which one speaks. The earlier text is kept for its readers."""
    draft = queries.editable_post(request.viewer.id, post)
    if draft is None:
        raise Http404
    kind = EditArticleForm if draft.title else EditForm
    form = kind(request.POST or None, initial={"text": draft.text, "title": draft.title, "body": draft.body})
    if request.method == "POST" and form.is_valid():
        try:
            _edit(request, post, draft, form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, _("Your post is changed."), extra_tags=f"draft:edit-{post}")
            return SeeOther(reverse("posts:post", kwargs={"post": post}))
    shown = {"form": form, "draft": draft, "post": post}
    return render(request, "posts/edit.html", shown, status=422 if form.errors else 200)


def _edit(request: MemberRequest, post: int, draft: queries.Draft, typed: dict[str, str]) -> None:
    posted, text, article = request.POST, typed["text"], None
    alts = {picture.id: posted.get(f"alt-{picture.id}", picture.alt) for picture in draft.pictures}
    if draft.title:
        captions = {id: posted.get(f"caption-{id}", caption) for id, caption in draft.captions.items()}
        article = actions.Writing(typed["title"], typed["body"], captions)
    said = "\n\n".join([*article[:2], text]) if article else text
    ask_before(request, queries.author_of(post) or request.viewer.id, said)
    actions.edit_post(post=post, text=text, alts=alts, by=request.viewer.id, article=article)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def delete(request: MemberRequest, post: int) -> HttpResponse:
    """Ask whether it is meant; then delete a post that one may edit, with everything below it."""
    card = find_post(request, post)
    if not card.may_edit:
        raise Http404
    if request.method != "POST":
        return render(request, "posts/delete.html", {"card": card})
    actions.delete_post(post=post, by=request.viewer.id)
    messages.success(request, _("Your post is deleted, with everything below it."))
    return SeeOther(reverse("home"))
