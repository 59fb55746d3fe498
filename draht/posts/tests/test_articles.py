"""Articles: published, shown, edited, called by new names, passed on."""

import pytest
from django.test import Client
from django.urls import reverse

from draht.common.refusal import Refused
from draht.conftest import Persona
from draht.members.actions import change_name
from draht.outbox.worker import run_until_idle
from draht.posts.actions import Writing, edit_post, publish_post
from draht.posts.models import LONGEST_ARTICLE, Article, Post, PostVersion
from draht.posts.queries import card, long_text
from draht.posts.tests.factories import make_post
from draht.ties.actions import block

BODY = "## Wear\n\nDies wear[^1]. #Dies\n\n## Cost\n\nMuch.\n\n## Care\n\nOil.\n\n[^1]: All do."


def _article(author: Persona, body: str = BODY, title: str = "Why dies wear", text: str = "In short.") -> Post:
    return make_post(author, text, article=Writing(title, body, {}))


def test_an_article_is_a_post_with_a_title_and_a_long_text(ada: Persona) -> None:
    post = _article(ada)
    shown, long = card(None, post.id), long_text(None, post.id)
    assert shown is not None
    assert long is not None
    assert (shown.title, shown.minutes) == ("Why dies wear", 1)
    assert "In short." in shown.html
    assert [section.words for section in long.sections] == ["Wear", "Cost", "Care"]
    assert post.excerpt == "Why dies wear"


def test_its_hashtags_lead_to_it_like_those_of_a_post(ada: Persona, client: Client) -> None:
    _article(ada)
    assert "Why dies wear" in client.get("/tags/dies/").content.decode()


@pytest.mark.parametrize(
    ("title", "body", "field"),
    [
        ("", BODY, "title"),
        ("x" * 121, BODY, "title"),
        ("Title", " ", "body"),
        ("T", "x" * (LONGEST_ARTICLE + 1), "body"),
    ],
)
def test_an_article_needs_a_title_and_a_text(ada: Persona, title: str, body: str, field: str) -> None:
    with pytest.raises(Refused) as refused:
        publish_post(author=ada.id, text="", audience=1, article=Writing(title, body, {}))
    assert refused.value.field == field


def test_the_page_shows_all_of_it_with_contents_and_the_feed_only_its_beginning(ada: Persona, client: Client) -> None:
    post = _article(ada)
    page = client.get(reverse("posts:post", kwargs={"post": post.id})).content.decode()
    assert '<h1 class="post-card-title">Why dies wear</h1>' in page
    assert 'href="#part-cost"' in page
    assert '<meta property="og:title" content="Why dies wear">' in page
    assert '"@type": "Article"' in page.replace('":"', '": "')
    topic = client.get("/tags/dies/").content.decode()
    assert "Much." not in topic


def test_an_edit_keeps_all_of_the_earlier_text(ada: Persona, client: Client) -> None:
    post = _article(ada)
    edit_post(post=post.id, text="In short.", article=Writing("Why dies last", "Because of #oil.", {}))
    version = PostVersion.objects.get()
    assert version.title == "Why dies wear"
    assert "Dies wear" in version.html
    assert Article.objects.get().text == "Because of #oil."
    assert "Why dies last" in client.get("/tags/oil/").content.decode()
    assert "Why dies" not in client.get("/tags/dies/").content.decode()


def test_an_edit_that_changes_nothing_leaves_no_version(ada: Persona) -> None:
    post = _article(ada)
    edit_post(post=post.id, text="In short.", article=Writing("Why dies wear", BODY, {}))
    assert not PostVersion.objects.exists()


def test_the_author_edits_it_on_a_page_that_loses_nothing(ada: Persona, client: Client) -> None:
    post = _article(ada)
    client.force_login(ada.user)
    address = reverse("posts:edit", kwargs={"post": post.id})
    assert "## Wear" in client.get(address).content.decode()
    refused = client.post(address, {"title": "", "text": "Short", "body": "## Kept words"})
    assert refused.status_code == 422
    assert "## Kept words" in refused.content.decode()
    assert client.post(address, {"title": "New", "text": "Short", "body": "Other"}).status_code == 303
    assert Post.objects.get().title == "New"


def test_nobody_hidden_from_the_reader_is_named_in_it(ada: Persona, ben: Persona, cem: Persona) -> None:
    post = _article(ada, body="Ask @ben-achterberg about it.")
    before = long_text(cem.id, post.id)
    block(source=ben.id, target=cem.id)
    after = long_text(cem.id, post.id)
    assert before is not None
    assert after is not None
    assert "Ben" in before.html
    assert "Ben" not in after.html


def test_it_calls_people_by_the_name_they_have_now(ada: Persona, cem: Persona) -> None:
    post = _article(cem, body="Ask @ada-lindner about it.")
    change_name(member=ada.id, first_name="Ada", last_name="Brandt")
    run_until_idle()
    found = long_text(None, post.id)
    assert found is not None
    assert ">Ada Brandt</a>" in found.html
