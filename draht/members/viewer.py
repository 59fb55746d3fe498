"""Who is looking at a page."""

from typing import NamedTuple

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from draht.accounts.door import UserRequest
from draht.accounts.sessions import is_current, signed_in
from draht.actors.queries import VoiceLine, voices_of
from draht.common.statements import rows


class Viewer(NamedTuple):
    """The signed-in member as every page needs them. `id` is the actor's."""

    id: int
    user_id: int
    kind: str
    name: str
    handle: str
    headline: str
    avatar: str
    hue: int
    is_host: bool
    language: str
    unread_notices: int
    open_requests: int
    rules_version: int
    # Whether they have, or had until some day, a right to speak for others. Which one, `voices_in` says.
    has_voice: bool


class MemberRequest(UserRequest):
    """A request by a member, as views of the rooms above get it from behind the door (`draht.accounts.door`)."""

    viewer: Viewer


_READ = """
    SELECT users.password, actor.id, users.id, actor.kind, actor.name, actor.handle, actor.headline, actor.avatar,
           actor.hue, users.is_host, users.language, member.unread_notices, member.open_requests,
           users.rules_version,
           EXISTS (SELECT 1 FROM actors_voice AS voice WHERE voice.speaker_id = actor.id)
    FROM accounts_user AS users
    JOIN members_member AS member ON member.user_id = users.id
    JOIN actors_actor AS actor ON actor.id = member.actor_id
    WHERE users.id = %s AND users.is_active
"""


def viewer_of(session: SessionBase) -> Viewer | None:
    """The active member whom this session belongs to, in one query; None for visitors."""
    known = signed_in(session)
    if known is None:
        return None
    user, session_hash = known
    found = rows(_READ, [user])
    if not found or not is_current(found[0][0], session_hash):
        return None
    return Viewer(*found[0][1:])


def all_voices_in(request: HttpRequest) -> tuple[VoiceLine, ...]:
    """For whom whoever looks speaks besides themselves, also where somebody else has to release it. No query for most:
    they have no further voice."""
    viewer: Viewer | None = getattr(request, "viewer", None)
    return tuple(voices_of(viewer.id)) if viewer and viewer.has_voice else ()


def voices_in(request: HttpRequest) -> tuple[VoiceLine, ...]:
    """For whom whoever looks may say something besides themselves."""
    return tuple(line for line in all_voices_in(request) if line.may_publish)
