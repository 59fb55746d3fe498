import io
import json
import re
from datetime import timedelta

import html5lib
import pytest
from django.test import Client
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from draht.actors.models import EVERYBODY, MEMBERS, Actor
from draht.common.refusal import Refused
from draht.conftest import Persona
from draht.media.models import Picture
from draht.posts import actions
from draht.posts.models import Comment, DraftPicture, Post, PostPicture
from draht.posts.queries import words_of
from draht.posts.rules import PACES, Deed, Pace
from draht.posts.tests.factories import make_post
from draht.ties.actions import block


def png(color: str = "red") -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (64, 48), color).save(file, "PNG")
    file.seek(0)
    file.name = "die.png"
    return file


def publish(client: Client, **more: object) -> Post:
    answer = client.post("/posts/", {"text": "Hello", "audience": "members", "publish": "yes", **more})
    assert answer.status_code == 303, answer.content.decode()
    return Post.objects.get(id=int(re.findall(r"/posts/(\d+)/", answer["Location"])[0]))


# --- writing ----------------------------------------------------------------------------------------------------------


def test_publishes_and_shows_the_post(ada: Persona) -> None:
    client = ada.client()
    post = publish(client, text="The **price** of wire rod", audience="everybody")
    assert post.audience_id == EVERYBODY
    page = Client().get(f"/posts/{post.id}/").content.decode()
    assert "<strong>price</strong>" in page
    assert '<meta property="og:description"' in page
    assert f'data-saved-draft="post-{ada.id}"' in client.get("/").content.decode()


def test_remembers_the_audience(ada: Persona) -> None:
    client = ada.client()
    assert 'value="members" selected' in client.get("/posts/").content.decode()
    publish(client, audience="contacts")
    assert 'value="contacts" selected' in client.get("/posts/").content.decode()


def test_makes_one_post_when_the_form_is_sent_twice(ada: Persona) -> None:
    client = ada.client()
    assert publish(client, draft="token").id == publish(client, draft="token").id


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"text": "  "}, "Please write something first."),
        ({"text": "x" * 5001}, "At most 5000 characters"),
        ({"text": "Kept words", "audience": "world"}, "Select a valid choice"),
    ],
)
def test_loses_nothing_when_something_is_wrong(ada: Persona, typed: dict[str, str], error: str) -> None:
    answer = ada.client().post("/posts/", {"audience": "contacts", "publish": "yes", **typed})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert error in page
    assert typed["text"].strip() in page
    assert not Post.objects.exists()


def test_keeps_uploaded_pictures_over_an_error(ada: Persona) -> None:
    client = ada.client()
    broken = io.BytesIO(b"not a picture")
    broken.name = "broken.png"
    answer = client.post(
        "/posts/",
        {
            "text": "Look",
            "audience": "members",
            "pictures": [png(), broken],
            "alt": ["A red die", ""],
            "publish": "yes",
        },
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "broken.png" in page
    kept = DraftPicture.objects.get(author=ada.id).picture_id
    assert f'name="kept" value="{kept}"' in page
    assert 'value="A red die"' in page
    post = publish(client, text="Look", kept=[kept], **{f"alt-{kept}": "A red die, worn"})
    assert list(PostPicture.objects.filter(post=post).values_list("picture_id", "alt")) == [(kept, "A red die, worn")]
    assert not DraftPicture.objects.exists()
    assert 'alt="A red die, worn"' in client.get(f"/posts/{post.id}/").content.decode()


def test_takes_no_pictures_of_others(ada: Persona, cem: Persona) -> None:
    theirs = actions.keep_picture(author=cem.id, upload=png())
    post = publish(ada.client(), kept=[theirs])
    assert not PostPicture.objects.filter(post=post).exists()


def test_takes_six_pictures_at_most(ada: Persona) -> None:
    answer = ada.client().post(
        "/posts/", {"text": "", "audience": "members", "pictures": [png() for _ in range(7)], "publish": "yes"}
    )
    assert answer.status_code == 422
    assert DraftPicture.objects.count() == 6


def test_deletes_the_pictures_with_the_post(ada: Persona) -> None:
    client = ada.client()
    post = publish(client, text="", pictures=[png()])
    assert Picture.objects.count() == 1
    assert "Delete your post?" in client.get(f"/posts/{post.id}/deletion/").content.decode()
    assert client.post(f"/posts/{post.id}/deletion/").status_code == 303
    assert not Post.objects.exists()
    assert not Picture.objects.exists()


def test_shows_a_preview_without_publishing(ada: Persona) -> None:
    answer = ada.client().post("/posts/", {"text": "*soft*", "audience": "members", "preview": "yes"})
    assert answer.status_code == 200
    assert "<em>soft</em>" in answer.content.decode()
    assert not Post.objects.exists()


def test_stops_a_flood_and_keeps_the_words(ada: Persona) -> None:
    client = ada.client()
    for number in range(10):
        publish(client, text=f"Number {number}")
    answer = client.post("/posts/", {"text": "The eleventh", "audience": "members", "publish": "yes"})
    assert answer.status_code == 422
    assert "The eleventh" in answer.content.decode()


HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[click](javascript:alert(1))",
    '"><svg onload=alert(1)>',
    "</textarea><script>alert(1)</script>",
    "[a](https://example.org/\"onmouseover='alert(1)')",
]


