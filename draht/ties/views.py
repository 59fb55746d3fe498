"""Ways in: follow, mute and block, for every actor, and the page that lists and undoes them."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from draht.accounts.door import UserRequest, members_only
from draht.actors.queries import ActorLine
from draht.common.answers import SeeOther, back_to
from draht.common.paging import read_before
from draht.common.refusal import Refused
from draht.ties import actions, queries
from draht.ties.forms import ActorForm
from draht.ties.models import TieKind

PAGE = 50
LISTS = {"following": TieKind.FOLLOW, "muted": TieKind.MUTE, "blocked": TieKind.BLOCK}


def _list(show: str) -> str:
    return f"{reverse('ties:list')}?show={show}"


def _actor(request: UserRequest, form: ActorForm) -> ActorLine:
    found = queries.reachable(request.viewer.id, form.cleaned_data["actor"]) if form.is_valid() else None
    if found is None:
        raise Http404
    return found


def _change(request: UserRequest, action: Callable[..., None], words: str, show: str) -> HttpResponse:
    """Do this to the actor that the form names, say so, and go back."""
    form = ActorForm(request.POST)
    actor = _actor(request, form)
    try:
        action(source=request.viewer.id, target=actor.id)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, words % {"name": actor.name})
    return back_to(request, form.cleaned_data["next"], _list(show))


@require_GET
@members_only
def tie_list(request: UserRequest) -> HttpResponse:
    """Whom I follow, have muted or blocked."""
    show = request.GET.get("show", "")
    show = show if show in LISTS else "following"
    before = read_before(request.GET.get("before"))
    page = queries.page_of_targets(request.viewer.id, LISTS[show], before=before, size=PAGE)
    return render(request, "ties/list.html", {"show": show, "page": page})


@require_POST
@members_only
def follow(request: UserRequest) -> HttpResponse:
    """Follow an actor."""
    return _change(request, actions.follow, _("You follow %(name)s now."), "following")


@require_POST
@members_only
def unfollow(request: UserRequest) -> HttpResponse:
    """Follow no longer."""
    return _change(request, actions.unfollow, _("You no longer follow %(name)s."), "following")


@require_POST
@members_only
def mute(request: UserRequest) -> HttpResponse:
    """Keep an actor out of feed and notices."""
    return _change(request, actions.mute, _("%(name)s is muted and does not learn of it."), "muted")


@require_POST
@members_only
def unmute(request: UserRequest) -> HttpResponse:
    """Hear an actor again."""
    return _change(request, actions.unmute, _("%(name)s is no longer muted."), "muted")


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def block(request: UserRequest) -> HttpResponse:
    """Ask whether it is meant; then hide these two from each other."""
    actor = _actor(request, ActorForm(request.POST if request.method == "POST" else request.GET))
    if request.method != "POST":
        return render(request, "ties/block.html", {"actor": actor})
    try:
        actions.block(source=request.viewer.id, target=actor.id)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, _("%(name)s is blocked.") % {"name": actor.name})
    return SeeOther(_list("blocked"))


@require_POST
@members_only
def unblock(request: UserRequest) -> HttpResponse:
    """End a block of one's own. The actor is hidden, so only the own tie says whom it is about."""
    form = ActorForm(request.POST)
    if not form.is_valid():
        raise Http404
    actions.unblock(source=request.viewer.id, target=form.cleaned_data["actor"])
    messages.success(request, _("The block is lifted. What it ended stays ended."))
    return SeeOther(_list("blocked"))
