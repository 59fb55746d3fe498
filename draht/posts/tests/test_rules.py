import pytest

from draht.actors.models import EVERYBODY, MEMBERS
from draht.conftest import Persona
from draht.posts.models import Post
from draht.posts.rules import PACES, Deed, Pace, is_too_fast, may_like, may_read, may_recommend, readable_by
from draht.posts.tests.factories import make_post
from draht.ties.actions import block, unblock, untie_contacts


@pytest.fixture
def posts(ada: Persona) -> dict[str, int]:
    return {
        "everybody": make_post(ada, "one", EVERYBODY).id,
        "members": make_post(ada, "two", MEMBERS).id,
        "contacts": make_post(ada, "three", ada.id).id,
    }


def readable(viewer: int | None) -> list[str]:
    return list(Post.objects.filter(readable_by(viewer)).order_by("id").values_list("text", flat=True))


def test_shows_a_visitor_only_what_is_for_everybody(posts: dict[str, int]) -> None:
    assert readable(None) == ["one"]


def test_shows_a_stranger_what_is_for_members(posts: dict[str, int], cem: Persona) -> None:
    assert readable(cem.id) == ["one", "two"]


def test_shows_a_contact_and_the_author_everything(posts: dict[str, int], ada: Persona, ben: Persona) -> None:
    assert readable(ben.id) == readable(ada.id) == ["one", "two", "three"]


def test_takes_away_what_was_for_contacts_with_the_contact(posts: dict[str, int], ada: Persona, ben: Persona) -> None:
    untie_contacts(one=ben.id, other=ada.id)
    assert readable(ben.id) == ["one", "two"]


@pytest.mark.parametrize("ada_blocks", [True, False])
def test_hides_everything_behind_a_block_from_either_side(
    posts: dict[str, int], ada: Persona, cem: Persona, *, ada_blocks: bool
) -> None:
    source, target = (ada, cem) if ada_blocks else (cem, ada)
    block(source=source.id, target=target.id)
    assert readable(cem.id) == []
    unblock(source=source.id, target=target.id)
    assert readable(cem.id) == ["one", "two"]


def test_answers_for_one_post(posts: dict[str, int], cem: Persona) -> None:
    assert may_read(cem.id, posts["members"])
    assert not may_read(cem.id, posts["contacts"])
    assert not may_read(None, posts["members"])
    assert not may_read(cem.id, 12345)


def test_lets_nobody_like_their_own_words_nor_visitors_any() -> None:
    assert may_like(1001, 1002)
    assert not may_like(1001, 1001)
    assert not may_like(None, 1002)
    assert not may_like(1001, None)


def test_lets_nobody_pass_on_what_was_meant_for_contacts() -> None:
    assert may_recommend(1001, 1002, MEMBERS)
    assert not may_recommend(1001, 1002, 1002)
    assert not may_recommend(1002, 1002, EVERYBODY)


def test_stops_a_flood_of_posts(ada: Persona, ben: Persona, monkeypatch: pytest.MonkeyPatch) -> None:
    pace = PACES[Deed.POST][0]
    monkeypatch.setitem(PACES, Deed.POST, (Pace(3, pace.time),))
    for number in range(3):
        assert not is_too_fast(ada.id, Deed.POST)
        make_post(ada, str(number))
    assert is_too_fast(ada.id, Deed.POST)
    assert not is_too_fast(ben.id, Deed.POST)
