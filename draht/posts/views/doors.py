"""How views find what an address names: whatever the viewer may not read is not there."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from draht.accounts.door import viewer_id
from draht.common.answers import back_to
from draht.common.refusal import Refused
from draht.posts import queries
from draht.posts.rules import Deed, is_too_fast


def find_post(request: HttpRequest, post: int) -> queries.PostCard:
    """The post, if there is one for whoever looks."""
    card = queries.card(viewer_id(request), post)
    if card is None:
        raise Http404
    return card


def check_pace(actor: int, deed: Deed, *, field: str = "") -> None:
    """Raises Refused, for this field of the form, if the actor must wait before doing this again."""
    if is_too_fast(actor, deed):
        raise Refused(
            _("That was a lot in a short time. Please wait a little; what you wrote is kept here."), field=field
        )


def back_to_part(request: HttpRequest, part: str, otherwise: str) -> HttpResponse:
    """To this part of the page on which the button stood; without a page, to `otherwise`."""
    page = request.POST.get("next", "")
    return back_to(request, f"{page}#{part}" if page else "", otherwise)
