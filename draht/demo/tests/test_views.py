"""What is offered while Draht runs for trying out: becoming anybody, reading the mail."""

from pathlib import Path

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection
from django.test import Client

from draht.conftest import Persona
from draht.demo import mailbox
from draht.members.tests.factories import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail_folder(tmp_path: Path, settings: pytest.FixtureRequest) -> Path:
    """Where mail is stored."""
    settings.EMAIL_FILE_PATH = tmp_path  # type: ignore[attr-defined]
    return tmp_path


def _send(folder: Path, *letters: EmailMultiAlternatives) -> None:
    backend = get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=str(folder))
    backend.open()
    backend.send_messages(list(letters))
    backend.close()


def _letter(subject: str = "Bitte bestätigen", html: str = "") -> EmailMultiAlternatives:
    text = "Guten Tag Ada,\n\nhier ist der Link: http://localhost:8000/account/confirm/abc/\n\n<b>Gruß</b>\n"
    found = EmailMultiAlternatives(subject, text, "Draht <draht@localhost>", ["ada@example.org"])
    if html:
        found.attach_alternative(html, "text/html")
    return found


def test_signs_in_as_whoever_is_chosen(client: Client, ada: Persona) -> None:
    page = client.get("/dev/sign-in/", {"q": "Lindner"})
    assert "Ada Lindner" in page.content.decode()
    answer = client.post("/dev/sign-in/", {"member": ada.id})
    assert answer.status_code == 303
    assert client.get("/").wsgi_request.viewer.id == ada.id  # type: ignore[attr-defined]


def test_offers_the_personas_of_the_demo_trade_with_their_part(client: Client) -> None:
    make_member("Ada", "Lindner", email="ada.lindner@kupferwerk-siegen.example")
    page = client.get("/dev/sign-in/").content.decode()
    assert "Ada Lindner" in page
    assert "Two requests wait for her" in page


@pytest.mark.parametrize("member", ["", "0", "12345", "ada", "²"])
def test_signs_nobody_in_who_is_not_there(client: Client, member: str) -> None:
    assert client.post("/dev/sign-in/", {"member": member}).status_code == 404
    assert client.get("/").wsgi_request.viewer is None  # type: ignore[attr-defined]


def test_says_when_there_is_no_mail(client: Client, mail_folder: Path) -> None:
    assert "No mail yet" in client.get("/dev/mail/").content.decode()
    mail_folder.rmdir()
    assert "No mail yet" in client.get("/dev/mail/").content.decode()


def test_lists_the_mail_and_shows_one_with_links_to_follow(client: Client, mail_folder: Path) -> None:
    _send(mail_folder, _letter("Erste Post"), _letter("Zweite Post mit ß und –"))
    assert [letter.subject for letter in mailbox.letters(mail_folder)] != []
    page = client.get("/dev/mail/").content.decode()
    assert "Erste Post" in page
    assert "Zweite Post mit ß und –" in page
    key = next(letter.key for letter in mailbox.letters(mail_folder) if letter.subject == "Erste Post")
    shown = client.get(f"/dev/mail/{key}/").content.decode()
    assert '<a href="http://localhost:8000/account/confirm/abc/"' in shown
    assert "&lt;b&gt;Gruß&lt;/b&gt;" in shown
    assert "ada@example.org" in shown


def test_shows_html_as_source_only(client: Client, mail_folder: Path) -> None:
    _send(mail_folder, _letter(html="<p onclick='evil()'>Hallo</p><script>evil()</script>"))
    key = mailbox.letters(mail_folder)[0].key
    shown = client.get(f"/dev/mail/{key}/").content.decode()
    assert "&lt;script&gt;evil()" in shown
    assert "<script>evil()" not in shown


def test_lists_the_newest_mail_first(mail_folder: Path) -> None:
    for number in range(3):
        _send(mail_folder, _letter(f"Post {number}"))
    times = [letter.sent for letter in mailbox.letters(mail_folder)]
    assert times == sorted(times, reverse=True)
    assert len({letter.key for letter in mailbox.letters(mail_folder)}) == 3


@pytest.mark.parametrize("key", ["nothing.0", "nothing", "..", "%2e%2e", "secret-key.0"])
def test_shows_no_other_file(client: Client, mail_folder: Path, key: str) -> None:
    (mail_folder.parent / "secret-key").write_text("geheim")
    answer = client.get(f"/dev/mail/{key}/")
    assert answer.status_code == 404
