"""What following, muting and blocking promise, seen through their pages."""

from typing import Any

import pytest
from django.test import Client

from draht.actors.actions import create_actor
from draht.actors.models import EVERYBODY, Kind
from draht.conftest import Persona
from draht.ties.actions import block
from draht.ties.models import Tie, TieKind
from draht.ties.queries import kinds_between
from draht.ties.rules import is_contact, is_hidden


def sent(client: Client, address: str, status: int = 303, **data: Any) -> str:
    response = client.post(address, data)
    assert response.status_code == status, (address, response.status_code)
    return response.headers.get("Location", "")


def page(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return str(response.content.decode())


@pytest.mark.parametrize("kind", [Kind.MEMBER, Kind.COMPANY, Kind.GROUP, Kind.HASHTAG])
def test_it_follows_and_unfollows_every_kind_of_actor(ada: Persona, kind: Kind) -> None:
    actor, a = create_actor(kind=kind, name="Rheinseil"), ada.client()
    assert sent(a, "/ties/follow/", actor=actor.id) == "/ties/?show=following"
    assert "Rheinseil" in page(a, "/ties/")
    sent(a, "/ties/unfollow/", actor=actor.id)
    assert not Tie.objects.filter(source=ada.id, kind=TieKind.FOLLOW).exists()


def test_it_goes_back_to_where_one_was_but_not_to_another_site(ada: Persona, cem: Persona) -> None:
    a = ada.client()
    assert sent(a, "/ties/follow/", actor=cem.id, next="/members/cem/") == "/members/cem/"
    for elsewhere in ("https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"):
        assert sent(a, "/ties/mute/", actor=cem.id, next=elsewhere) == "/ties/?show=muted"


def test_it_mutes_without_the_other_learning_of_it(ada: Persona, cem: Persona) -> None:
    a = ada.client()
    sent(a, "/ties/mute/", actor=cem.id)
    assert "Cem" in page(a, "/ties/?show=muted")
    assert kinds_between(cem.id, ada.id) == frozenset()
    sent(a, "/ties/unmute/", actor=cem.id)
    assert kinds_between(ada.id, cem.id) == frozenset()


def test_it_asks_before_it_blocks_and_ends_every_tie(ada: Persona, ben: Persona) -> None:
    a = ada.client()
    sent(a, "/ties/follow/", actor=ben.id)
    assert "Block Ben Achterberg?" in page(a, f"/ties/block/?actor={ben.id}")
    assert is_contact(ada.id, ben.id)
    assert sent(a, "/ties/block/", actor=ben.id) == "/ties/?show=blocked"
    assert is_hidden(ben.id, ada.id)
    assert kinds_between(ada.id, ben.id) == {TieKind.BLOCK}
    assert kinds_between(ben.id, ada.id) == {TieKind.BLOCKED_BY}
    assert "Ben Achterberg" in page(a, "/ties/?show=blocked")
    assert "Ada Lindner" not in page(ben.client(), "/ties/?show=blocked").split("<main", 1)[1]


def test_it_lets_only_the_one_who_blocked_lift_it(ada: Persona, cem: Persona) -> None:
    block(source=ada.id, target=cem.id)
    sent(cem.client(), "/ties/unblock/", actor=ada.id)
    assert is_hidden(cem.id, ada.id)
    sent(ada.client(), "/ties/unblock/", actor=cem.id)
    assert not is_hidden(cem.id, ada.id)


def test_it_does_not_know_the_blocked_the_unknown_and_audiences(ada: Persona, cem: Persona) -> None:
    block(source=cem.id, target=ada.id)
    a = ada.client()
    for actor in (cem.id, 123456, EVERYBODY, "abc", ""):
        for act in ("follow", "unfollow", "mute", "unmute", "block"):
            sent(a, f"/ties/{act}/", 404, actor=actor)
        page(a, f"/ties/block/?actor={actor}", 404)


def test_it_does_nothing_to_oneself(ada: Persona) -> None:
    a = ada.client()
    for act in ("follow", "mute", "block"):
        sent(a, f"/ties/{act}/", actor=ada.id)
    assert not Tie.objects.exists()


def test_it_changes_nothing_by_looking(ada: Persona, cem: Persona) -> None:
    a = ada.client()
    for act in ("follow", "unfollow", "mute", "unmute", "unblock"):
        page(a, f"/ties/{act}/?actor={cem.id}", 405)
    page(a, f"/ties/block/?actor={cem.id}")
    assert not Tie.objects.exists()
