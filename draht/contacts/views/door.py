"""Finding people by the door: who is hidden or no contact does not exist here."""

from django.http import Http404

from draht.actors.queries import ActorLine
from draht.contacts import queries
from draht.members.queries import CardLine
from draht.members.viewer import MemberRequest


def person_or_404(request: MemberRequest, handle: str) -> ActorLine:
    """A member whom the viewer may know of."""
    found = queries.person(request.viewer.id, handle)
    if found is None:
        raise Http404
    return found


def contact_or_404(request: MemberRequest, handle: str) -> ActorLine:
    """A contact of the viewer."""
    found = queries.contact(request.viewer.id, handle)
    if found is None:
        raise Http404
    return found


def own_field_or_404(request: MemberRequest, field: int) -> CardLine:
    """A field of the viewer's own card."""
    for line in queries.own_card(request.viewer.id):
        if line.id == field:
            return line
    raise Http404


def read_id(raw: str | None) -> int:
    """An id in an address; 0 for anything that is none."""
    return int(raw) if raw and raw.isascii() and raw.isdigit() and len(raw) <= 19 else 0
