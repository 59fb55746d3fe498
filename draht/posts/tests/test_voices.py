"""Speaking for a company: who may, what readers see, and that it stays as it was said."""

import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from draht.accounts.actions import close_account
from draht.actors.actions import create_actor, grant_voice, rename, withdraw_voice
from draht.actors.models import EVERYBODY, MEMBERS, Actor, Kind
from draht.common import clock
from draht.common.refusal import Refused
from draht.conftest import Persona
from draht.media.models import Picture
from draht.media.queries import lines as picture_lines
from draht.members.actions import forget
from draht.outbox.worker import run_until_idle
from draht.posts import actions
from draht.posts.models import Comment, Post, Spoken
from draht.posts.queries import Voice, card, cards, comments_page
from draht.posts.rules import PACES, Deed, Pace, is_too_fast
from draht.posts.tests.factories import make_post
from draht.ties.actions import block

WORDS = "New strands down to 0.12 mm"
Maker = Callable[[str, str], Persona]


@pytest.fixture
def company(ada: Persona) -> Actor:
    """For which Ada speaks."""
    company = create_actor(kind=Kind.COMPANY, name="Rheinseil AG", headline="Ropes and strands, Duisburg")
    grant_voice(speaker=ada.id, actor=company.id)
    return company


@pytest.fixture
def agency(ada: Persona, company: Actor) -> Actor:
    """Under whose mandate Ada speaks for the company."""
    agency = create_actor(kind=Kind.COMPANY, name="Hafenkontor")
    grant_voice(speaker=ada.id, actor=company.id, agency=agency.id)
    return agency


def said_for(company: Actor, writer: Persona, text: str = WORDS, audience: int = EVERYBODY) -> Post:
    return make_post(company, text, audience, writer=writer.id)


def voice_of(viewer: Persona | None, post: Post) -> Voice:
    shown = card(viewer.id if viewer else None, post.id)
    assert shown is not None
    return shown.voice


def names(voice: Voice) -> tuple[str, str, str]:
    return voice.kind, voice.writer.name if voice.writer else "", voice.agency.name if voice.agency else ""


# --- who may ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ended", [True, False])
def test_lets_nobody_speak_without_a_right(ada: Persona, cem: Persona, company: Actor, *, ended: bool) -> None:
    if ended:
        grant_voice(speaker=cem.id, actor=company.id, until=clock.now() - timedelta(minutes=1))
    with pytest.raises(Refused, match="may not speak") as refused:
        said_for(company, cem)
    assert refused.value.field == "voice"
    post = make_post(ada)
    with pytest.raises(Refused, match="may not speak"):
        actions.write_comment(author=company.id, writer=cem.id, post=post.id, text="Nice")
    assert not Post.objects.filter(author=company).exists()
    assert Post.objects.get(id=post.id).comments == 0


def test_lets_nobody_publish_whose_words_wait_for_release(cem: Persona, company: Actor) -> None:
    grant_voice(speaker=cem.id, actor=company.id, may_publish=False)
    with pytest.raises(Refused, match="may not speak"):
        said_for(company, cem)


def test_writes_for_nobodys_contacts(ada: Persona, company: Actor) -> None:
    for audience, reason in ((company.id, "no contacts"), (ada.id, "these readers")):
        with pytest.raises(Refused, match=reason):
            said_for(company, ada, audience=audience)


def test_speaks_below_no_post_that_is_not_meant_for_the_company(ada: Persona, ben: Persona, company: Actor) -> None:
    for_contacts, open_post = make_post(ben, audience=ben.id), make_post(ben)
    block(source=ben.id, target=company.id)
    for post in (for_contacts, open_post):
        with pytest.raises(Refused, match="below this post"):
            actions.write_comment(author=company.id, writer=ada.id, post=post.id, text="We can help")
        actions.write_comment(author=ada.id, post=post.id, text="I can help")


def test_gets_around_no_block_of_the_writer(ada: Persona, cem: Persona, company: Actor) -> None:
    post = make_post(cem)
    block(source=cem.id, target=ada.id)
    with pytest.raises(Refused, match="deleted"):
        actions.write_comment(author=company.id, writer=ada.id, post=post.id, text="We can help")
    assert f"@{cem.handle}" in said_for(company, ada, f"Ask @{cem.handle}").html


