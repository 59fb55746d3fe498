"""The published networks come in whole. DRAHT_SNB names their folders, with ":" between them."""

import os
from pathlib import Path

import pytest
from django.core.management import call_command

from draht.accounts.models import User
from draht.members.models import Member
from draht.posts.models import POST_ITSELF, Comment, Like, Post
from draht.ties.models import Tie, TieKind

_NAMED = os.environ.get("DRAHT_SNB", "")
FOLDERS = [Path(name) for name in _NAMED.split(":") if name]


def _rows(folder: Path, name: str) -> int:
    return (folder / "dynamic" / f"{name}_0_0.csv").read_bytes().count(b"\n") - 1


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.skipif(not FOLDERS, reason="DRAHT_SNB names no folder with a published network")
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_it_loads_every_row_of_a_published_network(folder: Path) -> None:
    call_command("import", "snb", str(folder))
    persons = _rows(folder, "person")
    assert Member.objects.count() == User.objects.filter(email__contains="@").count() == persons
    assert Tie.objects.filter(kind=TieKind.CONTACT).count() == 2 * _rows(folder, "person_knows_person")
    assert Post.objects.count() == _rows(folder, "post")
    assert Comment.objects.count() == _rows(folder, "comment")
    likes = {
        "post": Like.objects.filter(comment_id=POST_ITSELF).count(),
        "comment": Like.objects.exclude(comment_id=POST_ITSELF).count(),
    }
    assert likes == {kind: _rows(folder, f"person_likes_{kind}") for kind in likes}
    assert sum(Post.objects.values_list("likes", flat=True)) == likes["post"]
    assert sum(Comment.objects.values_list("likes", flat=True)) == likes["comment"]
    assert sum(Post.objects.values_list("comments", flat=True)) == Comment.objects.count()
