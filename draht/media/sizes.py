"""The job that makes the smaller sizes of a picture. Not in `tasks.py`, because actions enqueue it."""

from django_tasks import task

from draht.media import files
from draht.media.models import Picture, State
from draht.media.rules import SIZES, main_size


@task
def make_sizes(picture_id: int) -> None:
    """Make the smaller sizes of a picture. Does nothing if it has been removed; may run twice."""
    from draht.media import encoding  # Pillow stays out of processes that make no pictures

    picture = Picture.objects.filter(id=picture_id).first()
    if picture is None:
        return
    main = files.path_of(picture.key, main_size(picture.purpose)).read_bytes()
    made = encoding.smaller(main, purpose=picture.purpose, sizes=SIZES[picture.purpose][:-1])
    for size, content in made.items():
        files.write(files.path_of(picture.key, size), content)
    if not Picture.objects.filter(id=picture_id).update(state=State.READY):
        files.delete(picture.key)  # it was removed while we drew