def test_lets_the_team_edit_and_delete_what_the_company_said(ada: Persona, cem: Persona, company: Actor) -> None:
    post = said_for(company, ada)
    comment = actions.write_comment(author=company.id, writer=ada.id, post=post.id, text="Ask us")
    assert not card(cem.id, post.id).may_edit  # type: ignore[union-attr]
    with pytest.raises(Refused):
        actions.edit_post(post=post.id, text="Mine now", by=cem.id)
    with pytest.raises(Refused):
        actions.edit_comment(post=post.id, comment=comment, text="Mine now", by=cem.id)
    with pytest.raises(Refused):
        actions.delete_post(post=post.id, by=cem.id)
    with pytest.raises(Refused):
        actions.delete_comment(post=post.id, comment=comment, by=cem.id)
    grant_voice(speaker=cem.id, actor=company.id)
    withdraw_voice(speaker=ada.id, actor=company.id)
    assert card(cem.id, post.id).may_edit  # type: ignore[union-attr]
    assert not card(ada.id, post.id).may_edit  # type: ignore[union-attr]
    actions.edit_post(post=post.id, text="Down to 0.10 mm", by=cem.id)
    actions.edit_comment(post=post.id, comment=comment, text="Write to us", by=cem.id)
    assert names(voice_of(cem, post)) == ("company", "Ada Lindner", "")
    actions.delete_comment(post=post.id, comment=comment, by=cem.id)
    actions.delete_post(post=post.id, by=cem.id)
    assert not Post.objects.exists()


def test_counts_the_pace_of_whoever_writes(
    ada: Persona, cem: Persona, company: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PACES, Deed.POST, (Pace(2, PACES[Deed.POST][0].time),))
    grant_voice(speaker=cem.id, actor=company.id)
    said_for(company, ada)
    make_post(ada)
    assert is_too_fast(ada.id, Deed.POST)
    assert not is_too_fast(cem.id, Deed.POST)


# --- what readers see -------------------------------------------------------------------------------------------------


def test_says_who_speaks_and_keeps_saying_it(ada: Persona, cem: Persona, company: Actor, agency: Actor) -> None:
    by_agency, comment = said_for(company, ada), 0
    comment = actions.write_comment(author=company.id, writer=ada.id, post=by_agency.id, text="Ask us")
    grant_voice(speaker=ada.id, actor=company.id)
    own_people, private = said_for(company, ada), make_post(ada)
    withdraw_voice(speaker=ada.id, actor=company.id)
    plain = make_post(ada)
    for viewer in (None, cem):
        assert names(voice_of(viewer, by_agency)) == ("company", "Ada Lindner", "Hafenkontor")
        assert names(voice_of(viewer, own_people)) == ("company", "Ada Lindner", "")
        assert names(voice_of(viewer, private)) == ("private", "", "")
        assert names(voice_of(viewer, plain)) == ("", "", "")
    (line,) = comments_page(cem.id, by_agency.id).items
    assert (line.id, names(line.voice)) == (comment, ("company", "Ada Lindner", "Hafenkontor"))


def test_leaves_out_the_name_behind_a_block_and_nothing_else(ada: Persona, cem: Persona, company: Actor) -> None:
    post = said_for(company, ada)
    actions.write_comment(author=company.id, writer=ada.id, post=post.id, text="Ask us")
    block(source=ada.id, target=cem.id)
    assert names(voice_of(cem, post)) == ("company", "", "")
    assert [names(line.voice) for line in comments_page(cem.id, post.id).items] == [("company", "", "")]
    assert "Ada Lindner" not in cem.client().get(f"/posts/{post.id}/").content.decode()
    block(source=cem.id, target=company.id)
    assert card(cem.id, post.id) is None


def test_lets_the_team_like_privately(ada: Persona, ben: Persona, company: Actor) -> None:
    post = said_for(company, ada)
    assert ada.client().post(f"/posts/{post.id}/like/").status_code == 303
    assert "Ada Lindner" in ben.client().get(f"/posts/{post.id}/likes/").content.decode()


def test_shows_the_label_on_every_page_with_words(ada: Persona, cem: Persona, company: Actor, agency: Actor) -> None:
    post = said_for(company, ada)
    comment = actions.write_comment(author=company.id, writer=ada.id, post=post.id, text="Ask us")
    comment_address = f"/posts/{post.id}/comments/{comment}/"
    for client, address in ((cem.client(), f"/posts/{post.id}/"), (cem.client(), comment_address), (Client(), "/")):
        page = client.get(address).content.decode()
        assert "for the company, by Hafenkontor" in page
        assert "written by" in page


