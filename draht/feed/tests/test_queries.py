from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from draht.actors.actions import create_actor, grant_voice, hashtags
from draht.actors.models import EVERYBODY, MEMBERS, Actor, Kind
from draht.common import clock
from draht.common.ids import LARGEST
from draht.conftest import Persona
from draht.feed import queries
from draht.feed.queries import causes_of, count_newer, home_feed, public_feed
from draht.posts.actions import delete_post, like_post, recommend_post, unlike_post
from draht.posts.tests.factories import make_post
from draht.ties.actions import block, follow, mute, tie_contacts, unfollow

Maker = Callable[[str, str], Persona]


def shown(viewer: Persona, before: int = LARGEST) -> list[tuple[int, str]]:
    """Posts and causes, as they stand in the feed."""
    return [(entry.card.id, entry.cause.kind) for entry in home_feed(viewer.id, before=before).entries]


@pytest.fixture
def dora(make_persona: Maker) -> Persona:
    """Ben's contact, whom Ada does not know."""
    return make_persona("Dora", "Freytag")


def test_it_shows_contacts_and_the_followed_newest_first(ada: Persona, ben: Persona, cem: Persona) -> None:
    follow(source=ada.id, target=cem.id)
    posts = [make_post(ben), make_post(cem), make_post(ada)]
    assert shown(ada) == [(posts[2].id, "own"), (posts[1].id, "follow"), (posts[0].id, "contact")]


def test_it_shows_nothing_of_strangers(ada: Persona, cem: Persona) -> None:
    make_post(cem)
    assert shown(ada) == []


def test_it_brings_a_recommendation_to_the_friends_of_a_friend(ada: Persona, ben: Persona, dora: Persona) -> None:
    tie_contacts(one=ben.id, other=dora.id)
    post = make_post(dora)
    assert shown(ada) == []
    recommend_post(actor=ben.id, post=post.id)
    entry = home_feed(ada.id, before=LARGEST).entries[0]
    assert (entry.card.id, entry.cause.kind, entry.cause.actor.name) == (
        post.id,
        "contact_recommends",
        "Ben Achterberg",
    )


def test_it_says_when_somebody_recommended_it(ada: Persona, ben: Persona, dora: Persona) -> None:
    with clock.at(clock.now() - timedelta(days=3)):
        post = make_post(dora)
    recommend_post(actor=ben.id, post=post.id)
    entry = home_feed(ada.id, before=LARGEST).entries[0]
    assert entry.cause.act == entry.position
    assert clock.now() - entry.cause.when < timedelta(minutes=1)
    page = ada.client().get("/").content.decode()
    wire = page[page.index('class="wire-text"') :].split("</p>")[0]
    assert "Ben Achterberg, your contact, recommends this" in wire
    assert "<time datetime=" in wire


def test_it_counts_likes_of_contacts_and_not_of_the_followed(
    ada: Persona, ben: Persona, cem: Persona, dora: Persona
) -> None:
    follow(source=ada.id, target=cem.id)
    liked_by_followed, liked_by_contact = make_post(dora), make_post(dora)
    like_post(actor=cem.id, post=liked_by_followed.id)
    like_post(actor=ben.id, post=liked_by_contact.id)
    assert shown(ada) == [(liked_by_contact.id, "contact_likes")]


def test_it_folds_a_post_into_one_entry_with_the_strongest_cause(
    ada: Persona, ben: Persona, dora: Persona, make_persona: Maker
) -> None:
    emil = make_persona("Emil", "Haas")
    tie_contacts(one=ada.id, other=emil.id)
    post = make_post(emil)
    hashtag = make_post(dora, "About #dies")
    follow(source=ada.id, target=hashtags(["dies"])[0])
    like_post(actor=ben.id, post=post.id)
    like_post(actor=ben.id, post=hashtag.id)
    recommend_post(actor=ben.id, post=hashtag.id)
    assert dict(shown(ada)) == {post.id: "contact", hashtag.id: "contact_recommends"}
    assert [cause.kind for cause in causes_of(ada.id, hashtag.id)] == ["contact_recommends", "hashtag", "contact_likes"]


def test_it_leaves_a_contacts_post_where_it_was_published(ada: Persona, ben: Persona, make_persona: Maker) -> None:
    emil = make_persona("Emil", "Haas")
    tie_contacts(one=ada.id, other=emil.id)
    older, newer = make_post(ben), make_post(ben)
    like_post(actor=emil.id, post=older.id)
    assert shown(ada) == [(newer.id, "contact"), (older.id, "contact")]


def test_it_shows_posts_under_a_followed_hashtag(ada: Persona, cem: Persona) -> None:
    post = make_post(cem, "New #Ziehsteine are here")
    follow(source=ada.id, target=hashtags(["ziehsteine"])[0])
    assert shown(ada) == [(post.id, "hashtag")]
    unfollow(source=ada.id, target=hashtags(["ziehsteine"])[0])
    assert shown(ada) == []


def test_it_obeys_mute_and_block_at_once(ada: Persona, ben: Persona, dora: Persona) -> None:
    make_post(ben)
    recommended = make_post(dora)
    recommend_post(actor=ben.id, post=recommended.id)
    assert len(shown(ada)) == 2
    mute(source=ada.id, target=dora.id)
    assert len(shown(ada)) == 1
    mute(source=ada.id, target=ben.id)
    assert shown(ada) == []
    make_post(ada)
    block(source=ben.id, target=ada.id)
    assert [kind for _, kind in shown(ada)] == ["own"]
    assert [kind for _, kind in shown(ben)] == ["own"]


