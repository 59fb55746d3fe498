"""What a page publishes for everybody, as Atom (RFC 4287)."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import conditional_page, require_safe

from draht.accounts.door import viewer_id
from draht.actors.queries import ActorLine
from draht.companies import queries as companies
from draht.members import queries as members
from draht.posts.queries import PostCard, posts_of
from draht.posts.sharing import plain_words
from draht.ties.rules import is_hidden

_TITLE = 90


@require_safe
@conditional_page
def company(request: HttpRequest, handle: str) -> HttpResponse:
    """The posts of a company whose page everybody sees."""
    page = companies.company_page(None, handle)
    if page is None or is_hidden(viewer_id(request), page.line.id):
        raise Http404
    return _feed(page.line, reverse("companies:page", kwargs={"handle": handle}), request.path)


@require_safe
@conditional_page
def member(request: HttpRequest, handle: str) -> HttpResponse:
    """The posts for everybody of a member whose profile everybody sees."""
    page = members.profile_page(None, handle)
    if page is None or not page.is_public or is_hidden(viewer_id(request), page.line.id):
        raise Http404
    return _feed(page.line, reverse("members:profile", kwargs={"handle": handle}), request.path)


def _feed(who: ActorLine, page: str, here: str) -> HttpResponse:
    site = settings.DRAHT_ADDRESS
    feed = Atom1Feed(
        title=f"{who.name} · {settings.DRAHT_NAME}",
        link=f"{site}{page}",
        feed_url=f"{site}{here}",
        description=who.headline,
        language=translation.get_language(),
        author_name=who.name,
    )
    for card in posts_of(None, who.id).items:
        _add(feed, card, site)
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _add(feed: Atom1Feed, card: PostCard, site: str) -> None:
    address = f"{site}{reverse('posts:post', kwargs={'post': card.id})}"
    words = card.title or plain_words(card.html)
    feed.add_item(
        title=words if len(words) <= _TITLE else words[:_TITLE].rsplit(" ", 1)[0] + " …",
        link=address,
        # Readers of feeds know nothing of the page that it stood on.
        description=card.html.replace('href="/', f'href="{site}/'),
        unique_id=address,
        pubdate=card.when,
        updateddate=card.edited or card.when,
    )
