"""What keeping, serving, sweeping and removing promise."""

import os
import time
from collections.abc import Mapping
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from PIL import Image

from draht.media import actions, files, queries
from draht.media.models import Picture, Purpose, State
from draht.media.sizes import make_sizes
from draht.media.tests.conftest import Run
from draht.media.tests.factories import make_picture

pytestmark = [pytest.mark.django_db, pytest.mark.urls("draht.media.tests.urls")]


def sizes_of(picture: Picture) -> list[int]:
    return sorted(int(path.stem) for path in files.folder_of(picture.key).iterdir())


@pytest.fixture(autouse=True)
def bare(settings: Any) -> None:
    """No middleware: what is tested is the view."""
    settings.MIDDLEWARE = []


def get(key: str, size: int) -> tuple[bytes, Mapping[str, str]]:
    response = Client().get(queries.address(key, size))
    assert response.status_code == 200
    return b"".join(response.streaming_content), response.headers  # type: ignore[attr-defined]


def is_found(key: str, size: int) -> bool:
    return Client().get(queries.address(key, size)).status_code != 404


def age(path: Path, days: int) -> None:
    then = time.time() - days * 86_400
    os.utime(path, (then, then))


@pytest.mark.parametrize(
    ("purpose", "sizes", "shapes"),
    [
        (Purpose.PORTRAIT, [48, 96, 192, 384], [(48, 48), (96, 96), (192, 192), (384, 384)]),
        (Purpose.POST, [480, 960, 1600], [(480, 240), (960, 480), (1600, 800)]),
    ],
)
def test_the_job_makes_the_sizes(purpose: str, sizes: list[int], shapes: list[tuple[int, int]], run_jobs: Run) -> None:
    picture = make_picture(purpose=purpose)
    assert sizes_of(picture) == sizes[-1:]
    run_jobs()
    assert sizes_of(picture) == sizes
    assert [Image.open(BytesIO(files.path_of(picture.key, size).read_bytes())).size for size in sizes] == shapes
    assert Picture.objects.get().state == State.READY


def test_a_picture_is_served_at_once_and_for_ever_when_its_size_is_made(run_jobs: Run) -> None:
    picture = make_picture()
    large, headers = get(picture.key, 480)
    assert headers["Cache-Control"] == "public, max-age=20"
    run_jobs()
    small, headers = get(picture.key, 480)
    assert 0 < len(small) < len(large)
    assert headers["Content-Type"] == "image/webp"
    assert headers["Content-Disposition"] == f'inline; filename="{picture.key}.webp"'
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert get(picture.key, 1600)[1]["Cache-Control"].endswith("immutable")


def test_serving_asks_no_database(django_assert_num_queries: Any) -> None:
    picture = make_picture()
    with django_assert_num_queries(0):
        get(picture.key, 1600)


@pytest.mark.parametrize("size", [47, 384, 1601, 9999])
def test_a_size_that_a_picture_does_not_have_is_not_found(size: int) -> None:
    picture = make_picture(purpose=Purpose.POST)
    assert not is_found(picture.key, size)


def test_an_unknown_picture_is_not_found() -> None:
    assert not is_found("0" * 32, 1600)


def test_no_address_leads_out_of_the_folder() -> None:
    picture = make_picture()
    assert reverse("media:picture", kwargs={"key": picture.key, "size": 480}) == queries.address(picture.key, 480)
    for key in ("../" * 10 + "etc", ".." + "0" * 30, "0" * 31, "A" * 32, "0" * 32 + "\n"):
        with pytest.raises(NoReverseMatch):
            reverse("media:picture", kwargs={"key": key, "size": 480})
    assert not is_found("../" + picture.key, 1600)
    assert not is_found(".." + "%2f" * 30, 1600)


def test_pictures_on_a_page_cost_one_query(django_assert_num_queries: Any) -> None:
    pictures = [make_picture(size=(1000, 500)), make_picture()]
    with django_assert_num_queries(1):
        lines = queries.lines([picture.id for picture in pictures] + [1])
    small, large = (lines[picture.id] for picture in pictures)
    base = f"/media/{small.key}"
    assert small.srcset == f"{base}/480.webp 480w, {base}/960.webp 960w, {base}/1600.webp 1000w"
    assert large.srcset.endswith("/1600.webp 1600w")
    assert small.src == f"{base}/960.webp"
    assert queries.lines([]) == {}


def test_a_removed_picture_leaves_nothing(
    django_capture_on_commit_callbacks: Any, media_root: Path, run_jobs: Run
) -> None:
    mine, others = make_picture(owner=7), make_picture(owner=8)
    with django_capture_on_commit_callbacks(execute=True):
        actions.remove_all_of(owner=7)
    assert not files.folder_of(mine.key).exists()
    assert list(Picture.objects.all()) == [others]
    run_jobs()
    assert not files.folder_of(mine.key).exists()
    with django_capture_on_commit_callbacks(execute=True):
        actions.remove(pictures=[others])
    assert not list(media_root.rglob("*.webp"))


@pytest.mark.django_db(transaction=True)
def test_a_removal_that_is_undone_keeps_the_files() -> None:
    from django.db import transaction

    picture = make_picture()
    with transaction.atomic():
        actions.remove(pictures=[picture])
        transaction.set_rollback(True)
    assert files.path_of(picture.key, 1600).exists()
    assert Picture.objects.exists()


def test_a_picture_removed_while_its_sizes_are_made_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from draht.media import encoding

    picture = make_picture()
    smaller = encoding.smaller

    def and_remove(content: bytes, *, purpose: str, sizes: tuple[int, ...]) -> dict[int, bytes]:
        Picture.objects.all().delete()
        return smaller(content, purpose=purpose, sizes=sizes)

    monkeypatch.setattr(encoding, "smaller", and_remove)
    make_sizes.call(picture.id)
    assert not files.folder_of(picture.key).exists()


def test_a_write_that_fails_leaves_no_file(media_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        make_picture()
    assert not [path for path in media_root.rglob("*") if path.is_file()]
    assert not Picture.objects.exists()


def test_the_sweep_brings_files_and_rows_in_line(caplog: pytest.LogCaptureFixture, run_jobs: Run) -> None:
    sound, fresh_orphan, old_orphan, lost, unmade = (make_picture() for _ in range(5))
    run_jobs()
    Picture.objects.filter(id__in=[fresh_orphan.id, old_orphan.id]).delete()
    files.delete(lost.key)
    long_ago = timezone.now() - timedelta(days=2)
    Picture.objects.filter(id__in=[sound.id, lost.id, unmade.id]).update(created=long_ago)
    for picture in (sound, old_orphan):
        age(files.folder_of(picture.key), days=2)
    Picture.objects.filter(id=unmade.id).update(state=State.NEW)
    actions.sweep()
    assert files.path_of(sound.key, 1600).exists()
    assert files.path_of(fresh_orphan.key, 1600).exists()
    assert not files.folder_of(old_orphan.key).exists()
    assert set(Picture.objects.values_list("id", flat=True)) == {sound.id, unmade.id}
    assert lost.key in caplog.text
    assert run_jobs() == 1
    assert Picture.objects.get(id=unmade.id).state == State.READY


def test_a_description_can_be_added_later() -> None:
    picture = make_picture()
    actions.describe(picture=picture, alt="A coil of wire rod")
    assert queries.lines([picture.id])[picture.id].alt == "A coil of wire rod"