def test_it_shows_only_what_the_viewer_may_read(ada: Persona, ben: Persona, dora: Persona) -> None:
    tie_contacts(one=ben.id, other=dora.id)
    secret = make_post(dora, audience=dora.id)
    recommend_post(actor=ben.id, post=secret.id)
    assert shown(ada) == []
    assert dict(shown(ben)) == {secret.id: "contact"}


def test_it_forgets_withdrawn_likes_and_deleted_posts(ada: Persona, ben: Persona, dora: Persona) -> None:
    liked, gone = make_post(dora), make_post(ben)
    like_post(actor=ben.id, post=liked.id)
    assert len(shown(ada)) == 2
    unlike_post(actor=ben.id, post=liked.id)
    delete_post(post=gone.id)
    assert shown(ada) == []


def walk_through(viewer: Persona) -> list[int]:
    """Every post of the feed, page by page."""
    found, before = [], LARGEST
    for _ in range(30):
        feed = home_feed(viewer.id, before=before)
        found += [entry.card.id for entry in feed.entries]
        if feed.older is None:
            return found
        before = feed.older
    raise AssertionError("The feed does not end.")


def test_it_pages_through_everything_once_and_in_order(
    ada: Persona, ben: Persona, dora: Persona, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "ENTRIES", 3)
    monkeypatch.setattr(queries, "_ACTS", 5)
    start = clock.now() - timedelta(days=40)
    expected = set()
    for day in range(0, 40, 2):
        with clock.at(start + timedelta(days=day)):
            own, strange = make_post(ben), make_post(dora)
            expected |= {own.id, strange.id}
        with clock.at(start + timedelta(days=day, hours=5)):
            like_post(actor=ben.id, post=strange.id)
        with clock.at(start + timedelta(days=day, hours=30)):
            recommend_post(actor=ben.id, post=strange.id)
    found = walk_through(ada)
    assert len(found) == len(set(found))
    assert set(found) == expected


def test_it_counts_new_entries_without_own_ones(ada: Persona, ben: Persona) -> None:
    make_post(ben)
    newest = home_feed(ada.id, before=LARGEST).newest
    assert count_newer(ada.id, after=newest) == 0
    make_post(ada)
    make_post(ben)
    assert count_newer(ada.id, after=newest) == 1


def test_it_shows_visitors_what_is_for_everybody(ada: Persona) -> None:
    public = make_post(ada, audience=EVERYBODY)
    make_post(ada, audience=MEMBERS)
    assert [card.id for card in public_feed()] == [public.id]


def test_it_knows_no_cause_for_what_does_not_come(ada: Persona, cem: Persona) -> None:
    post = make_post(cem)
    assert causes_of(ada.id, post.id) == []
    assert causes_of(ada.id, 1) == []


def test_it_says_that_a_post_is_there_because_one_wrote_it(ada: Persona, ben: Persona) -> None:
    post = make_post(ada)
    like_post(actor=ben.id, post=post.id)
    assert [cause.kind for cause in causes_of(ada.id, post.id)] == ["own"]


def test_it_finds_nothing_newer_than_the_end_of_time(ada: Persona, ben: Persona) -> None:
    make_post(ben)
    assert count_newer(ada.id, after=LARGEST) == 0


def test_it_shows_the_words_of_a_recommendation(ada: Persona, ben: Persona, dora: Persona) -> None:
    post = make_post(dora)
    recommend_post(actor=ben.id, post=post.id, words="Read this **before** the fair.")
    entry = home_feed(ada.id, before=LARGEST).entries[0]
    assert entry.cause.words == "<p>Read this <strong>before</strong> the fair.</p>"
    page = ada.client().get("/").content.decode()
    assert "<blockquote><p>Read this <strong>before</strong> the fair.</p></blockquote>" in page


# --- companies --------------------------------------------------------------------------------------------------------


@pytest.fixture
def company(cem: Persona) -> Actor:
    """For which Cem speaks."""
    company = create_actor(kind=Kind.COMPANY, name="Rheinseil AG")
    grant_voice(speaker=cem.id, actor=company.id)
    return company


def test_it_brings_a_companys_posts_to_its_followers_and_not_to_those_of_the_writer(
    ada: Persona, ben: Persona, cem: Persona, company: Actor
) -> None:
    follow(source=ada.id, target=company.id)
    follow(source=ben.id, target=cem.id)
    post = make_post(company, writer=cem.id)
    assert shown(ada) == [(post.id, "follow")]
    assert shown(ben) == shown(cem) == []
    (cause,) = causes_of(ada.id, post.id)
    assert (cause.kind, cause.actor.name) == ("follow", "Rheinseil AG")
    page = ada.client().get(f"/feed/why/{post.id}/").content.decode()
    assert "You follow Rheinseil AG" in page
    assert "Stop following Rheinseil AG" in page


def test_it_carries_a_companys_post_on_by_a_like_of_a_contact(
    ada: Persona, ben: Persona, cem: Persona, company: Actor
) -> None:
    post = make_post(company, writer=cem.id)
    like_post(actor=ben.id, post=post.id)
    assert shown(ada) == [(post.id, "contact_likes")]
    block(source=ada.id, target=company.id)
    assert shown(ada) == []


def test_it_asks_nothing_more_of_a_member_without_a_voice(ada: Persona, ben: Persona, company: Actor) -> None:
    make_post(ben)
    client = ada.client()
    client.get("/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/")
    about_voices = [query["sql"] for query in asked.captured_queries if "actors_voice" in query["sql"]]
    assert len(about_voices) == 1
    assert "accounts_user" in about_voices[0]
