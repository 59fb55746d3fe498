"""Whoever wrote a hidden comment asks the host, who decides with a reason that both sides read."""

import pytest

from draht.actors.actions import create_actor, grant_voice
from draht.actors.models import EVERYBODY, Kind
from draht.common.refusal import Refused
from draht.conftest import Persona
from draht.moderation import actions, queries
from draht.moderation.handlers import forget_comment
from draht.moderation.models import Appeal
from draht.posts import actions as posts
from draht.posts.events import CommentDeleted
from draht.posts.models import Hiding, HouseRule

pytestmark = pytest.mark.django_db

WORDS = "This firm never pays its apprentices on time."


@pytest.fixture
def hidden(ben: Persona, cem: Persona) -> tuple[int, int]:
    """A comment by Cem that Ben hid for a company."""
    company = create_actor(kind=Kind.COMPANY, name="Kupferwerk Siegen").id
    grant_voice(speaker=ben.id, actor=company)
    post = posts.publish_post(author=company, writer=ben.id, text="New apprentices.", audience=EVERYBODY)
    comment = posts.write_comment(author=cem.id, post=post, text=WORDS)
    posts.hide_comment(post=post, comment=comment, by=ben.id, rule=HouseRule.INSULT, words="That hurts us.")
    return post, comment


def _appeal(hidden: tuple[int, int], cem: Persona) -> int:
    return actions.make_appeal(post=hidden[0], comment=hidden[1], author=cem.id, words="It is true.")


def test_the_host_shows_it_again_and_both_sides_read_why(
    hidden: tuple[int, int], cem: Persona, mo: Persona, ada: Persona
) -> None:
    address = "/posts/{}/comments/{}/appeal/".format(*hidden)
    browser = cem.client()
    assert "That hurts us." in browser.get(address).content.decode()
    assert browser.post(address, {"words": "It is true."}).status_code == 303
    host = mo.client()
    assert "It is true." in host.get("/host/appeals/").content.decode()
    appeal = Appeal.objects.get()
    decision = f"/host/appeals/{appeal.id}/"
    assert WORDS in host.get(decision).content.decode()
    assert host.post(decision, {"reason": " ", "decision": "restore"}).status_code == 422
    assert host.post(decision, {"reason": "It is criticism.", "decision": "restore"}).status_code == 303
    assert not Hiding.objects.exists()
    assert "It is criticism." in browser.get(address).content.decode()
    assert WORDS in ada.client().get(f"/posts/{hidden[0]}/").content.decode()


def test_it_stays_hidden_if_the_host_says_so(hidden: tuple[int, int], cem: Persona, mo: Persona) -> None:
    appeal = _appeal(hidden, cem)
    actions.decide_appeal(appeal=appeal, host=mo.id, is_restored=False, reason="It names a person.")
    assert Hiding.objects.exists()
    with pytest.raises(Refused):
        actions.decide_appeal(appeal=appeal, host=mo.id, is_restored=True, reason="Or not.")


def test_there_is_one_appeal_for_each_hiding(hidden: tuple[int, int], cem: Persona) -> None:
    assert _appeal(hidden, cem) == _appeal(hidden, cem)


def test_only_the_author_appeals_and_only_the_host_decides(
    hidden: tuple[int, int], ada: Persona, ben: Persona, cem: Persona
) -> None:
    address = "/posts/{}/comments/{}/appeal/".format(*hidden)
    assert ada.client().get(address).status_code == 404
    with pytest.raises(Refused):
        actions.make_appeal(post=hidden[0], comment=hidden[1], author=ada.id, words="For him.")
    appeal = _appeal(hidden, cem)
    assert ben.client().get(f"/host/appeals/{appeal}/").status_code == 403


def test_a_deleted_comment_takes_its_appeal_along(hidden: tuple[int, int], cem: Persona) -> None:
    _appeal(hidden, cem)
    forget_comment(CommentDeleted(post=hidden[0], comment=hidden[1], author=cem.id))
    assert not queries.open_appeals(before=1 << 62).items
