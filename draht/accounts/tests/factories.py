"""Makes rows of this room, and reads the mail it sends."""

import re

from django.conf import settings
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client
from django.utils.module_loading import import_string

from draht.accounts.models import User
from draht.outbox.worker import run_until_idle

PASSWORD = "kupfer und draht 7"


def make_user(email: str = "erna@example.org", *, is_host: bool = False, language: str = "en") -> User:
    """Somebody who can sign in: an account, and the member whom a higher floor makes of it."""
    user = User.objects.create_user(email, PASSWORD, is_host=is_host, language=language)
    import_string(settings.DRAHT_JOIN)(user=user, first_name=email.partition("@")[0].title(), last_name="Kessler")
    return user


def sign_up(client: Client, email: str = "erna@example.org", **changed: str) -> None:
    """Fill in the sign-up form."""
    typed = {
        "first_name": "Erna",
        "last_name": "Kessler",
        "email": email,
        "password1": PASSWORD,
        "house_rules": "on",
        **changed,
    }
    answer = client.post("/account/signup/", {name: value for name, value in typed.items() if value})
    assert answer.status_code == 302, answer.content.decode()


def sent() -> list[EmailMessage]:
    """Do the waiting jobs; the mails that they sent."""
    run_until_idle()
    return list(mail.outbox)


def last_mail() -> tuple[str, str, str]:
    """To whom, subject and text of the newest mail."""
    newest = sent()[-1]
    return newest.to[0], str(newest.subject), str(newest.body)


def link_in(text: str) -> str:
    """The path of the first link to ourselves in a mail that has more than our address."""
    found = re.search(r"https?://[^/\s]+(/\S+)", text)
    assert found, text
    return found[1]
