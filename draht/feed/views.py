"""Pages of the feed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from draht.accounts.door import members_only, viewer_id
from draht.common.ids import LARGEST
from draht.common.paging import read_before
from draht.feed.queries import causes_of, count_newer, home_feed, public_feed, topics_of, written_for
from draht.members.viewer import MemberRequest, all_voices_in
from draht.ui.frames import framed


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The front page: the feed for members, what this is for visitors."""
    before = read_before(request.GET.get("before"))
    viewer = viewer_id(request)
    if viewer is None:
        return render(request, "feed/welcome.html", {"cards": public_feed()})
    is_newest = before == LARGEST
    feed, voices = home_feed(viewer, before=before), all_voices_in(request)
    frame = {
        "topics": topics_of(viewer),
        "is_newest": is_newest,
        "voices": tuple(line for line in voices if line.may_publish),
        "drafting": written_for(viewer, voices),
        "audience": request.session.get("audience", "members"),
    }
    stream = render_to_string("feed/_stream.html", {"feed": feed, "is_newest": is_newest})
    return framed(request, "feed/home.html", frame, stream=stream)


@require_safe
@members_only
def new(request: MemberRequest) -> HttpResponse:
    """The notice that there are new entries, or nothing."""
    count = count_newer(request.viewer.id, after=read_before(request.GET.get("after")))
    return render(request, "feed/_new.html", {"count": count})


@require_safe
@members_only
def why(request: MemberRequest, post: int) -> HttpResponse:
    """Why a post is in the feed, and how to change that."""
    causes = causes_of(request.viewer.id, post)
    if not causes:
        raise Http404
    page = "feed/_why.html" if request.htmx else "feed/why.html"
    return render(request, page, {"causes": causes, "post": post})
