"""Pictures of drafts: they belong to the company as soon as the draft is saved."""

from collections.abc import Mapping, Sequence

from draht.media.actions import hand_over
from draht.media.queries import PictureLine
from draht.newsroom.models import Draft, DraftPicture
from draht.posts.actions.pictures import clean_alt, clean_caption, no_longer_loose, remove_pictures


def put_pictures(*, draft: Draft, by: int, pictures: Sequence[PictureLine], captions: Mapping[int, str]) -> None:
    """Let a draft have these pictures, in this order. Those that it had before and are not among them are deleted."""
    known = DraftPicture.objects.filter(draft=draft)
    before = set(known.values_list("picture_id", flat=True))
    now = [picture.id for picture in pictures]
    known.delete()
    DraftPicture.objects.bulk_create(
        DraftPicture(
            draft=draft,
            position=position,
            picture_id=picture.id,
            alt=clean_alt(picture.alt),
            caption=clean_caption(captions.get(picture.id, "")),
        )
        for position, picture in enumerate(pictures)
    )
    fresh = [id for id in now if id not in before]
    no_longer_loose(author=by, pictures=fresh)
    hand_over(pictures=fresh, owner=draft.company_id)
    remove_pictures(before.difference(now))


def drop_pictures(draft: int) -> None:
    """Delete the pictures of a draft that will not be published."""
    known = DraftPicture.objects.filter(draft=draft)
    remove_pictures(list(known.values_list("picture_id", flat=True)))
    known.delete()
