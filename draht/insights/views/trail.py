"""Pages of insights."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from draht.accounts.door import members_only
from draht.insights import queries
from draht.insights.picture import draw
from draht.insights.rules import FEWEST, may_see_trail
from draht.members.viewer import MemberRequest
from draht.posts.queries import card as find_card


@require_safe
@members_only
def trail(request: MemberRequest, post: int) -> HttpResponse:
    """How far a post went, for its author; how it came to oneself, for who recommends it."""
    card = find_card(request.viewer.id, post)
    if card is None:
        raise Http404
    if may_see_trail(card):
        found = queries.trail_of(post)
        picture = draw(found.branches) if found else None
        return render(
            request, "insights/trail.html", {"card": card, "trail": found, "picture": picture, "fewest": FEWEST}
        )
    path = queries.own_path(request.viewer.id, post, card.author)
    if path is None:
        raise Http404
    return render(request, "insights/own_path.html", {"card": card, "path": path})
