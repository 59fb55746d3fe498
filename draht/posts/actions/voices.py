"""Who speaks: fixed when something is written, asked again when it is changed."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from draht.actors.models import Kind
from draht.actors.queries import kind_and_voice
from draht.actors.rules import may_speak_as, released_voice, voice_as
from draht.common.refusal import Refused
from draht.posts.models import Spoken


class Saying(NamedTuple):
    """How something is said, as the fields of `models.Said`."""

    spoken: Spoken
    writer_id: int | None = None
    agency_id: int | None = None


def how_said(*, author: int, writer: int | None, released_by: int | None = None) -> Saying:
    """How `writer` says something for `author`, or (None) the author by themselves, at this moment.

    `released_by`: which of the author's own people lets it out, if the writer may not publish it alone.
    Call it inside the transaction that writes the words. Raises Refused if the writer may not.
    """
    if writer is None or writer == author:
        kind, has_voice = kind_and_voice(author)
        own = Spoken.PRIVATELY if has_voice else Spoken.PLAINLY
        return Saying(Spoken.FOR_COMPANY if kind == Kind.COMPANY else own)
    voice = released_voice(writer, author, by=released_by) if released_by else voice_as(writer, author)
    if voice is None:
        raise _refusal()
    return Saying(Spoken.FOR_COMPANY, writer, voice.agency_id)


def somebody_else(by: int | None, *, author: int) -> int | None:
    """Who changes the words of `author`; None if the author does. Raises Refused if they may not."""
    if by is None or by == author:
        return None
    if not may_speak_as(by, author):
        raise _refusal()
    return by


def _refusal() -> Refused:
    return Refused(_("You may not speak for this company, or not any more."), field="voice")