def test_asks_two_questions_more_for_a_page_with_words_of_companies(
    ada: Persona, company: Actor, agency: Actor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    plain, for_company = make_post(ada).id, [said_for(company, ada, f"{WORDS} {number}").id for number in range(8)]
    with django_assert_num_queries(3):
        cards(ada.id, [plain])
    with django_assert_num_queries(5):
        assert len(cards(ada.id, [plain, *for_company])) == 9


# --- whoever leaves ---------------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_keeps_what_a_member_who_left_wrote_for_the_company(ada: Persona, cem: Persona, company: Actor) -> None:
    file = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(file, "PNG")
    file.seek(0)
    picture = actions.keep_picture(author=ada.id, upload=file)
    post = make_post(company, WORDS, writer=ada.id, pictures=list(picture_lines([picture]).values()))
    comment = actions.write_comment(author=company.id, writer=ada.id, post=post.id, text="Ask us")
    close_account(user=ada.user)
    run_until_idle()
    assert names(voice_of(cem, post)) == ("company", "", "")
    forget(actor=ada.id)
    assert Post.objects.get(id=post.id).writer_id is None
    assert Comment.objects.get(id=comment).writer_id is None
    assert Picture.objects.get(id=picture).owner == company.id


# --- the forms --------------------------------------------------------------------------------------------------------


def test_asks_only_whoever_has_a_choice(ada: Persona, cem: Persona, company: Actor, agency: Actor) -> None:
    post = make_post(cem)
    for address in ("/", "/posts/", f"/posts/{post.id}/"):
        assert 'name="voice"' not in cem.client().get(address).content.decode()
        assert "for Rheinseil AG, by Hafenkontor" in ada.client().get(address).content.decode()
    assert 'name="voice"' not in ada.client().get(f"/posts/{make_post(ada, audience=ada.id).id}/").content.decode()


def test_publishes_in_the_chosen_voice(ada: Persona, company: Actor) -> None:
    client = ada.client()
    form = {"text": WORDS, "audience": "members", "publish": "yes"}
    assert f'value="{company.id}" selected' in client.get(f"/posts/?voice={company.id}").content.decode()
    assert client.post("/posts/", {**form, "voice": company.id}).status_code == 303
    assert client.post("/posts/", {**form, "voice": ""}).status_code == 303
    for_company, private = Post.objects.order_by("id")
    assert (for_company.author_id, for_company.writer_id, for_company.audience_id) == (company.id, ada.id, MEMBERS)
    assert (private.author_id, private.writer_id, private.spoken) == (ada.id, None, Spoken.PRIVATELY)
    answer = client.post(f"/posts/{private.id}/comments/", {"text": "We do", "voice": company.id})
    assert answer.status_code == 303
    assert Comment.objects.get().author_id == company.id
    assert client.get(f"/posts/{for_company.id}/edit/").status_code == 200
    assert client.post(f"/posts/{for_company.id}/edit/", {"text": "Changed"}).status_code == 303
    for_company.refresh_from_db()
    assert (for_company.text, for_company.author_id, for_company.writer_id) == ("Changed", company.id, ada.id)


@pytest.mark.parametrize("voice", ["{company}", "12345", "nonsense", "-1"])
def test_loses_nothing_when_one_may_not_speak(cem: Persona, company: Actor, voice: str) -> None:
    chosen = voice.format(company=company.id)
    client = cem.client()
    answer = client.post("/posts/", {"text": WORDS, "audience": "members", "publish": "yes", "voice": chosen})
    assert answer.status_code == 422
    assert WORDS in answer.content.decode()
    assert 'id="id_voice_error"' in answer.content.decode()
    post = make_post(cem)
    answer = client.post(f"/posts/{post.id}/comments/", {"text": WORDS, "voice": chosen})
    assert answer.status_code == 422
    assert WORDS in answer.content.decode()
    assert 'id="comment-voice-_error"' in answer.content.decode()
    assert not Comment.objects.exists()


def test_says_that_a_company_has_no_contacts(ada: Persona, company: Actor) -> None:
    form = {"text": WORDS, "audience": "contacts", "publish": "yes", "voice": company.id}
    answer = ada.client().post("/posts/", form)
    assert answer.status_code == 422
    assert "A company has no contacts" in answer.content.decode()
    assert 'aria-describedby="id_audience_error"' in answer.content.decode()
    assert f'value="{company.id}" selected' in answer.content.decode()


def test_shows_the_companys_name_of_today(ada: Persona, company: Actor) -> None:
    post = said_for(company, ada)
    rename(actor=company.id, name="Rheinseil SE")
    assert "Rheinseil SE" in ada.client().get(f"/posts/{post.id}/").content.decode()
