"""A post for everybody looks right elsewhere; others are not told of."""

import io
import json
import re

import pytest
from django.test import Client
from PIL import Image

from draht.actors.models import EVERYBODY, MEMBERS
from draht.conftest import Persona
from draht.posts.actions import publish_post
from draht.posts.sharing import HEIGHT, WIDTH, Shared, mastodon_href, picture, ways

pytestmark = pytest.mark.django_db


def _shared(words: str, name: str = "Ada Lindner") -> Shared:
    return Shared(name, "Head of wire drawing", words, 40, "Draht")


@pytest.mark.parametrize(
    "words",
    ["", "Äußerst süße Größen: ½ €, №, Łódź, Şeyma.", "x" * 900, "🙂🙂🙂", "שלום עולם " * 40, "wire rod " * 200],
)
def test_any_words_make_a_picture_of_the_right_size(words: str) -> None:
    with Image.open(io.BytesIO(picture(_shared(words)))) as image:
        assert image.size == (WIDTH, HEIGHT)
        assert image.format == "PNG"


def test_other_words_make_another_picture() -> None:
    assert picture(_shared("One coil.")) != picture(_shared("Two coils."))


@pytest.mark.parametrize(
    "server", ["localhost", "a b.example", "evil.example/x?", "javascript:alert(1)", "1.2.3.4", "-a.example"]
)
def test_what_is_no_server_gets_no_link(server: str) -> None:
    assert mastodon_href(server, "https://draht.example/posts/1/", "Ada") is None


def test_a_server_gets_one() -> None:
    for typed in ("wire.example", "https://Wire.example/", "@ada@wire.example"):
        href = mastodon_href(typed, "https://draht.example/posts/1/", "Ada")
        assert href == "https://wire.example/share?text=Ada%0Ahttps%3A%2F%2Fdraht.example%2Fposts%2F1%2F"


def test_links_carry_the_address_and_nothing_of_the_reader() -> None:
    for way in ways("https://draht.example/posts/1/", "Ada & Ben"):
        assert "https%3A%2F%2Fdraht.example%2Fposts%2F1%2F" in way.href


def test_a_post_for_everybody_is_told_of_in_full(ada: Persona) -> None:
    post = publish_post(author=ada.id, text="New **dies** </script> @nobody.", audience=EVERYBODY)
    page = Client().get(f"/posts/{post}/").content.decode()
    found = re.search(r'<meta property="og:image" content="([^"]+)">', page)
    assert found
    assert found[1].endswith(f"/posts/{post}/picture-0.png")
    assert Client().get(f"/posts/{post}/picture-0.png")["Content-Type"] == "image/png"
    script = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert script
    data = json.loads(script[1])
    assert data["articleBody"] == "New dies </script> @nobody."
    assert "Pass on elsewhere" in ada.client().get(f"/posts/{post}/").content.decode()
    assert "linkedin.com" in Client().get(f"/posts/{post}/sharing/").content.decode()


def test_what_is_for_members_is_not_told_of(ada: Persona) -> None:
    post = publish_post(author=ada.id, text="Only for us.", audience=MEMBERS)
    for client in (Client(), ada.client()):
        assert client.get(f"/posts/{post}/sharing/").status_code == 404
        assert client.get(f"/posts/{post}/picture-0.png").status_code == 404