def dangers(page: str) -> list[str]:
    """What a browser would run: scripts with words in them, attributes that act, addresses that are scripts."""
    found = []
    for element in html5lib.parse(page, namespaceHTMLElements=False).iter():
        if element.tag == "script" and element.get("type") == "application/ld+json":
            json.loads(element.text or "")
        elif element.tag == "script" and element.text:
            found.append(element.text)
        found += [name for name in element.attrib if str(name).startswith("on")]
        found += [link for link in (element.get("href"), element.get("src")) if link and link.startswith("javascript")]
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_defuses_hostile_text(ada: Persona, text: str) -> None:
    client = ada.client()
    post = publish(client, text=text, audience="everybody")
    comment = actions.write_comment(author=ada.id, post=post.id, text=text)
    for address in (f"/posts/{post.id}/", f"/posts/{post.id}/edit/", f"/posts/{post.id}/comments/{comment}/edit/"):
        page = client.get(address).content.decode()
        assert dangers(page) == []
    assert dangers(client.post("/posts/", {"text": text, "audience": "x"}).content.decode()) == []


# --- reading ----------------------------------------------------------------------------------------------------------


def test_hides_what_the_viewer_may_not_read(ada: Persona, ben: Persona, cem: Persona) -> None:
    post = make_post(ada, "For contacts", ada.id)
    for path in ("", "likes/", "recommendations/", "versions/", "recommend/"):
        assert cem.client().get(f"/posts/{post.id}/{path}").status_code == 404, path
    assert ben.client().get(f"/posts/{post.id}/").status_code == 200
    assert ben.client().get(f"/posts/{post.id}/recommend/").status_code == 403
    assert cem.client().post(f"/posts/{post.id}/like/").status_code == 404
    assert cem.client().post(f"/posts/{post.id}/comments/", {"text": "Hi"}).status_code == 404
    assert Client().get(f"/posts/{post.id}/").status_code == 404


@pytest.mark.parametrize("id", ["0", "9223372036854775807", "9223372036854775808", "99999999999999999999"])
def test_knows_no_posts_with_strange_ids(ada: Persona, id: str) -> None:
    assert ada.client().get(f"/posts/{id}/").status_code == 404


def test_keeps_posts_of_few_readers_out_of_search_engines(ada: Persona) -> None:
    post = make_post(ada, "For members", MEMBERS)
    page = ada.client().get(f"/posts/{post.id}/").content.decode()
    assert 'content="noindex"' in page
    assert "og:description" not in page


