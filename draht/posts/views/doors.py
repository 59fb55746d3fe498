"""How views find what an address names: whatever the viewer may not read is not there."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from draht.accounts.door import viewer_id
from draht.actors.queries import VoiceLine
from draht.actors.rules import may_speak_as
from draht.common.answers import back_to
from draht.common.refusal import Refused
from draht.hints.actions import ask_first
from draht.hints.asking import AGREED
from draht.members.viewer import MemberRequest, voices_in
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


def author_chosen(request: MemberRequest, voice: int | None) -> int:
    """The actor in whose name the viewer wants to write. Raises Refused, for the field `voice`, if they may not."""
    if not voice or may_speak_as(request.viewer.id, voice):
        return voice or request.viewer.id
    raise Refused(_("You may not speak for this company, or not any more."), field="voice")


def ask_before(request: MemberRequest, author: int, text: str) -> None:
    """Raises Hinted if something in what is said for a company should be asked about first."""
    if author != request.viewer.id:
        ask_first(actor=author, text=text, mark=request.POST.get(AGREED, ""))


def voices_below(request: HttpRequest, card: queries.PostCard) -> tuple[VoiceLine, ...]:
    """For whom whoever looks may comment on this post: companies read nothing that is for somebody's contacts."""
    return voices_in(request) if card.audience_kind != "contacts" else ()


def back_to_part(request: HttpRequest, part: str, otherwise: str) -> HttpResponse:
    """To this part of the page on which the button stood; without a page, to `otherwise`."""
    page = request.POST.get("next", "")
    return back_to(request, f"{page}#{part}" if page else "", otherwise)
