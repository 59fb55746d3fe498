"""Pictures of posts: kept as soon as they are uploaded, so that no error in a form loses them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import IO, Any

from django.db import transaction
from django.db.models import QuerySet

from draht import richtext
from draht.common import clock
from draht.media.actions import hand_over, remove, take_in
from draht.media.models import Picture, Purpose
from draht.media.queries import PictureLine
from draht.posts.models import LONGEST_ALT, LONGEST_CAPTION, DraftPicture, PostPicture, Sent

# A draft in a browser may wait that long for its pictures.
KEEP_DRAFTS = timedelta(days=30)


def keep_picture(*, author: int, upload: IO[Any]) -> int:
    """Keep a picture for a post that `author` is writing; returns its id. Raises Refused with the reason."""
    picture = take_in(owner=author, purpose=Purpose.POST, upload=upload)
    DraftPicture.objects.create(author_id=author, picture_id=picture.id)
    return picture.id


def put_pictures(
    *, post: int, author: int, uploader: int, pictures: Sequence[PictureLine], captions: Mapping[int, str]
) -> None:
    """Make pictures that `uploader` kept part of a post; they belong to its author from now on."""
    PostPicture.objects.bulk_create(
        PostPicture(
            post_id=post,
            position=position,
            picture_id=picture.id,
            key=picture.key,
            alt=clean_alt(picture.alt),
            caption=clean_caption(captions.get(picture.id, "")),
            width=picture.width,
            height=picture.height,
        )
        for position, picture in enumerate(pictures)
    )
    ids = [picture.id for picture in pictures]
    no_longer_loose(author=uploader, pictures=ids)
    if uploader != author:
        hand_over(pictures=ids, owner=author)


def no_longer_loose(*, author: int, pictures: Iterable[int]) -> None:
    """Pictures that `author` kept belong to something now."""
    DraftPicture.objects.filter(author=author, picture_id__in=list(pictures)).delete()


def clean_alt(alt: str) -> str:
    """What a picture shows, in one line."""
    return richtext.clean_line(alt)[:LONGEST_ALT]


def clean_caption(caption: str) -> str:
    """What stands below a picture, in one line."""
    return richtext.clean_line(caption)[:LONGEST_CAPTION]


def describe_pictures(*, post: int, alts: Mapping[int, str], captions: Mapping[int, str]) -> int:
    """Change the descriptions and the captions of a post's pictures. Returns how many changed."""
    changed = 0
    for picture, caption in captions.items():
        words = clean_caption(caption)
        same = PostPicture.objects.filter(post=post, picture_id=picture)
        changed += same.exclude(caption=words).update(caption=words)
    for picture, alt in alts.items():
        words = clean_alt(alt)
        changed += PostPicture.objects.filter(post=post, picture_id=picture).exclude(alt=words).update(alt=words)
    return changed


def remove_pictures(ids: Iterable[int]) -> None:
    """Delete pictures, rows and files."""
    if wanted := list(ids):
        remove(pictures=Picture.objects.filter(id__in=wanted))


def drop_old_drafts() -> None:
    """Delete pictures of drafts that were never published, and forget which drafts were."""
    _drop(DraftPicture.objects.filter(uploaded__lt=clock.now() - KEEP_DRAFTS))
    Sent.objects.filter(sent__lt=clock.now() - KEEP_DRAFTS).delete()


def drop_drafts_of(*, author: int) -> None:
    """Delete the pictures that an author uploaded and did not publish."""
    _drop(DraftPicture.objects.filter(author=author))


@transaction.atomic
def _drop(drafts: QuerySet[DraftPicture]) -> None:
    remove_pictures(drafts.values_list("picture_id", flat=True))
    drafts.delete()