def test_shows_a_long_conversation_with_few_queries(
    ada: Persona, ben: Persona, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    post = make_post(ada, pictures=[])
    for number in range(25):
        first = actions.write_comment(author=ben.id, post=post.id, text=f"Comment {number}")
        for answer in range(3):
            actions.write_comment(author=ada.id, post=post.id, text=f"Answer {answer}", answered=first)
        actions.like_comment(actor=ada.id, post=post.id, comment=first)
    client = ada.client()
    client.get(f"/posts/{post.id}/")
    with django_assert_max_num_queries(12):
        page = client.get(f"/posts/{post.id}/").content.decode()
    assert page.count('class="comment"') == 100
    assert 'aria-pressed="true"' in page


def test_pages_through_a_conversation(ada: Persona) -> None:
    post = make_post(ada)
    ids = [actions.write_comment(author=ada.id, post=post.id, text=f"Number {number};") for number in range(65)]
    client = ada.client()

    def numbers(page: str) -> list[int]:
        return [int(number) for number in re.findall(r"Number (\d+);</p>", page)]

    page = client.get(f"/posts/{post.id}/").content.decode()
    assert numbers(page) == list(range(35, 65))
    page = client.get(f"/posts/{post.id}/?before={ids[35]}").content.decode()
    assert numbers(page) == list(range(5, 35))
    assert f"?after={ids[34]}" in page
    page = client.get(f"/posts/{post.id}/?before={ids[5]}").content.decode()
    assert numbers(page) == list(range(5))
    page = client.get(f"/posts/{post.id}/?after={ids[4]}").content.decode()
    assert numbers(page) == list(range(5, 35))


def test_shows_the_newest_answers_and_leads_to_the_earlier_ones(ada: Persona) -> None:
    post = make_post(ada)
    first = actions.write_comment(author=ada.id, post=post.id, text="First")
    ids = [
        actions.write_comment(author=ada.id, post=post.id, text=f"Answer {number};", answered=first)
        for number in range(25)
    ]
    page = ada.client().get(f"/posts/{post.id}/").content.decode()
    assert "Answer 24;" in page
    assert "Answer 5;" in page
    assert "Answer 4;" not in page
    assert "Earlier answers" in page
    for comment in (first, ids[0]):
        page = ada.client().get(f"/posts/{post.id}/comments/{comment}/").content.decode()
        assert f'id="comment-{ids[0]}"' in page


def test_hides_comments_and_likes_behind_a_block(ada: Persona, ben: Persona, cem: Persona) -> None:
    post = make_post(ada)
    comment = actions.write_comment(author=cem.id, post=post.id, text="From Cem")
    actions.like_post(actor=cem.id, post=post.id)
    actions.recommend_post(actor=cem.id, post=post.id, words="Cem says")
    block(source=ben.id, target=cem.id)
    client = ben.client()
    assert "From Cem" not in client.get(f"/posts/{post.id}/").content.decode()
    assert client.get(f"/posts/{post.id}/comments/{comment}/").status_code == 404
    assert client.post(f"/posts/{post.id}/comments/{comment}/like/").status_code == 404
    for path in ("likes/", "recommendations/"):
        page = client.get(f"/posts/{post.id}/{path}").content.decode()
        assert "Cem" not in page
        assert "Cem" in ada.client().get(f"/posts/{post.id}/{path}").content.decode()


def test_hides_and_does_not_count_what_answers_the_blocked(ada: Persona, ben: Persona, cem: Persona) -> None:
    post = make_post(ada)
    comment = actions.write_comment(author=cem.id, post=post.id, text="From Cem")
    answer = actions.write_comment(author=ada.id, post=post.id, text="To Cem", answered=comment)
    actions.write_comment(author=ada.id, post=post.id, text="To everybody")
    block(source=ben.id, target=cem.id)
    page = ben.client().get(f"/posts/{post.id}/").content.decode()
    assert "To Cem" not in page
    assert "1 comment<" in page
    assert "3 comments<" in ada.client().get(f"/posts/{post.id}/").content.decode()
    with pytest.raises(Refused):
        actions.write_comment(author=ben.id, post=post.id, text="Me too", answered=answer)


# --- taking part ------------------------------------------------------------------------------------------------------


def test_likes_without_script_and_comes_back(ada: Persona, ben: Persona) -> None:
    post = make_post(ada)
    client = ben.client()
    answer = client.post(f"/posts/{post.id}/like/", {"next": "/?before=7"})
    assert (answer.status_code, answer["Location"]) == (303, f"/?before=7#post-{post.id}")
    answer = client.post(f"/posts/{post.id}/unlike/", {"next": "https://evil.example/"})
    assert answer["Location"] == f"/posts/{post.id}/"
    post.refresh_from_db()
    assert post.likes == 0


def test_likes_with_script_and_swaps_the_row(ada: Persona, ben: Persona) -> None:
    post = make_post(ada)
    part = ben.client(htmx=True).post(f"/posts/{post.id}/like/").content.decode()
    assert 'aria-pressed="true"' in part
    assert f"/posts/{post.id}/unlike/" in part
    assert "<html" not in part


def test_lets_nobody_like_their_own_post(ada: Persona) -> None:
    post = make_post(ada)
    assert ada.client().post(f"/posts/{post.id}/like/").status_code == 403


@pytest.mark.parametrize("htmx", [False, True])
def test_comments_and_answers(ada: Persona, ben: Persona, *, htmx: bool) -> None:
    post = make_post(ada)
    client = ben.client(htmx=htmx)
    answer = client.post(f"/posts/{post.id}/comments/", {"text": "First"})
    first = Comment.objects.get()
    answer2 = client.post(f"/posts/{post.id}/comments/", {"text": "Second", "answered": str(first.id)})
    assert Comment.objects.get(text="Second").answers_id == first.id
    if htmx:
        assert "First" in answer.content.decode()
        assert f'data-saved-draft="comment-{post.id}-{first.id}"' in answer2.content.decode()
    else:
        assert answer["Location"] == f"/posts/{post.id}/#comment-{first.id}"
        page = client.get(f"/posts/{post.id}/?answer={first.id}").content.decode()
        assert f'id="comment-form-{first.id}"' in page


@pytest.mark.parametrize("htmx", [False, True])
def test_keeps_a_comment_that_was_refused(ada: Persona, *, htmx: bool) -> None:
    post = make_post(ada)
    answer = ada.client(htmx=htmx).post(f"/posts/{post.id}/comments/", {"text": "x" * 2001})
    assert answer.status_code == 422
    assert "x" * 2001 in answer.content.decode()
    assert "At most 2000 characters" in answer.content.decode()


def test_edits_and_deletes_own_words_only(ada: Persona, ben: Persona) -> None:
    post = make_post(ada, "Before")
    comment = actions.write_comment(author=ada.id, post=post.id, text="Mine")
    own = [
        f"/posts/{post.id}/edit/",
        f"/posts/{post.id}/deletion/",
        f"/posts/{post.id}/comments/{comment}/edit/",
        f"/posts/{post.id}/comments/{comment}/deletion/",
    ]
    for path in own:
        assert ben.client().get(path).status_code == 404, path
        assert ben.client().post(path, {"text": "Theirs"}).status_code == 404, path
        assert ada.client().get(path).status_code == 200, path
    client = ada.client()
    client.post(own[0], {"text": "After"})
    client.post(own[2], {"text": "Also mine"})
    page = client.get(f"/posts/{post.id}/").content.decode()
    assert "After" in page
    assert "Also mine" in page
    assert f"/posts/{post.id}/versions/" in page
    assert "Before" in Client().get(f"/posts/{post.id}/versions/").content.decode()
    client.post(own[3])
    assert not Comment.objects.exists()


def test_recommends_with_words(ada: Persona, ben: Persona) -> None:
    post = make_post(ada)
    client = ben.client()
    assert client.post(f"/posts/{post.id}/recommend/", {"words": "x" * 501}).status_code == 422
    assert client.post(f"/posts/{post.id}/recommend/", {"words": "Read *this*"}).status_code == 303
    assert "Read <em>this</em>" in Client().get(f"/posts/{post.id}/recommendations/").content.decode()
    assert "Read *this*" in client.get(f"/posts/{post.id}/recommend/").content.decode()
    client.post(f"/posts/{post.id}/recommendations/withdrawal/")
    post.refresh_from_db()
    assert post.recommendations == 0


def test_shows_a_topic_to_whoever_may_read_its_posts(ada: Persona) -> None:
    make_post(ada, "open #Kupfer", EVERYBODY)
    make_post(ada, "closed #kupfer", MEMBERS)
    page = Client().get("/tags/kupfer/").content.decode()
    assert "open" in page
    assert "closed" not in page
    assert "closed" in ada.client().get("/tags/kupfer/").content.decode()
    assert Client().get("/tags/KUPFER/")["Location"] == "/tags/kupfer/"
    assert Client().get("/tags/unheard/").status_code == 404
    assert Actor.objects.filter(kind="hashtag").count() == 1


def test_sends_visitors_to_sign_in(ada: Persona) -> None:
    post = make_post(ada)
    for path in ("/posts/", f"/posts/{post.id}/like/", f"/posts/{post.id}/comments/"):
        assert Client().post(path, {"text": "x"})["Location"].startswith("/account/login/")


def test_is_valid_html_with_one_heading_of_the_first_rank(ada: Persona, ben: Persona) -> None:
    post = make_post(ada, f"See #Kupfer, @{ben.handle}", pictures=[])
    comment = actions.write_comment(author=ada.id, post=post.id, text="First")
    answer = actions.write_comment(author=ben.id, post=post.id, text="Second", answered=comment)
    actions.delete_comment(post=post.id, comment=comment)
    actions.recommend_post(actor=ben.id, post=post.id, words="Read")
    actions.edit_post(post=post.id, text="See #Kupfer again")
    base = f"/posts/{post.id}/"
    paths = ["/posts/", base, f"{base}?answer={answer}", f"{base}comments/{comment}/"]
    paths += [f"{base}{name}/" for name in ("edit", "deletion", "versions", "likes", "recommendations")]
    paths += [
        f"{base}comments/{answer}/",
        f"{base}comments/{answer}/likes/",
        "/tags/kupfer/",
        "/notices/",
        "/notices/choices/",
    ]
    client = ada.client()
    for path in paths:
        page = client.get(path).content.decode()
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parse(page)
        assert parser.errors == [], path
        assert len(tree.findall(".//h1")) == 1, path
        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), path


