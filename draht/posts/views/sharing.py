"""A post for everybody, passed on outside of this network."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from draht.posts import queries, sharing
from draht.posts.views.doors import find_post


def _public(request: HttpRequest, post: int) -> queries.PostCard:
    """A post that everybody may read, and that whoever looks is not kept from by a block."""
    card = find_post(request, post)
    if card.audience_kind != "everybody":
        raise Http404
    return card


@require_safe
def share(request: HttpRequest, post: int) -> HttpResponse:
    """Ways to pass a post on elsewhere. Nothing is loaded from there."""
    card = _public(request, post)
    address = f"{settings.DRAHT_ADDRESS}{reverse('posts:post', kwargs={'post': post})}"
    title = _("%(name)s in %(network)s") % {"name": card.author.name, "network": settings.DRAHT_NAME}
    server = request.GET.get("server", "")[:300]
    shown = {
        "card": card,
        "address": address,
        "ways": sharing.ways(address, title),
        "mail": sharing.mail_href(address, title),
        "server": server,
        "mastodon": sharing.mastodon_href(server, address, title) if server else None,
    }
    return render(request, "posts/share.html", shown)


@require_safe
@cache_control(public=True, max_age=86_400)
def picture(request: HttpRequest, post: int, stamp: int) -> HttpResponse:
    """The picture of a post for everybody, as others show it beside a link. `stamp` changes with its words."""
    card = _public(request, post)
    words = sharing.plain_words(card.html)
    shared = sharing.Shared(card.author.name, card.author.headline, words, card.author.hue, settings.DRAHT_NAME)
    return HttpResponse(sharing.picture(shared), content_type="image/png")
