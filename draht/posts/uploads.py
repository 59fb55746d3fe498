"""The pictures that come with a form: new ones are kept at once, so that no error in the form loses them."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from draht.common.paging import read_before
from draht.common.refusal import Refused
from draht.media.queries import PictureLine
from draht.members.viewer import MemberRequest
from draht.posts.actions import keep_picture
from draht.posts.models import MOST_PICTURES
from draht.posts.queries import draft_pictures
from draht.posts.rules import Deed, is_too_fast


def take_pictures(
    request: MemberRequest, *, known: Mapping[int, PictureLine] | None = None, most: int = MOST_PICTURES
) -> tuple[list[PictureLine], list[str]]:
    """The pictures of the form with their descriptions, and why others were refused.

    `kept` names those that came earlier, `remove` those to leave out, `alt-<id>` describes them; `pictures` are new
    files and `alt` describes these, in the same order. `known`: pictures that belong already to what is changed.
    """
    viewer, posted = request.viewer.id, request.POST
    removed = set(posted.getlist("remove"))
    ids = [read_before(id) for id in posted.getlist("kept")]
    alts = {id: posted.get(f"alt-{id}", "") for id in ids}
    ids = [id for id in ids if str(id) not in removed]
    trouble = []
    new_alts = posted.getlist("alt")
    for place, upload in enumerate(request.FILES.getlist("pictures")):
        if len(ids) >= most:
            trouble.append(_("At most %(max)s pictures, please.") % {"max": most})
            break
        if is_too_fast(viewer, Deed.PICTURE):
            trouble.append(_("Those were many pictures in a short time. Please wait a little."))
            break
        try:
            id = keep_picture(author=viewer, upload=upload)
        except Refused as refused:
            trouble.append(_("%(file)s: %(reason)s") % {"file": upload.name, "reason": refused.message})
            continue
        ids.append(id)
        alts[id] = new_alts[place] if place < len(new_alts) else ""
    loose = {line.id: line for line in draft_pictures(viewer, ids)}
    found = loose | dict(known or {})
    return [found[id]._replace(alt=alts[id]) for id in dict.fromkeys(ids) if id in found], trouble
