"""Writes: take a picture in, make its sizes, describe it, remove it, sweep up after a kill."""

import hashlib
import logging
import time
from collections.abc import Iterable
from datetime import timedelta
from typing import IO, Any, BinaryIO, cast

from django.db import transaction
from django.utils import timezone

from draht.media import files
from draht.media.keys import new_key
from draht.media.models import ALT_LENGTH, Picture, State
from draht.media.rules import main_size
from draht.media.sizes import make_sizes

logger = logging.getLogger(__name__)

# Long enough for any transaction that will still make the row of a file, and for any job that waits.
_SWEEP_AGE = timedelta(days=1)
_BATCH = 500


def take_in(*, owner: int, purpose: str, upload: IO[Any], alt: str = "") -> Picture:
    """Keep an uploaded picture for the actor `owner`: checked, upright, drawn anew without metadata.

    The file that was uploaded is not kept. The smaller sizes are made in a job; until then the largest stands in for
    them. Call it outside of a transaction. Raises Refused with the reason (field "picture").
    """
    from draht.media import encoding  # Pillow stays out of processes that make no pictures

    content = encoding.read_upload(cast("BinaryIO", upload))
    image = encoding.decode(content, purpose=purpose)
    main = encoding.encode(image)
    key = new_key()
    # The file first: a file without a row is swept up, a row without a file would be a broken picture.
    files.write(files.path_of(key, main_size(purpose)), main)
    with transaction.atomic():
        picture = Picture.objects.create(
            key=key,
            owner=owner,
            purpose=purpose,
            alt=alt[:ALT_LENGTH],
            width=image.width,
            height=image.height,
            digest=hashlib.sha256(main).hexdigest(),
        )
        make_sizes.enqueue(picture.id)
    return picture


def describe(*, picture: Picture, alt: str) -> None:
    """Say in words what a picture shows, for those who do not see it."""
    Picture.objects.filter(id=picture.id).update(alt=alt[:ALT_LENGTH])


def hand_over(*, pictures: Iterable[int], owner: int) -> None:
    """Let these pictures belong to another actor: they stay when the one who took them in goes."""
    Picture.objects.filter(id__in=list(pictures)).update(owner=owner)


def remove(*, pictures: Iterable[Picture]) -> None:
    """Delete these pictures, rows and files: the rows now, the files when the transaction is committed."""
    pictures = list(pictures)
    keys = [picture.key for picture in pictures]
    with transaction.atomic():
        Picture.objects.filter(id__in=[picture.id for picture in pictures]).delete()
        transaction.on_commit(lambda: _delete_files(keys))


def remove_all_of(*, owner: int) -> None:
    """Delete every picture of an actor."""
    remove(pictures=Picture.objects.filter(owner=owner))


def _delete_files(keys: Iterable[str]) -> None:
    for key in keys:
        files.delete(key)


def sweep() -> None:
    """Bring rows and files in line after a kill or a restored backup. Run by the clock, once a day.

    Files without a row are deleted; a row without its file is deleted, and told in the log; sizes that were not made
    are made.
    """
    before = timezone.now() - _SWEEP_AGE
    keys = files.keys_older_than(time.time() - _SWEEP_AGE.total_seconds())
    for batch in _batches(keys):
        known = set(Picture.objects.filter(key__in=batch).values_list("key", flat=True))
        _delete_files(key for key in batch if key not in known)
    for picture in Picture.objects.filter(created__lt=before).iterator(chunk_size=_BATCH):
        if not files.path_of(picture.key, main_size(picture.purpose)).exists():
            logger.warning("The file of picture %s is gone; its row is deleted.", picture.key)
            remove(pictures=[picture])
        elif picture.state == State.NEW:
            make_sizes.enqueue(picture.id)


def _batches(keys: Iterable[str]) -> Iterable[list[str]]:
    batch: list[str] = []
    for key in keys:
        batch.append(key)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