# --- too fast ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody may write or recommend anything more."""
    for deed in (Deed.POST, Deed.COMMENT, Deed.RECOMMENDATION):
        monkeypatch.setitem(PACES, deed, (Pace(0, timedelta(minutes=10)),))


def typed(page: str) -> tuple[str, str]:
    """What the field for words holds, and the error that it names as its own."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    for area in tree.iter("textarea"):
        if area.get("aria-invalid") == "true":
            name = area.get("aria-describedby", "").split()[-1]
            shown = next(element for element in tree.iter() if element.get("id") == name)
            return (area.text or "").strip(), "".join(shown.itertext())
    raise AssertionError("No field is marked.")


def test_a_post_that_comes_too_fast_stays_in_its_form(ada: Persona, hurried: None) -> None:
    sent = {"text": "The die wears", "audience": "everybody", "publish": "yes", "pictures": png(), "alt": "A worn die"}
    answer = ada.client().post("/posts/", sent)
    page = answer.content.decode()
    words, error = typed(page)
    assert (answer.status_code, words) == (422, "The die wears")
    assert "Please wait a little" in error
    assert f'name="kept" value="{DraftPicture.objects.get().picture_id}"' in page
    assert 'value="A worn die"' in page
    assert not Post.objects.exists()


@pytest.mark.parametrize("htmx", [False, True])
def test_a_comment_that_comes_too_fast_stays_in_its_form(ada: Persona, ben: Persona, htmx: bool, hurried: None) -> None:
    post = make_post(ben.member.actor, "The price of wire rod")
    answer = ada.client(htmx=htmx).post(f"/posts/{post.id}/comments/", {"text": "It rises"})
    words, error = typed(answer.content.decode())
    assert (answer.status_code, words) == (422, "It rises")
    assert "Please wait a little" in error
    assert not Comment.objects.exists()


def test_a_recommendation_that_comes_too_fast_stays_in_its_form(ada: Persona, ben: Persona, hurried: None) -> None:
    post = make_post(ben.member.actor, "The price of wire rod")
    answer = ada.client().post(f"/posts/{post.id}/recommend/", {"words": "Read this"})
    words, error = typed(answer.content.decode())
    assert (answer.status_code, words) == (422, "Read this")
    assert "Please wait a little" in error


def test_the_words_of_recommendations_are_read_at_once(
    ada: Persona, ben: Persona, cem: Persona, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    one, other = (make_post(ben.member.actor, text) for text in ("Wire", "Tube"))
    actions.recommend_post(actor=ada.id, post=one.id, words="Read **this** & that")
    actions.recommend_post(actor=cem.id, post=one.id)
    actions.recommend_post(actor=cem.id, post=other.id, words="And this")
    asked = [(one.id, ada.id), (one.id, cem.id), (other.id, ada.id)]
    with django_assert_num_queries(1):
        assert words_of(asked, hidden=()) == {(one.id, ada.id): "<p>Read <strong>this</strong> &amp; that</p>"}
    assert words_of([], hidden=()) == {}
