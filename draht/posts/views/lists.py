"""Lists about posts: who likes them, who recommends them, what they said before, what carries a hashtag."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from draht import richtext
from draht.accounts.door import viewer_id
from draht.actors.models import Kind
from draht.actors.queries import by_handle
from draht.common.paging import read_before
from draht.posts import queries
from draht.posts.views.doors import find_post
from draht.ties.models import TieKind
from draht.ties.queries import kinds_between


@require_safe
def likes(request: HttpRequest, post: int) -> HttpResponse:
    """Who likes a post."""
    card = find_post(request, post)
    page = queries.likers(viewer_id(request), post, before=read_before(request.GET.get("before")))
    return render(request, "posts/likes.html", {"card": card, "page": page, "comment": 0})


@require_safe
def comment_likes(request: HttpRequest, post: int, comment: int) -> HttpResponse:
    """Who likes a comment."""
    card = find_post(request, post)
    if queries.thread_page(viewer_id(request), post, comment) is None:
        raise Http404
    before = read_before(request.GET.get("before"))
    page = queries.likers(viewer_id(request), post, comment=comment, before=before)
    return render(request, "posts/likes.html", {"card": card, "page": page, "comment": comment})


@require_safe
def recommendations(request: HttpRequest, post: int) -> HttpResponse:
    """Who recommends a post, with their own words."""
    card = find_post(request, post)
    page = queries.recommenders(viewer_id(request), post, before=read_before(request.GET.get("before")))
    return render(request, "posts/recommendations.html", {"card": card, "page": page})


@require_safe
def versions(request: HttpRequest, post: int) -> HttpResponse:
    """What a post said before."""
    card = find_post(request, post)
    return render(
        request, "posts/versions.html", {"card": card, "versions": queries.versions(viewer_id(request), post)}
    )


@require_safe
def topic(request: HttpRequest, handle: str) -> HttpResponse:
    """What carries a hashtag, newest first."""
    tag = richtext.canonical_tag(handle)
    if tag != handle:
        return redirect("posts:topic", handle=tag)
    line = by_handle(Kind.HASHTAG, tag)
    if line is None:
        return render(request, "posts/topic_unknown.html", {"tag": tag}, status=404)
    viewer = viewer_id(request)
    page = queries.posts_of(viewer, line.id, before=read_before(request.GET.get("before")))
    follows = TieKind.FOLLOW in kinds_between(viewer, line.id)
    return render(request, "posts/topic.html", {"topic": line, "page": page, "follows": follows})
