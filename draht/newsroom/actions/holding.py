"""Every write of a draft begins here: nobody else changes it until the transaction ends."""

from django.utils.translation import gettext as _

from draht.common.refusal import Refused
from draht.newsroom.models import Draft, DraftVersion


def hold(draft: int) -> Draft:
    """The draft, held. Raises Refused if it is gone."""
    row = Draft.objects.select_for_update(of=("self",), no_key=True).select_related("mandate").filter(id=draft).first()
    if row is None:
        raise Refused(_("This draft is gone."))
    return row


def newest_version(draft: int) -> DraftVersion:
    """What it says now."""
    return DraftVersion.objects.filter(draft=draft).latest("id")
